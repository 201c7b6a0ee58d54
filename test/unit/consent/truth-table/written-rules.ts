import type { Channel, Facts, Hold, PortalPolicy } from '#src/ports.ts'

/** What a row looks at. */
export interface Situation {
  readonly facts: Facts
  readonly at: number
  readonly policy: PortalPolicy
}

/** One row of the written table: what it says, when it counts, and everything it takes away. */
export interface WrittenRule {
  readonly code: string
  readonly says: string
  readonly when: (situation: Situation) => boolean
  readonly hold?: Hold
  readonly forbidsScore?: true
  readonly closes: readonly Channel[]
}

const everything: readonly Channel[] = ['phone', 'email', 'sms']

const is =
  (fact: string, value: unknown) =>
  ({ facts }: Situation) =>
    facts[fact] === value
const isTrue = (fact: string) => is(fact, true)
const either =
  (...questions: readonly WrittenRule['when'][]) =>
  (situation: Situation) =>
    questions.some((question) => question(situation))

const listed = (facts: Facts, fact: string): readonly string[] => {
  const value = facts[fact]
  return Array.isArray(value) ? value : []
}
const lacks = (facts: Facts, fact: string, elements: readonly string[]) =>
  elements.some((element) => !listed(facts, fact).includes(element))

// 42 CFR 2.31(a), one word an element.
export const CONSENT_ELEMENTS: readonly string[] =
  'patient-name discloser information recipient purpose right-to-revoke expiry signature date'.split(
    ' ',
  )
// 47 CFR 64.1200(f)(9): signed, names the number and the seller, says what is agreed to, no condition.
export const TEXTING_ELEMENTS: readonly string[] =
  'signature number seller disclosure not-a-condition'.split(' ')

export const isProgram = ({ facts, policy }: Situation) =>
  policy.part2ServiceLines.some((line) => line === facts['serviceLine'])

/** Written consent under 42 CFR Part 2 that is whole, not ended and not taken back. */
export function consentStands({ facts, at, policy }: Situation): boolean {
  if (facts['part2Revoked'] === true) return false
  const ends = facts['part2ExpiresAt']
  if (typeof ends === 'number' && ends <= at) return false
  const status = facts['part2Consent']
  if (status === 'none' || status === 'partial' || status === 'other') return false
  if (facts['part2Elements'] !== undefined) return !lacks(facts, 'part2Elements', CONSENT_ELEMENTS)
  return status === 'complete' && policy.part2StatusSuffices
}

const textingIsIncomplete = ({ facts, policy }: Situation) => {
  if (facts['smsConsent'] !== true) return false
  if (facts['smsElements'] === undefined) return !policy.smsCheckboxSuffices
  return lacks(facts, 'smsElements', TEXTING_ELEMENTS)
}

