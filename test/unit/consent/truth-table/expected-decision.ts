import type { Channel, Facts, Hold } from '#src/ports.ts'
import {
  CLOSING,
  consentStands,
  HOLDING,
  isProgram,
  type Situation,
  type WrittenRule,
} from './written-rules.ts'

/** A decision without its clock: quiet hours have a table of their own. `because` is sorted. */
export interface ExpectedDecision {
  readonly mayScore: boolean
  readonly hold: Hold | null
  readonly channels: readonly Channel[]
  readonly because: readonly string[]
  readonly withCare: readonly Channel[]
  readonly basis: string
  readonly part2: boolean
  readonly changesAt: number | undefined
}

const holds = (facts: Facts, fact: string, ...codes: readonly string[]) => {
  const value = facts[fact]
  return codes.some((code) => (Array.isArray(value) ? value.includes(code) : value === code))
}

const WELCOME: Readonly<Record<Channel, (facts: Facts) => boolean>> = {
  phone: (facts) =>
    holds(facts, 'phoneConsent', 'opt-in') ||
    holds(facts, 'requestedContact', 'call', 'call-today') ||
    holds(facts, 'legalBasis', 'consent'),
  email: (facts) =>
    holds(facts, 'emailConsent', 'opt-in') ||
    holds(facts, 'requestedContact', 'email') ||
    holds(facts, 'legalBasis', 'consent'),
  // Open with express written consent only, so never a matter of care.
  sms: () => true,
}

/** Why the organisation may look at the person at all: what they asked for comes before the rest. */
const BASES: readonly (readonly [string, (facts: Facts) => boolean])[] = [
  [
    'requested-contact',
    (facts) => holds(facts, 'requestedContact', 'call-today', 'call', 'email', 'text'),
  ],
  [
    'consent',
    (facts) =>
      holds(facts, 'legalBasis', 'consent') ||
      holds(facts, 'emailConsent', 'opt-in') ||
      holds(facts, 'phoneConsent', 'opt-in') ||
      facts['smsConsent'] === true,
  ],
  ['contract', (facts) => holds(facts, 'legalBasis', 'contract')],
  ['legitimate-interest', (facts) => holds(facts, 'legalBasis', 'legitimate-interest')],
  ['own-service', () => true],
]

function changesAt(situation: Situation): number | undefined {
  const ends = situation.facts['part2ExpiresAt']
  return isProgram(situation) && consentStands(situation) && typeof ends === 'number'
    ? ends
    : undefined
}

/** The written rows merged: what any one of them takes away is gone. `leftOut` is a row's code. */
export function expectedDecision(situation: Situation, leftOut?: string): ExpectedDecision {
  const { facts } = situation
  const counts = (rule: WrittenRule) => rule.code !== leftOut && rule.when(situation)
  const holding = HOLDING.filter(counts)
  const closing = CLOSING.filter(counts)
  const closed = new Set([...holding, ...closing].flatMap((rule) => rule.closes))
  const channels = (['phone', 'email', 'sms'] as const).filter((channel) => !closed.has(channel))
  const mayScore = !holding.some((rule) => rule.forbidsScore)
  const silent: Hold | null = channels.length === 0 ? 'no-consent' : null
  return {
    mayScore,
    hold: holding[0]?.hold ?? silent,
    channels,
    because: [...holding, ...closing].map((rule) => rule.code).toSorted(),
    withCare: channels.filter((channel) => !WELCOME[channel](facts)),
    basis: mayScore ? (BASES.find(([, fits]) => fits(facts))?.[0] ?? '') : 'none',
    part2: isProgram(situation),
    changesAt: changesAt(situation),
  }
}
