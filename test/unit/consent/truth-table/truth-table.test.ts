import { describe, expect, test } from 'vitest'
import { combinations, NOON_ISH, situations } from './combinations.ts'
import { disagreements } from './disagreements.ts'
import { CONSENT_ELEMENTS, TEXTING_ELEMENTS } from './written-rules.ts'

const maybe = [undefined, true] as const
const stated = [undefined, false, true] as const
const contactPoint = [undefined, 'opt-in', 'opt-out', 'expired', 'other'] as const
const allBut = (elements: readonly string[]) =>
  elements.map((left) => elements.filter((element) => element !== left))
const subsets = (codes: readonly string[]): string[][] =>
  codes.reduce<string[][]>((made, code) => made.flatMap((set) => [set, [...set, code]]), [[]])

describe('the decision about consent, row by written row', () => {
  test('agrees on every combination of what holds a record', () => {
    const all = situations({
      crisis: maybe,
      shouldForget: maybe,
      doNotProcess: maybe,
      doNotProfile: maybe,
      doNotTrack: maybe,
      doNotSolicit: maybe,
      consentUnreadable: maybe,
      existingPatient: maybe,
      revoked: maybe,
      emailOptOut: maybe,
      doNotCall: maybe,
      ageBand: [undefined, 'adult', 'under-13', '13-17', 'other'],
      serviceLine: [undefined, 'substance-use-program'],
    })

    expect(all).toHaveLength(20_480)
    expect(disagreements(all)).toEqual([])
  })

  test('agrees on every combination of what closes a channel', () => {
    const all = situations(
      {
        emailConsent: contactPoint,
        phoneConsent: contactPoint,
        emailOptOut: maybe,
        doNotCall: maybe,
        doNotSolicit: maybe,
        smsConsent: stated,
        smsElements: [undefined, [], TEXTING_ELEMENTS, ...allBut(TEXTING_ELEMENTS)],
      },
      [{}, { smsCheckboxSuffices: true }],
    )

    expect(all).toHaveLength(9600)
    expect(disagreements(all)).toEqual([])
  })

  test('agrees on every combination of what makes contact welcome', () => {
    const all = situations(
      {
        requestedContact: [undefined, 'call-today', 'call', 'email', 'text', 'none', 'other'],
        legalBasis: [
          undefined,
          ...subsets(['consent', 'legitimate-interest', 'contract', 'not-applicable', 'other']),
        ],
        emailConsent: contactPoint,
        phoneConsent: contactPoint,
        smsConsent: stated,
      },
      [{}, { requireLegalBasis: true }],
    )

    expect(all).toHaveLength(34_650)
    expect(disagreements(all)).toEqual([])
  })

  test('agrees on every combination of consent under 42 CFR Part 2', () => {
    const all = situations(
      {
        serviceLine: [undefined, 'substance-use-program', 'outpatient', 'residential'],
        part2Consent: [undefined, 'none', 'partial', 'complete', 'other'],
        part2Elements: [
          undefined,
          [],
          ['other'],
          CONSENT_ELEMENTS,
          [...CONSENT_ELEMENTS, 'other'],
          CONSENT_ELEMENTS.toReversed(),
          ...allBut(CONSENT_ELEMENTS),
        ],
        part2ExpiresAt: [undefined, NOON_ISH - 1, NOON_ISH, NOON_ISH + 1, NOON_ISH + 86_400_000],
        part2Revoked: stated,
        existingPatient: maybe,
      },
      [
        {},
        { part2StatusSuffices: true },
        { part2ServiceLines: [] },
        { part2ServiceLines: ['residential', 'outpatient'], part2StatusSuffices: true },
      ],
    )

    expect(all).toHaveLength(36_000)
    expect(disagreements(all)).toEqual([])
  })

  test('agrees on who needs consent to health data, where', () => {
    const all = situations(
      {
        state: [undefined, 'WA', 'OR', 'NV', 'other'],
        healthDataConsent: stated,
        doNotProfile: stated,
        crisis: stated,
        existingPatient: stated,
        revoked: stated,
        legalBasis: [undefined, ['consent'], ['not-applicable']],
      },
      [
        { coveredEntity: true },
        { coveredEntity: false },
        { coveredEntity: false, requireLegalBasis: true },
      ],
    )

    expect(all).toHaveLength(10_935)
    expect(disagreements(all)).toEqual([])
  })

  test('takes a fact that is false for one that is not there', () => {
    const flags =
      'crisis shouldForget doNotProcess doNotProfile doNotSolicit revoked existingPatient ' +
      'emailOptOut doNotCall part2Revoked consentUnreadable'
    const denied = combinations(
      Object.fromEntries(flags.split(' ').map((flag) => [flag, [undefined, false]])),
    )
    const all = situations({}).flatMap((situation) =>
      denied.map((facts) => ({ ...situation, facts })),
    )

    expect(all).toHaveLength(2048)
    expect(disagreements(all)).toEqual([])
  })
})
