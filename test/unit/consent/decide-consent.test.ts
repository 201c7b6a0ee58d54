import { describe, expect, it } from 'vitest'
import type { ConsentCode } from '#src/consent/consent-rules.ts'
import { type ConsentDecision, decideConsent } from '#src/consent/decide-consent.ts'
import { DEFAULT_POLICY } from '#src/consent/default-policy.ts'
import { PART2_ELEMENTS } from '#src/consent/part2-consent.ts'
import { SMS_ELEMENTS } from '#src/consent/sms-consent.ts'
import type { ActivityCategory, ActivityKind, Facts, PortalPolicy } from '#src/ports.ts'

const NOON = Date.parse('2026-11-18T20:00:00Z')
const LATER = NOON + 86_400_000

function decide(facts: Facts, policy: Partial<PortalPolicy> = {}, at = NOON): ConsentDecision {
  return decideConsent(facts, { at, policy: { ...DEFAULT_POLICY, ...policy } })
}

const TEXTS: Facts = { smsConsent: true, smsElements: SMS_ELEMENTS }
const PROGRAM: Facts = { serviceLine: 'substance-use-program' }
const SIGNED: Facts = { ...PROGRAM, part2Elements: PART2_ELEMENTS }

interface Example {
  readonly facts: Facts
  readonly policy?: Partial<PortalPolicy>
  readonly hold: string | null
  readonly scored: boolean
  readonly open: string
}

/** Each with full consent to texts, so that what closes them shows. */
const EXAMPLES: Readonly<Record<ConsentCode, readonly Example[]>> = {
  crisis: [{ facts: { crisis: true }, hold: 'crisis', scored: false, open: '' }],
  'forget-requested': [
    { facts: { shouldForget: true }, hold: 'do-not-profile', scored: false, open: '' },
  ],
  'do-not-process': [
    { facts: { doNotProcess: true }, hold: 'do-not-profile', scored: false, open: '' },
  ],
  'do-not-profile': [
    {
      facts: { doNotProfile: true },
      hold: 'do-not-profile',
      scored: false,
      open: 'phone email sms',
    },
  ],
  'consent-unreadable': [
    { facts: { consentUnreadable: true }, hold: 'no-consent', scored: false, open: '' },
  ],
  'under-13': [{ facts: { ageBand: 'under-13' }, hold: 'another-team', scored: false, open: '' }],
  'aged-13-17': [{ facts: { ageBand: '13-17' }, hold: 'another-team', scored: false, open: '' }],
  'age-unreadable': [
    { facts: { ageBand: 'other' }, hold: 'another-team', scored: false, open: '' },
  ],
  'part2-consent-missing': [
    PROGRAM,
    { ...PROGRAM, part2Consent: 'complete' },
    { ...SIGNED, part2Consent: 'partial' },
    { ...SIGNED, part2Consent: 'none' },
    { ...SIGNED, part2Consent: 'other' },
    { ...SIGNED, part2Revoked: true },
    { ...SIGNED, part2ExpiresAt: NOON },
    { ...PROGRAM, part2Consent: 'complete', part2Elements: [] },
  ].map((facts) => ({
    facts,
    hold: 'consent-awaited',
    scored: false,
    open: 'phone email sms',
  })),
  'health-data-consent-missing': [
    { state: 'WA' },
    { state: 'wa' },
    { state: 'WA', healthDataConsent: false },
  ].map((facts) => ({
    facts,
    policy: { coveredEntity: false },
    hold: 'consent-awaited',
    scored: false,
    open: 'phone email sms',
  })),
  'legal-basis-missing': [{}, { legalBasis: ['not-applicable'] }, { legalBasis: ['other'] }].map(
    (facts) => ({
      facts,
      policy: { requireLegalBasis: true },
      hold: 'no-consent',
      scored: false,
      open: '',
    }),
  ),
  'existing-patient': [
    {
      facts: { existingPatient: true },
      hold: 'existing-patient',
      scored: true,
      open: 'phone email sms',
    },
  ],
  'consent-revoked': [{ facts: { revoked: true }, hold: 'no-consent', scored: true, open: '' }],
  'do-not-solicit': [{ facts: { doNotSolicit: true }, hold: 'no-consent', scored: true, open: '' }],
  'contact-not-wanted': [
    { facts: { requestedContact: 'none' }, hold: 'no-consent', scored: true, open: '' },
    // What else welcomes a call cannot open it again.
    {
      facts: { requestedContact: 'none', phoneConsent: 'opt-in', legalBasis: ['consent'] },
      hold: 'no-consent',
      scored: true,
      open: '',
    },
  ],
  'do-not-call': [{ facts: { doNotCall: true }, hold: null, scored: true, open: 'email' }],
  'phone-opt-out': ['opt-out', 'expired'].map((phoneConsent) => ({
    facts: { phoneConsent },
    hold: null,
    scored: true,
    open: 'email',
  })),
  'email-opt-out': [
    { emailOptOut: true },
    { emailConsent: 'opt-out' },
    { emailConsent: 'expired' },
    { emailConsent: 'opt-in', emailOptOut: true },
  ].map((facts) => ({ facts, hold: null, scored: true, open: 'phone sms' })),
  'sms-consent-missing': [
    { facts: { smsConsent: false }, hold: null, scored: true, open: 'phone email' },
  ],
  'sms-consent-incomplete': SMS_ELEMENTS.map((missing) => ({
    facts: { smsElements: SMS_ELEMENTS.filter((element) => element !== missing) },
    hold: null,
    scored: true,
    open: 'phone email',
  })),
}

