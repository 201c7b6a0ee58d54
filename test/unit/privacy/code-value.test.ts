import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeValue } from '#src/privacy/code-value.ts'
import { VOCABULARY_NAMES } from '#src/privacy/vocabularies.ts'
import { VOCABULARIES } from '#src/privacy/vocabulary-tables.ts'

describe('numbers', () => {
  it.each([
    ['42', 42],
    [' 42 ', 42],
    ['-1', -1],
    ['1.5', 1.5],
    ['1.2E3', 1_200],
    [0, 0],
    [7.25, 7.25],
  ])('reads %j', (raw, expected) => {
    expect(codeValue({ as: 'number' }, raw)).toBe(expected)
  })

  it.each([
    '1,000',
    '1.000,5',
    '1 000',
    '0x10',
    'NaN',
    'Infinity',
    '12 people',
    '$5',
    '',
    ' ',
    '1e999',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    null,
    undefined,
    true,
    {},
    [],
    ['1'],
    new Date(0),
  ])('does not guess at %j', (raw) => {
    expect(codeValue({ as: 'number' }, raw)).toBeUndefined()
  })

  it.each(['5551234567', '123456789', 9_123_456_789])(
    'does not take %j for a count: it is somebody\u2019s number in the wrong field',
    (raw) => {
      expect(codeValue({ as: 'number', max: 9_999_999 }, raw)).toBeUndefined()
    },
  )
})

describe('booleans', () => {
  it.each([true, 'true', 'TRUE', 'Yes', 'y', '1', 1])('reads %j as true', (raw) => {
    expect(codeValue({ as: 'boolean' }, raw)).toBe(true)
  })

  it.each([false, 'false', 'No', 'n', '0', 0])('reads %j as false', (raw) => {
    expect(codeValue({ as: 'boolean' }, raw)).toBe(false)
  })

  it.each(['', null, undefined, 'maybe', 2, {}, 'yes please'])('does not guess at %j', (raw) => {
    expect(codeValue({ as: 'boolean' }, raw)).toBeUndefined()
  })
})

describe('dates', () => {
  it.each([
    ['2026-11-12', '2026-11-12T12:00:00.000Z'],
    ['2026-11-12T10:00:00Z', '2026-11-12T10:00:00.000Z'],
    ['2026-11-12T10:00:00.123Z', '2026-11-12T10:00:00.123Z'],
    ['2026-11-12T10:00:00.000+0000', '2026-11-12T10:00:00.000Z'],
    ['2026-11-12T10:00:00-05:00', '2026-11-12T15:00:00.000Z'],
    ['2026-11-12T10:00:00+05:30', '2026-11-12T04:30:00.000Z'],
    ['2026-11-12 10:00', '2026-11-12T10:00:00.000Z'],
    ['2024-02-29', '2024-02-29T12:00:00.000Z'],
    ['1794484800000', '2026-11-12T12:00:00.000Z'],
    [1_794_484_800_000, '2026-11-12T12:00:00.000Z'],
  ])('reads %j', (raw, expected) => {
    expect(codeValue({ as: 'date' }, raw)).toBe(Date.parse(expected))
  })

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-11-12T25:00:00Z',
    '12/11/2026',
    '11/12/26',
    '1794484800',
    1_794_484_800,
    0,
    '',
    'yesterday',
    'Nov 12 2026',
    '0001-01-01',
    '9999-12-31',
    null,
    undefined,
    Number.NaN,
    true,
    {},
    '2026',
    'about 2026-11-12',
  ])('does not guess at %j', (raw) => {
    expect(codeValue({ as: 'date' }, raw)).toBeUndefined()
  })

  it('gives back the instant of every ISO date of the years a CRM can hold', () => {
    const at = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    })

    fc.assert(
      fc.property(at, (date) => {
        expect(codeValue({ as: 'date' }, date.toISOString())).toBe(date.getTime())
        expect(codeValue({ as: 'date' }, String(date.getTime()))).toBe(
          date.getTime() >= 1e11 ? date.getTime() : undefined,
        )
      }),
    )
  })
})

describe('vocabularies', () => {
  const anything = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.emailAddress(),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.lorem({ maxCount: 30 }),
    fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'),
  )

  it.each(VOCABULARY_NAMES)('lets no text survive: %s answers only with its own codes', (name) => {
    const codes = new Set<unknown>(VOCABULARIES[name].codes)

    fc.assert(
      fc.property(anything, (text) => {
        const coded = codeValue({ as: 'vocabulary', name }, text)
        expect(coded === undefined ? text.trim() === '' : codes.has(coded)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it.each(VOCABULARY_NAMES)('keeps a value of %s that is already a code', (name) => {
    for (const code of VOCABULARIES[name].codes) {
      expect(codeValue({ as: 'vocabulary', name }, code)).toBe(code)
    }
  })

  it.each(VOCABULARY_NAMES)(
    'calls an unknown value of %s other and an empty one missing',
    (name) => {
      const coder = { as: 'vocabulary', name } as const

      expect(codeValue(coder, 'zzqx wvvk')).toBe('other')
      expect(codeValue(coder, '')).toBeUndefined()
      expect(codeValue(coder, '   ')).toBeUndefined()
      expect(codeValue(coder, null)).toBeUndefined()
      expect(codeValue(coder, { toString: () => 'lead' })).toBeUndefined()
    },
  )

  it('has kebab-case codes only', () => {
    const codes = VOCABULARY_NAMES.flatMap((name) => VOCABULARIES[name].codes)

    expect(codes.filter((code) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code))).toEqual([])
  })

  it('stays fast on a very long value', () => {
    const long = 'benefits manager and head of '.repeat(20_000)

    for (const name of VOCABULARY_NAMES) {
      expect(VOCABULARIES[name].codes).toContain(codeValue({ as: 'vocabulary', name }, long))
    }
  })
})
