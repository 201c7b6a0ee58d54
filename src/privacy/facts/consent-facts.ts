import {
  BOOLEAN_FACT,
  codeFact,
  codeListFact,
  DATE_FACT,
  type Definitions,
  fact,
  type Merge,
} from '../fact-definition.ts'
import { CARE, CONSENT, PART2, SAFETY } from './groups.ts'

const ANY_TRUE = { merge: { by: 'any-true' } } as const
const ALL_TRUE = { merge: { by: 'all-true' } } as const
const COMMON = { merge: { by: 'common' } } as const
const strictest = (...order: readonly string[]): { readonly merge: Merge } => ({
  merge: { by: 'strictest', order },
})
const BY_CHANNEL = strictest('opt-out', 'expired', 'other', 'opt-in')
const CARE_TEAM_ONLY = { roles: CARE.roles }

/** Whether somebody may be scored and how they may be reached. */
export const CONSENT_FACTS: Definitions = {
  shouldForget: fact(CONSENT, 'asked to be forgotten', BOOLEAN_FACT, ANY_TRUE),
  doNotProcess: fact(CONSENT, 'asked not to be processed', BOOLEAN_FACT, ANY_TRUE),
  doNotProfile: fact(CONSENT, 'asked not to be profiled', BOOLEAN_FACT, ANY_TRUE),
  doNotSolicit: fact(CONSENT, 'asked for no marketing', BOOLEAN_FACT, ANY_TRUE),
  doNotTrack: fact(CONSENT, 'asked that visits and opens are not followed', BOOLEAN_FACT, ANY_TRUE),
  emailOptOut: fact(CONSENT, 'opted out of email', BOOLEAN_FACT, ANY_TRUE),
  doNotCall: fact(CONSENT, 'asked not to be called', BOOLEAN_FACT, ANY_TRUE),
  revoked: fact(CONSENT, 'took consent back, in whatever words', BOOLEAN_FACT, {
    ...ANY_TRUE,
    readsText: 'revocation',
  }),
  smsConsent: fact(CONSENT, 'agreed to text messages in writing', BOOLEAN_FACT, ALL_TRUE),
  smsElements: fact(
    CONSENT,
    'what the written consent to text messages holds',
    codeListFact('sms-elements'),
    COMMON,
  ),
  emailConsent: fact(CONSENT, 'status of consent to email', codeFact('consent-status'), BY_CHANNEL),
  phoneConsent: fact(CONSENT, 'status of consent to calls', codeFact('consent-status'), BY_CHANNEL),
  legalBasis: fact(CONSENT, 'legal basis on record', codeListFact('legal-basis'), COMMON),
  healthDataConsent: fact(CONSENT, 'agreed to the use of health data', BOOLEAN_FACT, {
    ...ALL_TRUE,
    ...CARE_TEAM_ONLY,
  }),
}

/** 42 CFR Part 2; shown to nobody outside admissions and intake. */
export const PART2_FACTS: Definitions = {
  part2Consent: fact(
    PART2,
    'state of the Part 2 consent',
    codeFact('part2-consent'),
    strictest('none', 'partial', 'other', 'complete'),
  ),
  part2Elements: fact(
    PART2,
    'what the Part 2 consent holds',
    codeListFact('part2-elements'),
    COMMON,
  ),
  part2ExpiresAt: fact(PART2, 'when the Part 2 consent ends', DATE_FACT, {
    merge: { by: 'earliest' },
  }),
  part2SignedAt: fact(PART2, 'when the Part 2 consent was signed', DATE_FACT, {
    merge: { by: 'earliest' },
  }),
  part2Revoked: fact(PART2, 'took the Part 2 consent back', BOOLEAN_FACT, {
    ...ANY_TRUE,
    readsText: 'revocation',
  }),
}

/** What takes a record out of the ordinary flow for the person's sake. */
export const SAFETY_FACTS: Definitions = {
  crisis: fact(SAFETY, 'may be in a crisis', BOOLEAN_FACT, {
    ...ANY_TRUE,
    readsText: 'crisis-terms',
  }),
  existingPatient: fact(SAFETY, 'is a patient already', BOOLEAN_FACT, ANY_TRUE),
  ageBand: fact(
    SAFETY,
    'age in three bands',
    codeFact('age-band'),
    strictest('under-13', '13-17', 'other', 'adult'),
  ),
}
