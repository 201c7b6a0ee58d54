import { describe, expect, test } from 'vitest'
import { decideConsent } from '#src/consent/decide-consent.ts'
import type { Facts } from '#src/ports.ts'
import { NOON_ISH, USUAL_POLICY } from './combinations.ts'
import { expectedDecision } from './expected-decision.ts'
import { CLOSING, CONSENT_ELEMENTS, HOLDING, TEXTING_ELEMENTS } from './written-rules.ts'

const policy = { ...USUAL_POLICY, coveredEntity: false, requireLegalBasis: true }

const inOrder: Facts = {
  serviceLine: 'substance-use-program',
  part2Elements: CONSENT_ELEMENTS,
  smsConsent: true,
  smsElements: TEXTING_ELEMENTS,
  legalBasis: ['contract'],
}

/** What alone makes each row count, where all else is in order. */
const TROUBLES: Readonly<Record<string, Facts>> = {
  crisis: { crisis: true },
  'forget-requested': { shouldForget: true },
  'do-not-process': { doNotProcess: true },
  'do-not-profile': { doNotProfile: true },
  'consent-unreadable': { consentUnreadable: true },
  'under-13': { ageBand: 'under-13' },
  'aged-13-17': { ageBand: '13-17' },
  'age-unreadable': { ageBand: 'other' },
  'part2-consent-missing': { part2Elements: [] },
  'health-data-consent-missing': { state: 'WA' },
  'legal-basis-missing': { legalBasis: ['not-applicable'] },
  'existing-patient': { existingPatient: true },
  'consent-revoked': { revoked: true },
  'do-not-solicit': { doNotSolicit: true },
  'contact-not-wanted': { requestedContact: 'none' },
  'do-not-call': { doNotCall: true },
  'phone-opt-out': { phoneConsent: 'opt-out' },
  'email-opt-out': { emailOptOut: true },
  'sms-consent-missing': { smsConsent: false },
  'sms-consent-incomplete': { smsElements: [] },
}

describe('the written table', () => {
  test('finds nothing to object to when everything is in order', () => {
    const decision = decideConsent(inOrder, { at: NOON_ISH, policy })

    expect(decision).toMatchObject({ mayScore: true, hold: null, because: [], part2: true })
    expect(decision.channels).toEqual(['phone', 'email', 'sms'])
  })

  test.each([...HOLDING, ...CLOSING])('has no row that decides nothing: $code', ({ code }) => {
    const situation = { facts: { ...inOrder, ...TROUBLES[code] }, at: NOON_ISH, policy }

    const { because: _with, ...decided } = expectedDecision(situation)
    const { because: _without, ...otherwise } = expectedDecision(situation, code)

    expect(decided).not.toEqual(otherwise)
  })

  test.each([...HOLDING, ...CLOSING])('is followed when only this is wrong: $code', ({ code }) => {
    const situation = { facts: { ...inOrder, ...TROUBLES[code] }, at: NOON_ISH, policy }

    const decision = decideConsent(situation.facts, situation)

    expect(decision.because).toEqual([code])
    expect(decision).toMatchObject({ ...expectedDecision(situation), because: [code] })
  })
})