describe.each(Object.entries(EXAMPLES))('%s', (code, examples) => {
  it.each(examples)('$facts: hold $hold, scored $scored, open: $open', (example) => {
    const { hold, mayScore, channels, because } = decide(
      { ...TEXTS, ...example.facts },
      example.policy,
    )

    expect({ hold, mayScore, open: channels.join(' ') }).toEqual({
      hold: example.hold,
      mayScore: example.scored,
      open: example.open,
    })
    expect(because).toEqual([code])
  })
})

describe('a person of whom nothing is known', () => {
  it('may be scored and reached by phone and email, with care, never by text', () => {
    expect(decide({})).toEqual({
      mayScore: true,
      hold: null,
      channels: ['phone', 'email'],
      because: ['sms-consent-missing'],
      withCare: ['phone', 'email'],
      basis: 'own-service',
      part2: false,
      restingUntil: {},
      changesAt: undefined,
    })
  })
})

describe('several reasons at once', () => {
  it('name the hold of the first and tell all', () => {
    const { hold, because } = decide({
      existingPatient: true,
      ageBand: '13-17',
      crisis: true,
      doNotCall: true,
    })

    expect(hold).toBe('crisis')
    expect(because).toEqual([
      'crisis',
      'aged-13-17',
      'existing-patient',
      'do-not-call',
      'sms-consent-missing',
    ])
  })

  it('hold who opted out of everything, and score them for reporting', () => {
    expect(decide({ emailOptOut: true, phoneConsent: 'expired' })).toMatchObject({
      mayScore: true,
      hold: 'no-consent',
      channels: [],
      because: ['phone-opt-out', 'email-opt-out', 'sms-consent-missing'],
    })
  })

  it('never take text for a yes', () => {
    expect(decide({ smsConsent: 'true', crisis: 'true' })).toMatchObject({
      hold: null,
      channels: ['phone', 'email'],
    })
  })
})

describe('42 CFR Part 2', () => {
  it('is met by a consent with every element, and by nothing less', () => {
    expect(decide(SIGNED).mayScore).toBe(true)
    expect(decide({ ...SIGNED, part2Consent: 'complete' }).mayScore).toBe(true)
    for (const missing of PART2_ELEMENTS) {
      const part2Elements = PART2_ELEMENTS.filter((element) => element !== missing)
      expect(decide({ ...SIGNED, part2Elements }).hold).toBe('consent-awaited')
    }
  })

  it('is met by the bare status only where its owner vouches for it', () => {
    const status: Facts = { ...PROGRAM, part2Consent: 'complete' }

    expect(decide(status, { part2StatusSuffices: true }).mayScore).toBe(true)
    expect(decide(PROGRAM, { part2StatusSuffices: true }).mayScore).toBe(false)
    expect(
      decide({ ...status, part2Elements: ['signature'] }, { part2StatusSuffices: true }).mayScore,
    ).toBe(false)
  })

  it('holds again at the very instant a consent ends, and says so beforehand', () => {
    const ending: Facts = { ...SIGNED, part2ExpiresAt: LATER }

    expect(decide(ending)).toMatchObject({ mayScore: true, changesAt: LATER })
    expect(decide(ending, {}, LATER - 1).mayScore).toBe(true)
    expect(decide(ending, {}, LATER)).toMatchObject({ mayScore: false, changesAt: undefined })
  })

  it('marks the inquiry whatever the consent, and only for the programs of the portal', () => {
    expect(decide(PROGRAM).part2).toBe(true)
    expect(decide(SIGNED).part2).toBe(true)
    expect(decide(PROGRAM, { part2ServiceLines: [] })).toMatchObject({ part2: false, hold: null })
    expect(decide({ serviceLine: 'detox' }, { part2ServiceLines: ['detox'] })).toMatchObject({
      part2: true,
      hold: 'consent-awaited',
    })
    const elsewhere = { ...SIGNED, serviceLine: 'telehealth', part2ExpiresAt: LATER }
    expect(decide(elsewhere).changesAt).toBeUndefined()
  })
})

