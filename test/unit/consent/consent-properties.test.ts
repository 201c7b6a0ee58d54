import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideConsent } from '#src/consent/decide-consent.ts'
import { keepOnly } from '#src/consent/keep-only.ts'
import { PART2_ELEMENTS } from '#src/consent/part2-consent.ts'
import { SMS_ELEMENTS } from '#src/consent/sms-consent.ts'
import type { Facts } from '#src/ports.ts'

const AT = Date.parse('2026-11-18T20:00:00Z')

/** What only ever takes permission away. */
const OBJECTIONS: Facts[] = [
  { crisis: true },
  { shouldForget: true },
  { doNotProcess: true },
  { doNotProfile: true },
  { doNotSolicit: true },
  { existingPatient: true },
  { emailOptOut: true },
  { doNotCall: true },
  { revoked: true },
  { part2Revoked: true },
  { consentUnreadable: true },
  { ageBand: 'under-13' },
  { ageBand: '13-17' },
  { ageBand: 'other' },
  { emailConsent: 'opt-out' },
  { phoneConsent: 'expired' },
  { part2Consent: 'none' },
  { part2ExpiresAt: AT },
  { smsConsent: false },
  { requestedContact: 'none' },
]

const flag = fc.constant(true)
const codes = (all: readonly string[]) => fc.oneof(fc.constant(all), fc.subarray([...all]))
const anyFacts: fc.Arbitrary<Facts> = fc.record(
  {
    crisis: flag,
    shouldForget: flag,
    doNotProcess: flag,
    doNotProfile: flag,
    doNotSolicit: flag,
    doNotTrack: flag,
    existingPatient: flag,
    emailOptOut: flag,
    doNotCall: flag,
    revoked: flag,
    part2Revoked: flag,
    consentUnreadable: flag,
    smsConsent: fc.boolean(),
    healthDataConsent: fc.boolean(),
    ageBand: fc.constantFrom('under-13', '13-17', 'adult', 'other'),
    serviceLine: fc.constantFrom('substance-use-program', 'telehealth'),
    state: fc.constantFrom('WA', 'NY', 'other'),
    part2Consent: fc.constantFrom('none', 'partial', 'complete', 'other'),
    part2Elements: codes(PART2_ELEMENTS),
    part2ExpiresAt: fc.constantFrom(AT - 1, AT, AT + 1),
    smsElements: codes(SMS_ELEMENTS),
    emailConsent: fc.constantFrom('opt-in', 'opt-out', 'expired', 'other'),
    phoneConsent: fc.constantFrom('opt-in', 'opt-out', 'expired', 'other'),
    legalBasis: codes(['consent', 'contract', 'other']),
    requestedContact: fc.constantFrom('call-today', 'email', 'none', 'other'),
  },
  { requiredKeys: [] },
)
const anyPolicy = fc.record({
  part2ServiceLines: fc.subarray(['substance-use-program', 'telehealth']),
  part2StatusSuffices: fc.boolean(),
  smsCheckboxSuffices: fc.boolean(),
  coveredEntity: fc.boolean(),
  requireLegalBasis: fc.boolean(),
  noteLanguage: fc.constantFrom('en' as const, 'es' as const),
  repEdits: fc.constant('put-right' as const),
  selfApproval: fc.constant(false),
})
const anyContext = fc.record({ at: fc.constant(AT), policy: anyPolicy })

describe('consent', () => {
  it('never opens anything because one more objection is known', () => {
    fc.assert(
      fc.property(
        anyFacts,
        anyContext,
        fc.constantFrom(...OBJECTIONS),
        (facts, context, objection) => {
          const before = decideConsent(facts, context)
          const after = decideConsent({ ...facts, ...objection }, context)
          const overwritten = Object.keys(objection).some((fact) => fact in facts)

          // An age that replaces another age is another person, not one more objection.
          fc.pre(!overwritten)
          expect(before.channels).toEqual(expect.arrayContaining([...after.channels]))
          expect(before.mayScore || !after.mayScore).toBe(true)
          expect(after.because.length).toBeGreaterThan(0)
        },
      ),
    )
  })

  it('lets the least permissive of two sources win', () => {
    const stated = fc.subarray(OBJECTIONS, { maxLength: 4 })
    fc.assert(
      fc.property(stated, stated, anyContext, (one, other, context) => {
        const told = (objections: readonly Facts[]): Facts => Object.assign({}, ...objections)
        const alone = [one, other].map((objections) => decideConsent(told(objections), context))
        // Where both name the same fact the connectors keep the stricter, so only others are joined.
        const names = [told(one), told(other)].flatMap((facts) => Object.keys(facts))
        fc.pre(new Set(names).size === names.length)

        const joined = decideConsent(told([...one, ...other]), context)

        for (const { channels, mayScore } of alone) {
          expect(channels).toEqual(expect.arrayContaining([...joined.channels]))
          expect(mayScore || !joined.mayScore).toBe(true)
        }
      }),
    )
  })

  it('never takes not knowing for more than a yes', () => {
    const YES: Facts = {
      smsConsent: true,
      smsElements: SMS_ELEMENTS,
      part2Elements: PART2_ELEMENTS,
      part2Consent: 'complete',
      part2ExpiresAt: AT + 1,
      healthDataConsent: true,
      legalBasis: ['consent'],
      emailConsent: 'opt-in',
      phoneConsent: 'opt-in',
      requestedContact: 'call',
      ageBand: 'adult',
    }
    fc.assert(
      fc.property(
        anyFacts,
        anyContext,
        fc.subarray(Object.keys(YES)),
        (facts, context, unknown) => {
          const known = { ...facts, ...YES }
          const less = Object.fromEntries(
            Object.entries(known).filter(([fact]) => !unknown.includes(fact)),
          )
          const sure = decideConsent(known, context)
          const unsure = decideConsent(less, context)

          expect(sure.channels).toEqual(expect.arrayContaining([...unsure.channels]))
          expect(sure.mayScore || !unsure.mayScore).toBe(true)
          const stillOpen = sure.withCare.filter((one) => unsure.channels.includes(one))
          expect(unsure.withCare).toEqual(expect.arrayContaining(stillOpen))
        },
      ),
    )
  })

  it('decides the same of what may be kept as of all that was read', () => {
    fc.assert(
      fc.property(anyFacts, anyContext, (facts, context) => {
        const all = decideConsent(facts, context)
        const kept = decideConsent(keepOnly({ facts, activities: [] }).facts, context)

        expect(kept.mayScore).toBe(all.mayScore)
        expect(kept.channels).toEqual(all.channels)
        expect(kept.hold === 'crisis').toBe(all.hold === 'crisis' && facts['shouldForget'] !== true)
      }),
    )
  })

  it('holds whoever nobody may reach, and gives every hold a reason', () => {
    fc.assert(
      fc.property(anyFacts, anyContext, (facts, context) => {
        const { mayScore, hold, channels, because, basis } = decideConsent(facts, context)

        expect(hold !== null || (mayScore && channels.length > 0)).toBe(true)
        expect(hold === null || because.length > 0).toBe(true)
        expect(basis === 'none').toBe(!mayScore)
      }),
    )
  })
})
