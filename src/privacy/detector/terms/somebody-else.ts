import { cueBits } from './cue-bits.ts'
import type { CuedWords } from './cued-words.ts'
import type { Span } from './negation.ts'
import { SPACE, STOP } from './split-words.ts'

const ABOUT = cueBits('about')
const ANYBODY = cueBits('anybody')
const ASIDE = cueBits('aside')
const BEING = cueBits('being')
const GONE = cueBits('gone')
const KIN = cueBits('kin')
const LINKING = cueBits('linking')
const MINE = cueBits('mine')
const OWN = cueBits('own')
const PATIENT = cueBits('patient')
const POSSESSIVE = cueBits('possessive')
const PRONOUN = cueBits('pronoun')
const SEEKING = cueBits('seeking')
const SELF = cueBits('self')
const SOMEONES = cueBits('someones')
const THIRD = cueBits('third')
const WHO = cueBits('who')

const REACH = 24
const REACH_AFTER = 5
/** Words between "my" and "son", or between "as a" and "mother". */
const QUALIFIERS = 4
/** So near to a person, a term is about them. */
const CLOSE = 3

/** Whether a term is said of another person than who writes: whoever was spoken of last before it. */
export function isOfSomebodyElse(words: CuedWords, term: Span): boolean {
  return personWithin(words, term) ?? (isForAnother(words, term.end) || isAfterAnother(words, term))
}

/** Terms may name the person themselves: "hurt herself", "sister's drinking". */
function personWithin(words: CuedWords, { start, end }: Span): boolean | undefined {
  if (words.is(start, KIN)) return true
  for (let at = end - 1; at >= start; at--) {
    if (words.is(at, OWN)) return true
    if (words.is(at, SELF)) return false
  }
  return undefined
}

function isAfterAnother(words: CuedWords, { start }: Span): boolean {
  for (let at = start - 1; at >= Math.max(0, start - REACH); at--) {
    if (words.gapBefore(at + 1) === STOP) return false
    if (isAnother(words, at, start)) return true
    // "somebody I love"
    if (words.is(at, SELF) && !isOfMine(words, at)) return words.is(at - 1, ANYBODY)
  }
  return false
}

function isAnother(words: CuedWords, at: number, start: number): boolean {
  if (words.is(at, THIRD)) return true
  if (words.is(at, PATIENT)) return words.is(at - 1, SELF | SOMEONES)
  const first = firstOfPhrase(words, at)
  if (words.is(at, ANYBODY)) return words.is(at + 1, LINKING | WHO) && !isSought(words, first)
  return words.is(at, KIN) && isSubject(words, first, at, start)
}

/** "looking for someone who" */
function isSought(words: CuedWords, first: number): boolean {
  return words.is(first - 1, SEEKING) || words.is(first - 2, SEEKING)
}

/** Whether a person in a sentence is who the term is about, and does not only come into it. */
function isSubject(words: CuedWords, first: number, kin: number, start: number): boolean {
  if (words.is(first - 1, BEING)) return false
  if (start - kin <= CLOSE) return true
  if (words.is(kin + 1, GONE)) return false
  return !words.is(first - 1, ASIDE) || words.is(kin + 1, LINKING | WHO)
}

/** "for my 16-year-old son", "in my family". */
function isForAnother(words: CuedWords, end: number): boolean {
  for (let at = end; at < end + REACH_AFTER && words.gapBefore(at) === SPACE; at++) {
    if (words.is(at, PRONOUN)) return false
    if (!words.is(at, ABOUT) || !words.is(at + 1, POSSESSIVE)) continue
    for (let next = at + 2; next <= at + 2 + QUALIFIERS; next++) {
      if (words.gapBefore(next) !== SPACE) break
      if (words.is(next, KIN)) return true
    }
  }
  return false
}

/** Where "my older brother" begins. */
function firstOfPhrase(words: CuedWords, kin: number): number {
  for (let at = kin - 1; at >= Math.max(0, kin - QUALIFIERS); at--)
    if (words.is(at, POSSESSIVE)) return at
  return kin
}

/** "a client of mine" */
function isOfMine(words: CuedWords, at: number): boolean {
  return words.is(at, MINE) && words.is(at - 1, ABOUT)
}
