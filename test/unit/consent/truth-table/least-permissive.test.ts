import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideConsent } from '#src/consent/decide-consent.ts'
import type { Facts, FactValue } from '#src/ports.ts'
import { NOON_ISH, USUAL_POLICY } from './combinations.ts'
import { disagreements } from './disagreements.ts'
import { CONSENT_ELEMENTS, TEXTING_ELEMENTS } from './written-rules.ts'

const optional = (...values: FactValue[]) => fc.constantFrom(...values)
const contactPoint = optional('opt-in', 'opt-out', 'expired', 'other')

const anyFacts: fc.Arbitrary<Facts> = fc.record(
  {
    crisis: fc.boolean(),
    shouldForget: fc.boolean(),
    doNotProcess: fc.boolean(),
    doNotProfile: fc.boolean(),
    doNotSolicit: fc.boolean(),
    existingPatient: fc.boolean(),
    emailOptOut: fc.boolean(),
    doNotCall: fc.boolean(),
    smsConsent: fc.boolean(),
    revoked: fc.boolean(),
    part2Revoked: fc.boolean(),
    healthDataConsent: fc.boolean(),
    consentUnreadable: fc.boolean(),
    ageBand: optional('under-13', '13-17', 'adult', 'other'),
    serviceLine: optional('substance-use-program', 'outpatient', 'other'),
    state: optional('WA', 'FL', 'other'),
    part2Consent: optional('none', 'partial', 'complete', 'other'),
    part2Elements: fc.subarray([...CONSENT_ELEMENTS], { minLength: 7 }),
    part2ExpiresAt: fc.integer({ min: NOON_ISH - 5, max: NOON_ISH + 5 }),
    smsElements: fc.subarray([...TEXTING_ELEMENTS], { minLength: 4 }),
    emailConsent: contactPoint,
    phoneConsent: contactPoint,
    legalBasis: fc.subarray(['consent', 'legitimate-interest', 'contract', 'not-applicable']),
    requestedContact: optional('call-today', 'call', 'email', 'text', 'none', 'other'),
  },
  { requiredKeys: [] },
)

const anySituation = fc.record({
  facts: anyFacts,
  at: fc.constant(NOON_ISH),
  policy: fc.record({
    part2ServiceLines: fc.subarray(['substance-use-program', 'outpatient']),
    part2StatusSuffices: fc.boolean(),
    smsCheckboxSuffices: fc.boolean(),
    coveredEntity: fc.boolean(),
    requireLegalBasis: fc.boolean(),
    noteLanguage: fc.constantFrom('en' as const, 'es' as const),
    repEdits: fc.constant('put-right' as const),
    selfApproval: fc.constant(false),
  }),
})

/** Each of these alone is a no, whatever else a CRM says. */
const REFUSALS: readonly Facts[] = [
  { crisis: true },
  { shouldForget: true },
  { doNotProcess: true },
  { doNotProfile: true },
  { doNotSolicit: true },
  { doNotCall: true },
  { emailOptOut: true },
  { revoked: true },
  { part2Revoked: true },
  { consentUnreadable: true },
  { ageBand: 'under-13' },
  { ageBand: '13-17' },
  { emailConsent: 'opt-out' },
  { phoneConsent: 'expired' },
  { smsConsent: false },
  { healthDataConsent: false },
  { part2Consent: 'none' },
  { requestedContact: 'none' },
]

describe('the least permissive source', () => {
  test('wins as the written table says, on facts and policies drawn at random', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        expect(disagreements([situation])).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test.each(REFUSALS)('never opens a channel nor allows a score: %j', (refusal) => {
    fc.assert(
      fc.property(anySituation, ({ facts, at, policy }) => {
        const before = decideConsent(facts, { at, policy })
        const after = decideConsent({ ...facts, ...refusal }, { at, policy })

        expect(after.mayScore && !before.mayScore).toBe(false)
        expect(after.channels.filter((channel) => !before.channels.includes(channel))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('reaches nobody of whom nothing is known by text message', () => {
    const decision = decideConsent({}, { at: NOON_ISH, policy: USUAL_POLICY })

    expect(decision.channels).toEqual(['phone', 'email'])
    expect(decision.withCare).toEqual(['phone', 'email'])
  })
})
