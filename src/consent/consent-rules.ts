import type { Channel, Facts, Hold } from '../ports.ts'

/** Why a person is not scored or not reached on a channel. */
export type ConsentCode =
  | 'crisis'
  | 'forget-requested'
  | 'do-not-process'
  | 'do-not-profile'
  | 'under-13'
  | 'aged-13-17'
  | 'age-unreadable'
  | 'part2-consent-missing'
  | 'existing-patient'
  | 'do-not-solicit'
  | 'do-not-call'
  | 'email-opt-out'
  | 'sms-consent-missing'

interface ConsentRule {
  readonly because: ConsentCode
  readonly applies: (facts: Facts) => boolean
  readonly closes: readonly Channel[]
}

interface HoldRule extends ConsentRule {
  readonly hold: Hold
  /** Whether the record is still scored, for the organisation's own reporting. */
  readonly scored: boolean
}

const EVERY_CHANNEL: readonly Channel[] = ['phone', 'email', 'sms']
const NO_CHANNEL: readonly Channel[] = []

const yes =
  (fact: string) =>
  (facts: Facts): boolean =>
    facts[fact] === true
const is =
  (fact: string, code: string) =>
  (facts: Facts): boolean =>
    facts[fact] === code

/** 42 CFR Part 2 covers who applied for such a program, so the first inquiry already counts. */
const lacksPart2Consent = (facts: Facts): boolean =>
  facts['serviceLine'] === 'substance-use-program' && facts['part2Consent'] !== 'complete'

const hold = (
  because: ConsentCode,
  name: Hold,
  applies: HoldRule['applies'],
  effect: { scored: boolean; closes: readonly Channel[] },
): HoldRule => ({ because, hold: name, applies, ...effect })

const STOP = { scored: false, closes: EVERY_CHANNEL }
const NOT_SCORED = { scored: false, closes: NO_CHANNEL }
const SCORED = { scored: true, closes: NO_CHANNEL }

/**
 * What takes a record out of the ordinary flow. The order is the precedence of holds: the first that
 * applies is shown, all of them count. A crisis stands first because a person's safety does.
 */
export const HOLD_RULES: readonly HoldRule[] = [
  hold('crisis', 'crisis', yes('crisis'), STOP),
  hold('forget-requested', 'do-not-profile', yes('shouldForget'), STOP),
  hold('do-not-process', 'do-not-profile', yes('doNotProcess'), STOP),
  hold('do-not-profile', 'do-not-profile', yes('doNotProfile'), NOT_SCORED),
  hold('under-13', 'minor', is('ageBand', 'under-13'), STOP),
  hold('aged-13-17', 'minor', is('ageBand', '13-17'), STOP),
  // Somebody stated an age we cannot read: treated as the one that needs most care.
  hold('age-unreadable', 'minor', is('ageBand', 'other'), STOP),
  hold('part2-consent-missing', 'part2-consent-missing', lacksPart2Consent, NOT_SCORED),
  hold('existing-patient', 'existing-patient', yes('existingPatient'), SCORED),
]

/** What closes channels. Texting needs express consent, so its absence is enough. */
export const CHANNEL_RULES: readonly ConsentRule[] = [
  { because: 'do-not-solicit', applies: yes('doNotSolicit'), closes: EVERY_CHANNEL },
  { because: 'do-not-call', applies: yes('doNotCall'), closes: ['phone'] },
  { because: 'email-opt-out', applies: yes('emailOptOut'), closes: ['email'] },
  {
    because: 'sms-consent-missing',
    applies: (facts) => facts['smsConsent'] !== true,
    closes: ['sms'],
  },
]
