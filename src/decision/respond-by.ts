import { nextOpening } from '../consent/quiet-hours.ts'
import type { IntentValues } from '../ports.ts'

interface PromisedAnswer {
  /** What was last intended for the record. */
  readonly previous: Pick<IntentValues, 'tier' | 'respondBy'> | undefined
  readonly withinMinutes: number | undefined
  /** The answer is a call or a text, which must wait for the morning. */
  readonly byPhone: boolean
  readonly state: string | undefined
  /** When the person last did what waits for an answer; epoch ms, `-Infinity` where that is not known. */
  readonly askedAt: number
  /** Epoch ms. */
  readonly now: number
}

/**
 * By when a sales-ready person is to be answered; epoch ms. A promised time stays while the record
 * stays sales-ready, however often it is scored, until the person asks again once it is over. An answer
 * by phone is never due in quiet hours: the minutes begin when calls may be made.
 */
export function respondBy(promised: PromisedAnswer): number | null {
  const { previous, withinMinutes, byPhone, state, now } = promised
  const before = previous?.tier === 'sales-ready' ? previous.respondBy : null
  if (before !== null && stillStands(before, promised)) return before
  if (withinMinutes === undefined) return null
  const withinMs = withinMinutes * 60_000
  if (!byPhone) return now + withinMs
  const due = nextOpening(state, now) + withinMs
  const opening = nextOpening(state, due)
  // Where less than the promised time is open in a day, the time after it has to do.
  return opening === due ? due : nextOpening(state, opening + withinMs)
}

/** A time by which an email was to be written may lie in the night, and then is none for a call. */
function stillStands(before: number, { byPhone, state, askedAt, now }: PromisedAnswer): boolean {
  if (askedAt > before && askedAt <= now) return false
  return !byPhone || nextOpening(state, before) === before
}
