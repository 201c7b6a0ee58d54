import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consentsFrom } from '#connectors/salesforce/reading/consent-points.ts'
import { NOW } from './harness.ts'

const DAY_MS = 86_400_000
const INDIVIDUAL = '0PK5g000001AAAAEA4'
const iso = (ms: number) => new Date(ms).toISOString().replace('Z', '+0000')

interface Given {
  readonly status: string
  /** Days before now. */
  readonly ago?: number
  /** Days after now; negative has run out. */
  readonly until?: number
  readonly type?: string
  readonly purpose?: string
}

const row = ({ status, ago = 10, until, type = 'Phone', purpose }: Given) => ({
  PartyId: INDIVIDUAL,
  ContactPointType: type,
  PrivacyConsentStatus: status,
  EffectiveFrom: iso(NOW - ago * DAY_MS),
  EffectiveTo: until === undefined ? null : iso(NOW + until * DAY_MS),
  DataUsePurposeId: purpose ?? null,
})
const phone = (...given: readonly Given[]) =>
  consentsFrom(given.map(row), NOW)(INDIVIDUAL)['ConsentPoint.Phone']

describe('what the rows of a person come to', () => {
  test.each<[string, Given[], string | undefined]>([
    ['a consent', [{ status: 'OptIn' }], 'opt-in'],
    ['a refusal', [{ status: 'OptOut' }], 'opt-out'],
    ['a consent that ran out', [{ status: 'OptIn', until: -1 }], 'expired'],
    ['a consent that still runs', [{ status: 'OptIn', until: 1 }], 'opt-in'],
    ['a refusal, which does not run out', [{ status: 'OptOut', until: -1 }], 'opt-out'],
    ['a consent that is not in force yet', [{ status: 'OptIn', ago: -1 }], undefined],
    ['a request nobody answered', [{ status: 'Seen' }], undefined],
    ['nothing at all', [], undefined],
    [
      'a consent after a refusal',
      [
        { status: 'OptOut', ago: 9 },
        { status: 'OptIn', ago: 2 },
      ],
      'opt-in',
    ],
    [
      'a refusal after a consent',
      [
        { status: 'OptIn', ago: 9 },
        { status: 'OptOut', ago: 2 },
      ],
      'opt-out',
    ],
    ['both at one instant', [{ status: 'OptIn' }, { status: 'OptOut' }], 'opt-out'],
    [
      'a refusal and later a request nobody answered',
      [
        { status: 'OptOut', ago: 9 },
        { status: 'NotSeen', ago: 2 },
      ],
      'opt-out',
    ],
    [
      'a consent and later a request nobody answered',
      [
        { status: 'OptIn', ago: 9 },
        { status: 'NotSeen', ago: 2 },
      ],
      undefined,
    ],
    [
      'a refusal for one purpose and a later consent for another',
      [
        { status: 'OptOut', ago: 9, purpose: 'a' },
        { status: 'OptIn', ago: 2, purpose: 'b' },
      ],
      'opt-out',
    ],
    [
      'a consent that ran out for one purpose and one given for another',
      [
        { status: 'OptIn', until: -1, purpose: 'a' },
        { status: 'OptIn', purpose: 'b' },
      ],
      'opt-in',
    ],
    ['a consent for another way of contact', [{ status: 'OptIn', type: 'Email' }], undefined],
  ])('%s', (_name, given, expected) => {
    expect(phone(...given)).toBe(expected)
  })

  test('belongs to that person alone', () => {
    const consents = consentsFrom([row({ status: 'OptIn' })], NOW)

    expect(consents('0PK5g000001AAABEA4')).toEqual({})
    expect(consents(null)).toEqual({})
  })

  test('does not hang on the order of the rows', () => {
    const given = fc.record({
      status: fc.constantFrom('OptIn', 'OptOut', 'Seen', 'NotSeen'),
      ago: fc.integer({ min: -3, max: 3 }),
      until: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
      purpose: fc.constantFrom('a', 'b', undefined),
    })

    fc.assert(
      fc.property(fc.array(given, { maxLength: 6 }), (rows) => {
        const as = rows as readonly Given[]
        expect(phone(...as.toReversed())).toBe(phone(...as))
      }),
    )
  })

  test('is never a welcome while the latest row of any purpose refuses', () => {
    const given = fc.record({
      status: fc.constantFrom('OptIn', 'Seen', 'NotSeen'),
      ago: fc.integer({ min: 1, max: 9 }),
      purpose: fc.constantFrom('a', 'b'),
    })

    fc.assert(
      fc.property(fc.array(given, { maxLength: 6 }), (rows) => {
        expect(phone(...rows, { status: 'OptOut', ago: 0, purpose: 'a' })).toBe('opt-out')
      }),
    )
  })
})
