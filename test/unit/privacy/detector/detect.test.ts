import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detect } from '#src/privacy/detector/detect.ts'
import { findIdentifiers } from '#src/privacy/detector/find-identifiers.ts'

const kindsIn = (text: string): readonly string[] => detect(text).map(({ kind }) => kind)

describe('detect', () => {
  it('finds identifiers and terms, in order of place', () => {
    const found = kindsIn('My SSN is 123-45-6789 and I take lithium. Call 512-555-0142.')

    expect(found).toEqual(['ssn', 'medication', 'phone'])
  })

  it.each([
    ['MRN: 5125550142', ['medical-record-number']],
    ['Fax 512-555-0143', ['fax']],
    ['NPI 1234567893', ['licence-number']],
    ['passport A123456789', ['licence-number']],
    ['member ID A123456789', ['health-plan-number']],
    ['claim number 5125550142', ['unique-code']],
    ['jane.doe@example.com', ['email']],
    ['4111 1111 1111 1111', ['account-number']],
  ])('names the more specific kind in "%s"', (text, kinds) => {
    const found = kindsIn(text)

    expect(found).toEqual(kinds)
  })

  it('names both an address of a page and what it carries', () => {
    const found = kindsIn('https://example.com/?email=jane@example.com&gclid=Cj0KCQiA1rSsBhDH')

    expect(found).toEqual(['url', 'email', 'unique-code'])
  })

  it('reads dashes, quotes and blanks that word processors put in', () => {
    const text = 'SSN 123–45–6789, tel. 512\u00a0555\u20110142'

    const found = detect(text).map(({ start, end }) => text.slice(start, end))

    expect(found).toEqual(['123–45–6789', '512\u00a0555\u20110142'])
  })

  it('finds nothing in an empty text', () => {
    const found = detect('')

    expect(found).toEqual([])
  })

  it('keeps every finding within the text, in order, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const found = findIdentifiers(text)

        expect(
          found.every(({ start, end }) => start >= 0 && start < end && end <= text.length),
        ).toBe(true)
        expect(found.map(({ start }) => start)).toEqual(
          found.map(({ start }) => start).toSorted((one, other) => one - other),
        )
      }),
    )
  })

  it('finds a number wherever it stands between words', () => {
    const words = fc.array(fc.constantFrom('please', 'help', 'we', 'today', 'costs'), {
      maxLength: 30,
    })

    fc.assert(
      fc.property(words, words, (before, after) => {
        const text = [...before, '512-555-0142', ...after].join(' ')

        expect(kindsIn(text)).toEqual(['phone'])
      }),
    )
  })
})
