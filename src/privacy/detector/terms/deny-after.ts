import { cueBits } from './cue-bits.ts'
import type { CuedWords } from './cued-words.ts'
import { denialBits } from './denial-bits.ts'
import { COLON, SPACE } from './split-words.ts'

const ABSENT = cueBits('absent')
const LINKING = cueBits('linking')
const MATTER = cueBits('matter')
const NEGATOR = cueBits('negator')
const PERSON = cueBits('kin', 'patient')
const AFTER_ANSWER = denialBits('afterAnswer')
const BY = denialBits('by')
const CARRIES = denialBits('carries', 'listed')
const HALVES = denialBits('halves')
const JOINING = denialBits('and', 'either')
const OTHER_HALF = denialBits('otherHalf')
const THE = denialBits('the')

const REACH = 4

/** "Suicidal? No", "SI: none", "suicidal ideation was denied": the whole of the answer, and no more. */
export function deniesAfter(words: CuedWords, end: number): boolean {
  const gap = words.gapBefore(end)
  if (gap !== SPACE) return words.is(end, NEGATOR | ABSENT) && isAnswered(words, end + 1, gap)
  let at = end
  while (at < end + REACH && words.gapBefore(at) === SPACE && words.is(at, LINKING)) at++
  if (words.gapBefore(at) !== SPACE) return false
  if (words.is(at, ABSENT)) return isAbsent(words, at)
  return words.is(at, NEGATOR) && isNoMatter(words, at + 1)
}

function isAnswered(words: CuedWords, next: number, gap: number): boolean {
  if (words.gapBefore(next) !== SPACE) return true
  // In a form the next label may follow on the line: "SI: no HI: no".
  return gap === COLON && (isRest(words, next) || words.gapBefore(next + 1) === COLON)
}

function isAbsent(words: CuedWords, at: number): boolean {
  const next = words.says(at, HALVES) && words.says(at + 1, OTHER_HALF) ? at + 2 : at + 1
  if (!words.says(next, BY)) return isRest(words, next)
  const who = words.says(next + 1, THE) ? next + 2 : next + 1
  return words.is(who, PERSON)
}

function isNoMatter(words: CuedWords, from: number): boolean {
  for (let at = from; at < from + REACH && words.gapBefore(at) === SPACE; at++) {
    if (words.is(at, MATTER)) return isRest(words, at + 1)
    if (!words.says(at, CARRIES)) return false
  }
  return false
}

/** Whether nothing follows that would turn it: not "denied by the insurance". */
function isRest(words: CuedWords, next: number): boolean {
  return words.gapBefore(next) !== SPACE || words.says(next, AFTER_ANSWER | JOINING)
}
