import type { Channel, Facts, Hold } from '../ports.ts'
import { askedForNoContact } from './asked-for-contact.ts'
import type { ConsentContext } from './consent-context.ts'
import { holdsAny, is, livesIn, yes } from './fact-questions.ts'
import { hasValidPart2Consent, isPart2 } from './part2-consent.ts'
import { lacksSmsElements } from './sms-consent.ts'

/** Why a person is not scored or not reached on a channel. */
export type ConsentCode =
  | 'crisis'
  | 'forget-requested'
  | 'do-not-process'
  | 'do-not-profile'
  | 'consent-unreadable'
  | 'under-13'
  | 'aged-13-17'
  | 'age-unreadable'
  | 'part2-consent-missing'
  | 'health-data-consent-missing'
  | 'legal-basis-missing'
  | 'existing-patient'
  | 'consent-revoked'
  | 'do-not-solicit'
  | 'contact-not-wanted'
  | 'do-not-call'
  | 'phone-opt-out'
  | 'email-opt-out'
  | 'sms-consent-missing'
  | 'sms-consent-incomplete'

type Question = (facts: Facts, context: ConsentContext) => boolean

interface ConsentRule {
  readonly because: ConsentCode
  readonly applies: Question
  readonly closes: readonly Channel[]
}

interface HoldRule extends ConsentRule {
  readonly hold: Hold
  /** Whether the record is still scored, for the organisation's own reporting. */
  readonly scored: boolean
}

interface Effect {
  readonly scored: boolean
  readonly closes: readonly Channel[]
}

const EVERY_CHANNEL: readonly Channel[] = ['phone', 'email', 'sms']
const STOP: Effect = { scored: false, closes: EVERY_CHANNEL }
const NOT_SCORED: Effect = { scored: false, closes: [] }
const SCORED: Effect = { scored: true, closes: [] }

/** What stands for a basis once the portal's owner asks for one, as under Art. 6 GDPR. */
const LEGAL_BASES = ['consent', 'legitimate-interest', 'contract']

const lacksPart2Consent: Question = (facts, context) =>
  isPart2(facts, context.policy) && !hasValidPart2Consent(facts, context)

/** RCW 19.373 leaves out what HIPAA covers, so only others need this consent. */
const lacksHealthDataConsent: Question = (facts, { policy }) =>
  livesIn(facts, 'WA') && !policy.coveredEntity && !yes('healthDataConsent')(facts)

const lacksLegalBasis: Question = (facts, { policy }) =>
  policy.requireLegalBasis && !holdsAny(facts, 'legalBasis', LEGAL_BASES)

const endsPhone: Question = (facts) =>
  is('phoneConsent', 'opt-out')(facts) || is('phoneConsent', 'expired')(facts)

const endsEmail: Question = (facts) =>
  yes('emailOptOut')(facts) ||
  is('emailConsent', 'opt-out')(facts) ||
  is('emailConsent', 'expired')(facts)

const lacksSmsConsent: Question = (facts) => !yes('smsConsent')(facts)

function hold(because: ConsentCode, name: Hold, applies: Question, effect: Effect): HoldRule {
  return { because, hold: name, applies, ...effect }
}

function close(because: ConsentCode, applies: Question, closes: readonly Channel[]): ConsentRule {
  return { because, applies, closes }
}

/**
 * What takes a record out of the ordinary flow. The order is the precedence of holds: the first that
 * applies is shown, all of them count. A crisis stands first because a person's safety does.
 */
export const HOLD_RULES: readonly HoldRule[] = [
  hold('crisis', 'crisis', yes('crisis'), STOP),
  hold('forget-requested', 'do-not-profile', yes('shouldForget'), STOP),
  hold('do-not-process', 'do-not-profile', yes('doNotProcess'), STOP),
  hold('do-not-profile', 'do-not-profile', yes('doNotProfile'), NOT_SCORED),
  // An answer stood there and cannot be read any more: it may have been a no.
  hold('consent-unreadable', 'no-consent', yes('consentUnreadable'), STOP),
  hold('under-13', 'another-team', is('ageBand', 'under-13'), STOP),
  hold('aged-13-17', 'another-team', is('ageBand', '13-17'), STOP),
  // Somebody stated an age we cannot read: treated as the one that needs most care.
  hold('age-unreadable', 'another-team', is('ageBand', 'other'), STOP),
  hold('part2-consent-missing', 'consent-awaited', lacksPart2Consent, NOT_SCORED),
  hold('health-data-consent-missing', 'consent-awaited', lacksHealthDataConsent, NOT_SCORED),
  hold('legal-basis-missing', 'no-consent', lacksLegalBasis, STOP),
  hold('existing-patient', 'existing-patient', yes('existingPatient'), SCORED),
]

/** What closes channels. Texting needs express written consent, so its absence is enough. */
export const CHANNEL_RULES: readonly ConsentRule[] = [
  close('consent-revoked', yes('revoked'), EVERY_CHANNEL),
  close('do-not-solicit', yes('doNotSolicit'), EVERY_CHANNEL),
  close('contact-not-wanted', askedForNoContact, EVERY_CHANNEL),
  // 47 CFR 64.1200 treats a text message as a call.
  close('do-not-call', yes('doNotCall'), ['phone', 'sms']),
  close('phone-opt-out', endsPhone, ['phone', 'sms']),
  close('email-opt-out', endsEmail, ['email']),
  close('sms-consent-missing', lacksSmsConsent, ['sms']),
  close('sms-consent-incomplete', lacksSmsElements, ['sms']),
]
