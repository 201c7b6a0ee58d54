import { nextOpening } from '../consent/quiet-hours.ts'
import type { IntentValues } from '../ports.ts'

interface PromisedAnswer {
  /** What was last intended for the record. */
  readonly previous: Pick<IntentValues, 'tier' | 'respondBy'> | undefined
  readonly withinMinutes: number | undefined
  /** The answer is a call or a text, which must wait for the morning. */
  readonly byPhone: boolean
  readonly state: string | undefined
  /** Epoch ms. */
  readonly now: number
}

/**
 * By when a sales-ready person is to be answered; epoch ms. A promised time stays while the record
 * stays sales-ready, however often it is scored. An answer by phone is never due in quiet hours: the
 * minutes begin when calls may be made.
 */
export function respondBy({
  previous,
  withinMinutes,
  byPhone,
  state,
  now,
}: PromisedAnswer): number | null {
  if (previous?.tier === 'sales-ready' && previous.respondBy !== null) return previous.respondBy
  if (withinMinutes === undefined) return null
  const withinMs = withinMinutes * 60_000
  if (!byPhone) return now + withinMs
  const due = nextOpening(state, now) + withinMs
  const opening = nextOpening(state, due)
  // Where less than the promised time is open in a day, the time after it has to do.
  return opening === due ? due : nextOpening(state, opening + withinMs)
}
