import type { Channel, Facts, Hold } from '../ports.ts'
import type { ConsentCode } from './consent-rules.ts'
import { CHANNEL_RULES, HOLD_RULES } from './consent-rules.ts'

export interface ConsentDecision {
  /** Whether the record may be scored at all. */
  readonly mayScore: boolean
  readonly hold: Hold | null
  /** How this person may be contacted; empty means not at all. */
  readonly channels: readonly Channel[]
  /** Every code that counted, in the order of the written tables. */
  readonly because: readonly ConsentCode[]
}

const ALL_CHANNELS: readonly Channel[] = ['phone', 'email', 'sms']

/** May this person be scored and how may they be reached; of several answers the least permissive. */
export function decideConsent(facts: Facts): ConsentDecision {
  const holding = HOLD_RULES.filter(({ applies }) => applies(facts))
  const closing = CHANNEL_RULES.filter(({ applies }) => applies(facts))
  const closed = new Set([...holding, ...closing].flatMap(({ closes }) => closes))
  const channels = ALL_CHANNELS.filter((channel) => !closed.has(channel))
  return {
    mayScore: holding.every(({ scored }) => scored),
    hold: holding[0]?.hold ?? (channels.length === 0 ? 'no-consent' : null),
    channels,
    because: [...holding, ...closing].map(({ because }) => because),
  }
}
