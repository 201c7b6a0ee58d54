import { cueBits } from './cue-bits.ts'
import type { CuedWords } from './cued-words.ts'
import { denialBits } from './denial-bits.ts'
import { SPACE } from './split-words.ts'

const CONTRAST = cueBits('contrast')
const NEGATOR = cueBits('negator')
const PRONOUN = cueBits('pronoun')
const ALONE = denialBits('alone')
const ANSWER = denialBits('answer')
const CANNOT = denialBits('cannot')
const CARRIES = denialBits('carries')
const DOUBT = denialBits('doubt')
const JOINING = denialBits('and', 'either')

/** How far before a denial another word may stand that undoes it. */
const REACH = 8

/**
 * Whether a denial is itself denied or left open: "cannot promise I won't", "does not deny", "not a day
 * without". Looks no further back than `floor`, the end of the term before.
 */
export function isUndone(words: CuedWords, at: number, floor: number, verb: boolean): boolean {
  if (verb) return isVerbDenied(words, at)
  const alone = words.says(at, ALONE)
  for (let back = at - 1; back >= Math.max(floor, at - REACH); back--) {
    if (words.gapBefore(back + 1) !== SPACE) return false
    if (words.says(back, JOINING) || words.is(back, CONTRAST)) return false
    if (words.says(back, DOUBT)) return true
    if (words.says(back, CANNOT)) return true
    if (!alone && words.is(back, NEGATOR) && !isAnswer(words, back)) return true
  }
  return false
}

/** "Does not deny", "no se descarta". */
function isVerbDenied(words: CuedWords, at: number): boolean {
  const before = words.says(at - 1, CARRIES) ? at - 2 : at - 1
  for (let back = at; back > before; back--) if (words.gapBefore(back) !== SPACE) return false
  return words.is(before, NEGATOR) || words.says(before, CANNOT)
}

/** "No I am not suicidal", written without its comma. */
function isAnswer(words: CuedWords, at: number): boolean {
  return words.says(at, ANSWER) && words.is(at + 1, PRONOUN | NEGATOR)
}