/** Who may be scored. The first row that counts names the hold; all of them count. */
export const HOLDING: readonly WrittenRule[] = [
  {
    code: 'crisis',
    says: 'A person in crisis is out of the sales tiers; the rep follows the crisis protocol.',
    when: isTrue('crisis'),
    hold: 'crisis',
    forbidsScore: true,
    closes: everything,
  },
  {
    code: 'forget-requested',
    says: 'Salesforce Individual.ShouldForget: the person is to be forgotten, not worked on.',
    when: isTrue('shouldForget'),
    hold: 'do-not-profile',
    forbidsScore: true,
    closes: everything,
  },
  {
    code: 'do-not-process',
    says: 'Individual.HasOptedOutProcessing: dropped from scoring altogether.',
    when: isTrue('doNotProcess'),
    hold: 'do-not-profile',
    forbidsScore: true,
    closes: everything,
  },
  {
    code: 'do-not-profile',
    says: 'Individual.HasOptedOutProfiling: no score. It says nothing of being written to.',
    when: isTrue('doNotProfile'),
    hold: 'do-not-profile',
    forbidsScore: true,
    closes: [],
  },
  {
    code: 'consent-unreadable',
    says: 'A consent field that cannot be read might say no: nothing is guessed.',
    when: isTrue('consentUnreadable'),
    hold: 'no-consent',
    forbidsScore: true,
    closes: everything,
  },
  {
    code: 'under-13',
    says: '16 CFR 312: a child is neither scored nor contacted.',
    when: is('ageBand', 'under-13'),
    hold: 'another-team',
    forbidsScore: true,
    closes: everything,
  },
  {
    code: 'aged-13-17',
    says: 'A minor gets no automated outreach; a person decides.',
    when: is('ageBand', '13-17'),
    hold: 'another-team',
    forbidsScore: true,
    closes: everything,
  },
  {
    code: 'age-unreadable',
    says: 'An age that cannot be read may be that of a child.',
    when: is('ageBand', 'other'),
    hold: 'another-team',
    forbidsScore: true,
    closes: everything,
  },
  {
    code: 'part2-consent-missing',
    says: '42 CFR 2.31: an inquiry to a marked service line needs consent with every element.',
    when: (situation) => isProgram(situation) && !consentStands(situation),
    hold: 'consent-awaited',
    forbidsScore: true,
    closes: [],
  },
  {
    code: 'health-data-consent-missing',
    says: 'RCW 19.373: outside HIPAA, a score of a person in Washington is health data that needs consent.',
    when: ({ facts, policy }) =>
      facts['state'] === 'WA' && !policy.coveredEntity && facts['healthDataConsent'] !== true,
    hold: 'consent-awaited',
    forbidsScore: true,
    closes: [],
  },
  {
    code: 'legal-basis-missing',
    says: 'Where the owner asks for a legal basis, a record without one is left alone.',
    when: ({ facts, policy }) =>
      policy.requireLegalBasis &&
      !['consent', 'legitimate-interest', 'contract'].some((basis) =>
        listed(facts, 'legalBasis').includes(basis),
      ),
    hold: 'no-consent',
    forbidsScore: true,
    closes: everything,
  },
  {
    code: 'existing-patient',
    says: 'Whoever is in care already is never pushed to sales.',
    when: isTrue('existingPatient'),
    hold: 'existing-patient',
    closes: [],
  },
]

/** How a person may be reached. */
export const CLOSING: readonly WrittenRule[] = [
  {
    code: 'consent-revoked',
    says: '47 CFR 64.1200(a)(10), and stricter: revocation in any words counts everywhere.',
    when: isTrue('revoked'),
    closes: everything,
  },
  {
    code: 'do-not-solicit',
    says: 'Individual.HasOptedOutSolicit: no outreach.',
    when: isTrue('doNotSolicit'),
    closes: everything,
  },
  {
    code: 'contact-not-wanted',
    says: 'Asked how to be answered, they said not at all or not now: nobody is contacted while it stands.',
    when: is('requestedContact', 'none'),
    closes: everything,
  },
  {
    code: 'do-not-call',
    says: 'DoNotCall: the number is not to be used, for a call or for a text.',
    when: isTrue('doNotCall'),
    closes: ['phone', 'sms'],
  },
  {
    code: 'phone-opt-out',
    says: 'The contact point consent for the number is refused or has run out.',
    when: either(is('phoneConsent', 'opt-out'), is('phoneConsent', 'expired')),
    closes: ['phone', 'sms'],
  },
  {
    code: 'email-opt-out',
    says: 'Any one source that refuses email is enough, whatever another one says.',
    when: either(
      isTrue('emailOptOut'),
      is('emailConsent', 'opt-out'),
      is('emailConsent', 'expired'),
    ),
    closes: ['email'],
  },
  {
    code: 'sms-consent-missing',
    says: '47 CFR 64.1200(a)(2): a text needs express written consent; unknown is no.',
    when: ({ facts }) => facts['smsConsent'] !== true,
    closes: ['sms'],
  },
  {
    code: 'sms-consent-incomplete',
    says: '47 CFR 64.1200(f)(9): consent to texts counts with every element only.',
    when: textingIsIncomplete,
    closes: ['sms'],
  },
]
