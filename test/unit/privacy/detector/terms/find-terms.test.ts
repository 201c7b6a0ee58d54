import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '#src/privacy/detector/finding.ts'
import { TERM_KINDS } from '#src/privacy/detector/finding.ts'
import { findTerms } from '#src/privacy/detector/terms/find-terms.ts'
import { linesOf } from './lines.ts'
import { MEANT_OTHERWISE } from './meant-otherwise.ts'
import { DENIED, NOT_DENIED, SAID, SAID_OF_ONESELF, SAID_OF_OTHERS } from './said.ts'

function found(text: string): string[] {
  return findTerms(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
}

describe('what is said', () => {
  for (const kind of TERM_KINDS)
    test.each(linesOf(SAID[kind]))(`finds ${kind} in %j`, (text) => {
      const kinds = findTerms(text).map((finding) => finding.kind)

      expect(kinds).toContain(kind)
    })

  test.each(linesOf(MEANT_OTHERWISE))('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([])
  })

  test.each([
    ['DEPRESSION', 'mental-health'],
    ['depresio\u0301n', 'mental-health'],
    ['de\u00adpression', 'mental-health'],
    ['ｄｅｐｒｅｓｓｉｏｎ', 'mental-health'],
    ['p.t.s.d.', 'mental-health'],
    ['drug_of_choice', 'substance-use'],
    ['current_medications__c', 'medication'],
    ['panic\nattack', 'mental-health'],
    ['can’t get out of bed', 'mental-health'],
    ['self‑harm', 'crisis'],
    ['hеroin with a Cyrillic e', 'substance-use'],
  ])('finds %j however it is written', (text, kind) => {
    expect(findTerms(text).map((finding) => finding.kind)).toContain(kind)
  })

  test.each([
    ['sertralin', 'medication'],
    ['buprenorphene', 'medication'],
    ['schizophernia', 'mental-health'],
    ['alcoholicc', 'substance-use'],
    ['clonazepm', 'medication'],
  ])('forgives the slip in %j', (text, kind) => {
    expect(findTerms(text).map((finding) => finding.kind)).toEqual([kind])
  })
})

describe('of whom, and whether', () => {
  test.each(linesOf(SAID_OF_OTHERS))('takes %j for said of somebody else', (text) => {
    expect(findTerms(text).map((finding) => finding.ofSomebodyElse)).toContain(true)
  })

  test.each(linesOf(SAID_OF_ONESELF))('takes %j for said of the writer', (text) => {
    const findings = findTerms(text)

    expect(findings.length).toBeGreaterThan(0)
    expect(findings.map((finding) => finding.ofSomebodyElse)).not.toContain(true)
  })

  test.each(linesOf(DENIED))('takes all of %j for denied', (text) => {
    const findings = findTerms(text)

    expect(findings.length).toBeGreaterThan(0)
    expect(findings.map((finding) => finding.negated)).not.toContain(undefined)
  })

  test.each(linesOf(NOT_DENIED))('takes %j for so', (text) => {
    expect(findTerms(text).map((finding) => finding.negated)).toContain(undefined)
  })

  test('ends a denial at but, and at the end of the sentence', () => {
    const text = 'Denies anxiety but reports depression. No mania. Hears voices.'

    expect(findTerms(text).map(({ negated = false }) => negated)).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  test('carries a denial through a list', () => {
    const text = 'no history of depression, anxiety, psychosis or suicidal ideation'

    expect(findTerms(text).every(({ negated }) => negated)).toBe(true)
  })
})

const fragment = fc.oneof(
  fc.constantFrom(...TERM_KINDS.flatMap((kind) => linesOf(SAID[kind]))),
  fc.constantFrom(...linesOf(MEANT_OTHERWISE)),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(' ', '. ', ', ', '\n', 'no ', 'my son ', "'", '’', '\u0301', '\ud800', 'I', '.'),
)
const anyText = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(''))

describe('any text', () => {
  test('gives findings within the text, in order and not empty', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const findings = findTerms(text)

        for (const { start, end } of findings) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        expect(findings).toEqual([...findings].sort((a, b) => a.start - b.start))
      }),
    )
  })

  test('gives no two findings of one kind that overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const kind of TERM_KINDS) {
          const ends = findTerms(text).filter((finding) => finding.kind === kind)
          expect(ends.every(({ start }, at) => start >= (ends[at - 1]?.end ?? 0))).toBe(true)
        }
      }),
    )
  })

  test('finds in a text what it finds in each of its paragraphs', () => {
    const line = fc.constantFrom(...TERM_KINDS.flatMap((kind) => linesOf(SAID[kind])))

    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const apart = lines.flatMap((text) => findTerms(`${text}.`).map(({ kind }) => kind))

        expect(
          findTerms(lines.map((text) => `${text}.`).join('\n\n')).map(({ kind }) => kind),
        ).toEqual(apart)
      }),
    )
  })

  test.each<[string, (findings: readonly Finding[]) => boolean]>([
    ['a', (findings) => findings.length === 0],
    ["a'", (findings) => findings.length === 0],
    ['aB', (findings) => findings.length === 0],
    ['a.', (findings) => findings.length === 0],
    ['\u0301', (findings) => findings.length === 0],
    ['want to ', (findings) => findings.length === 0],
    ['no my son ', (findings) => findings.length === 0],
    ['denies ', (findings) => findings.length === 0],
    ['depression ', (findings) => findings.length === 90_909],
    ['no depression, ', (findings) => findings.every(({ negated }) => negated === true)],
  ])('answers on a megabyte of %j', (piece, holds) => {
    const findings = findTerms(piece.repeat(Math.floor(1_000_000 / piece.length)))

    expect(holds(findings)).toBe(true)
  })
})
