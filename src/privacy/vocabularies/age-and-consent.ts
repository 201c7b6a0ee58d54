import type { Vocabulary } from './vocabulary.ts'
import { byExactWords, plainWords } from './vocabulary.ts'

const NAMED_AGE = byExactWords({
  'under-13': ['child', 'younger than 13', 'less than 13', 'below 13'],
  '13-17': ['teen', 'teenager', 'adolescent', 'minor', 'under 18', 'below 18', 'youth'],
  adult: ['18 or older', 'over 18', 'senior', 'older adult', 'young adult'],
  other: [],
})

/**
 * Bands are read by their numbers (`25-34`, `65+`, `6 to 12`). A band that reaches below 18 counts as
 * a minor's, below 13 as a child's: the protective reading of an unclear one.
 */
export const AGE_BAND: Vocabulary = {
  codes: NAMED_AGE.codes,
  code: (text) => {
    const named = NAMED_AGE.code(text)
    return named === 'other' ? ageByNumbers(plainWords(text)) : named
  },
}

function ageByNumbers(words: string): string {
  const band =
    /^(?:ages? )?(\d{1,2})(?: (?:to )?(\d{1,2}))?(?: (?:years?|years old|plus|or older))?$/.exec(
      words,
    )
  if (band === null) return 'other'
  const youngest = Number(band[1])
  if (youngest < 13) return 'under-13'
  return youngest < 18 ? '13-17' : 'adult'
}

/** Consent under 42 CFR Part 2; only a record with every element is `complete`. */
export const PART2_CONSENT = byExactWords({
  none: ['no', 'not given', 'missing', 'revoked', 'expired', 'declined'],
  partial: ['incomplete', 'pending', 'in progress'],
  complete: ['yes', 'given', 'signed'],
  other: [],
})
