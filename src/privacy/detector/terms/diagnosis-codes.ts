import type { TermKind } from '../finding.ts'
import type { CuedWords } from './cued-words.ts'

const DIGITS = 2
/** ICD-10-CM codes of self-harm, overdose and suicidal thoughts, as far as three characters tell. */
const CRISIS_CODES = /^(?:x7[1-9]|x8[0-3]|t14\.91|t1491|r45\.?85)/
const SUBSTANCE_CODES = /^(?:f1[0-9]|z71\.?[45]|t40)/
const MENTAL_CODES = /^f[0-9][0-9]/

/**
 * The kind of an ICD-10-CM code such as F32.1. It needs its dot or a fourth digit, as F10 is a key on
 * a keyboard too.
 */
export function diagnosisCodeKind(words: CuedWords, at: number): TermKind | undefined {
  const { starts, ends, text } = words.words
  const start = starts[at] ?? 0
  const end = ends[at] ?? 0
  if (end - start !== DIGITS + 1 || text[end] !== '.') return undefined
  const code = text.slice(start, end + DIGITS + 2).toLowerCase()
  if (!/^[frtxz][0-9][0-9a-z]\.[0-9a-z]/.test(code)) return undefined
  if (CRISIS_CODES.test(code)) return 'crisis'
  if (SUBSTANCE_CODES.test(code)) return 'substance-use'
  return MENTAL_CODES.test(code) ? 'mental-health' : undefined
}
