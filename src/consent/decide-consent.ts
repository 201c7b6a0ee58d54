import type { Channel, Facts, Hold } from '../ports.ts'
import { type ConsentBasis, consentBasis, IS_WELCOME } from './consent-basis.ts'
import type { ConsentContext } from './consent-context.ts'
import type { ConsentCode } from './consent-rules.ts'
import { CHANNEL_RULES, HOLD_RULES } from './consent-rules.ts'
import { isPart2, part2EndsAt } from './part2-consent.ts'
import { quietUntil } from './quiet-hours.ts'

export interface ConsentDecision {
  /** Whether the record may be scored at all. */
  readonly mayScore: boolean
  readonly hold: Hold | null
  /** How this person may be contacted; empty means not at all. */
  readonly channels: readonly Channel[]
  /** Every code that counted, in the order of the written tables. */
  readonly because: readonly ConsentCode[]
  /** Open channels for which nothing on record says that they are welcome. */
  readonly withCare: readonly Channel[]
  /** `none` when the record may not be scored. */
  readonly basis: ConsentBasis
  /** The inquiry is to a 42 CFR Part 2 program: what is disclosed of it carries the notice of 2.32. */
  readonly part2: boolean
  /** Open channels in quiet hours, with when they may be used again; epoch ms. */
  readonly restingUntil: Readonly<Partial<Record<Channel, number>>>
  /** When the decision becomes another by time alone; epoch ms. */
  readonly changesAt: number | undefined
}

const ALL_CHANNELS: readonly Channel[] = ['phone', 'email', 'sms']

/** May this person be scored and how may they be reached; of several answers the least permissive. */
export function decideConsent(facts: Facts, context: ConsentContext): ConsentDecision {
  const { activities = [] } = context
  const holding = HOLD_RULES.filter(({ applies }) => applies(facts, context))
  const closing = CHANNEL_RULES.filter(({ applies }) => applies(facts, context))
  const closed = new Set([...holding, ...closing].flatMap(({ closes }) => closes))
  const channels = ALL_CHANNELS.filter((channel) => !closed.has(channel))
  const mayScore = holding.every(({ scored }) => scored)
  return {
    mayScore,
    hold: holding[0]?.hold ?? (channels.length === 0 ? 'no-consent' : null),
    channels,
    because: [...holding, ...closing].map(({ because }) => because),
    withCare: channels.filter((channel) => !IS_WELCOME[channel](facts, activities)),
    basis: mayScore ? consentBasis(facts) : 'none',
    part2: isPart2(facts, context.policy),
    restingUntil: restingUntil(channels, facts['state'], context.at),
    changesAt: part2EndsAt(facts, context),
  }
}

function restingUntil(
  channels: readonly Channel[],
  state: Facts[string] | undefined,
  at: number,
): ConsentDecision['restingUntil'] {
  const resting: Partial<Record<Channel, number>> = {}
  for (const channel of channels) {
    const until = quietUntil(channel, typeof state === 'string' ? state : undefined, at)
    if (until !== undefined) resting[channel] = until
  }
  return resting
}
