import { cueBits } from './cue-bits.ts'
import type { CuedWords } from './cued-words.ts'
import { denialBits } from './denial-bits.ts'
import { COMMA, SPACE } from './split-words.ts'

const CONTRAST = cueBits('contrast')
const PERSON = cueBits('kin', 'patient')
const EXCEPTION = denialBits('exception')
const JOINING = denialBits('and', 'either')
const MEASURE = denialBits('measure')
const MEASURE_OF_NEVER = denialBits('measureOfNever')

const REACH = 3

/** "No bed for a suicidal teenager" denies the bed. */
export function isOfAPerson(words: CuedWords, end: number): boolean {
  return words.gapBefore(end) === SPACE && words.is(end, PERSON)
}

/** Whether what follows a term says how much or until when: "never wanted to die this much". */
export function isMeasured(words: CuedWords, end: number, never: boolean): boolean {
  if (words.gapBefore(end) <= COMMA && words.says(end, EXCEPTION)) return true
  for (let at = end; at < end + REACH && words.gapBefore(at) === SPACE; at++) {
    if (words.says(at, never ? MEASURE | MEASURE_OF_NEVER : MEASURE)) return true
    if (words.says(at, JOINING) || words.is(at, CONTRAST)) return false
  }
  return false
}
