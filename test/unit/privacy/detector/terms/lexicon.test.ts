import { describe, expect, test } from 'vitest'
import { CUE_NAMES } from '#src/privacy/detector/terms/cue-bits.ts'
import { DENIAL_NAMES } from '#src/privacy/detector/terms/denial-bits.ts'
import { expandTerms } from '#src/privacy/detector/terms/expand-terms.ts'
import { findTerms } from '#src/privacy/detector/terms/find-terms.ts'
import { CUES } from '#src/privacy/detector/terms/lexicon/cues.ts'
import { DENIALS } from '#src/privacy/detector/terms/lexicon/denials.ts'
import { BRAND_NAMES, GENERIC_NAMES } from '#src/privacy/detector/terms/lexicon/medication.ts'
import { LEXICON } from '#src/privacy/detector/terms/lexicon.ts'

const WORDS_ONLY = /^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*$/u

describe('the notation', () => {
  test('gives each way of writing a term', () => {
    expect(expandTerms('(panic|anxiety) attack(|s), ptsd\nself( |)harm')).toEqual([
      'panic attack',
      'panic attacks',
      'anxiety attack',
      'anxiety attacks',
      'ptsd',
      'self harm',
      'selfharm',
    ])
  })

  test('nests, and lets a line break after a bar', () => {
    expect(expandTerms('(a|\n  b (c|d))')).toEqual(['a', 'b c', 'b d'])
  })
})

describe('the lexicon', () => {
  test('is of words only: no parenthesis is left open and no mark left over', () => {
    const terms = LEXICON.flatMap(({ terms: lists }) => lists.flatMap(expandTerms))
    const cues = [...Object.values(CUES), ...Object.values(DENIALS)].flatMap(expandTerms)

    expect([...terms, ...cues].filter((term) => term !== '' && !WORDS_ONLY.test(term))).toEqual([])
  })

  test('has no more lists of one sort than a number has bits', () => {
    expect(CUE_NAMES.length).toBeLessThanOrEqual(32)
    expect(DENIAL_NAMES.length).toBeLessThanOrEqual(32)
  })

  test('has cues of one word each, as they are looked up by word', () => {
    expect(
      [...Object.values(CUES), ...Object.values(DENIALS)]
        .flatMap(expandTerms)
        .filter((cue) => cue.includes(' ')),
    ).toEqual([])
  })

  test('finds every medication that it names', () => {
    const names = [...expandTerms(GENERIC_NAMES), ...expandTerms(BRAND_NAMES)].filter(Boolean)

    const missed = names.filter(
      (name) => !findTerms(name).some(({ kind }) => kind === 'medication'),
    )

    expect(names.length).toBeGreaterThan(800)
    expect(missed).toEqual([])
  })
})