describe('texting', () => {
  it('needs every element of written consent', () => {
    expect(decide(TEXTS).channels).toContain('sms')
    expect(decide({ smsConsent: true }).because).toEqual(['sms-consent-incomplete'])
  })

  it('is open to a ticked box where the owner vouches for its form, elements told apart', () => {
    const policy = { smsCheckboxSuffices: true }

    expect(decide({ smsConsent: true }, policy).channels).toContain('sms')
    expect(decide({ smsConsent: true, smsElements: ['number'] }, policy).because).toEqual([
      'sms-consent-incomplete',
    ])
    expect(decide({ smsElements: SMS_ELEMENTS }, policy).because).toEqual(['sms-consent-missing'])
  })
})

describe('care', () => {
  it.each<[Facts, readonly string[]]>([
    [{}, ['phone', 'email']],
    [{ phoneConsent: 'opt-in' }, ['email']],
    [{ requestedContact: 'call' }, ['email']],
    [{ requestedContact: 'call-today' }, ['email']],
    [{ requestedContact: 'text' }, ['phone', 'email']],
    [{ requestedContact: 'email' }, ['phone']],
    [{ emailConsent: 'opt-in' }, ['phone']],
    [{ legalBasis: ['contract', 'consent'] }, []],
    [{ legalBasis: ['legitimate-interest'] }, ['phone', 'email']],
    [{ doNotCall: true }, ['email']],
    [{ crisis: true }, []],
  ])('%j: with care %j', (facts, withCare) => {
    expect(decide({ ...TEXTS, ...facts }).withCare).toEqual(withCare)
  })

  it.each<[ActivityKind, ActivityCategory, Facts, readonly string[]]>([
    ['consult-requested', 'callback', {}, ['email']],
    ['consult-booked', 'other', {}, ['email']],
    ['form-submitted', 'callback', {}, ['email']],
    ['form-submitted', 'contact', {}, ['phone', 'email']],
    ['page-viewed', 'callback', {}, ['phone', 'email']],
    // How to be answered is for them to say.
    ['consult-requested', 'callback', { requestedContact: 'email' }, ['phone']],
    ['consult-requested', 'callback', { requestedContact: 'text' }, ['phone', 'email']],
    ['consult-booked', 'other', { doNotCall: true }, ['email']],
  ])('after %s of %s, %j: with care %j', (kind, category, facts, withCare) => {
    const activities = [{ kind, category, at: NOON - 1 }]
    const decision = decideConsent(facts, { at: NOON, policy: DEFAULT_POLICY, activities })

    expect(decision.withCare).toEqual(withCare)
  })
})

describe('the basis', () => {
  it.each<[Facts, string]>([
    [{}, 'own-service'],
    [{ requestedContact: 'none' }, 'own-service'],
    [{ requestedContact: 'text', legalBasis: ['consent'] }, 'requested-contact'],
    [{ legalBasis: ['contract', 'consent'] }, 'consent'],
    [{ emailConsent: 'opt-in', legalBasis: ['contract'] }, 'consent'],
    [{ phoneConsent: 'opt-in' }, 'consent'],
    [{ smsConsent: true }, 'consent'],
    [{ legalBasis: ['legitimate-interest', 'contract'] }, 'contract'],
    [{ legalBasis: ['legitimate-interest'] }, 'legitimate-interest'],
    [{ legalBasis: ['not-applicable'] }, 'own-service'],
    [{ doNotProfile: true, requestedContact: 'call' }, 'none'],
  ])('%j: %s', (facts, basis) => {
    expect(decide(facts).basis).toBe(basis)
  })
})

describe('resting', () => {
  const night = Date.parse('2026-11-19T03:00:00Z')
  const morning = Date.parse('2026-11-19T14:00:00Z')

  it('tells until when an open channel sleeps, without closing it', () => {
    const decision = decide({ ...TEXTS, state: 'FL' }, {}, night)

    expect(decision.channels).toEqual(['phone', 'email', 'sms'])
    expect(decision.restingUntil).toEqual({ phone: morning, sms: morning })
  })

  it('says nothing of a closed channel, nor by day', () => {
    expect(decide({ state: 'FL', doNotCall: true }, {}, night).restingUntil).toEqual({})
    expect(decide({ state: 'FL' }, {}, morning).restingUntil).toEqual({})
  })

  it('rests longer where nobody knows the state', () => {
    const { restingUntil } = decide({}, {}, morning)

    expect(restingUntil.phone).toBeGreaterThan(morning)
    expect(decide({ state: 'other' }, {}, morning).restingUntil).toEqual(restingUntil)
  })
})
