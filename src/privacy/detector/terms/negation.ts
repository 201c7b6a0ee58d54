import type { TermKind } from '../finding.ts'
import { cueBits } from './cue-bits.ts'
import type { CuedWords } from './cued-words.ts'
import { COLON, COMMA, SPACE, STOP } from './split-words.ts'

const CONTRAST = cueBits('contrast')
const DENIAL = cueBits('denial')
const NEGATOR = cueBits('negator')
const PRONOUN = cueBits('pronoun')
const TURNED = cueBits('turned')
const WANTING = cueBits('wanting')
const LINKING = cueBits('linking')
const ABSENT = cueBits('absent')
const MATTER = cueBits('matter')
const LISTING = cueBits('listing')

/** How many words a denial carries. */
const REACH = 12
const REACH_AFTER = 4
const LIST_REACH = 4

/** Word offsets, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether the text says that what a term names is not there. */
export function isNegated(
  words: CuedWords,
  term: Span,
  kind: TermKind,
  denied: Span | undefined,
): boolean {
  return (
    isDeniedBefore(words, term.start, kind) ||
    isDeniedAfter(words, term.end) ||
    (denied !== undefined && isListedWith(words, denied, term))
  )
}

/**
 * A denial ("denies") reaches over commas and "and"; a bare "no" or "not" does not, and ends at
 * whoever the sentence turns to: "I don't work and I have anxiety".
 */
function isDeniedBefore(words: CuedWords, start: number, kind: TermKind): boolean {
  let bareReaches = true
  for (let at = start - 1; at >= Math.max(0, start - REACH); at--) {
    const gap = words.gapBefore(at + 1)
    if (gap === STOP || words.is(at, CONTRAST)) return false
    if (gap === COMMA) bareReaches = false
    if (words.is(at, DENIAL)) return true
    if (words.is(at, NEGATOR)) return bareReaches
    if (words.is(at, PRONOUN | TURNED)) bareReaches = false
    // Nobody who does not want to be depressed is well; who does not want to die is not in danger.
    if ((kind === 'mental-health' || kind === 'substance-use') && words.is(at, WANTING))
      bareReaches = false
  }
  return false
}

/** "Depression: no", "suicidal ideation was denied", "alcohol is not an issue". */
function isDeniedAfter(words: CuedWords, end: number): boolean {
  const gap = words.gapBefore(end)
  const answers = words.is(end, NEGATOR | ABSENT) && words.gapBefore(end + 1) !== SPACE
  if (gap !== SPACE) return answers || (gap === COLON && words.is(end, NEGATOR | ABSENT))
  let at = end
  while (at < end + REACH_AFTER && words.gapBefore(at) === SPACE && words.is(at, LINKING)) at++
  if (words.gapBefore(at) !== SPACE) return false
  if (words.is(at, ABSENT)) return true
  return words.is(at, NEGATOR) && saysNoMatter(words, at + 1)
}

function saysNoMatter(words: CuedWords, from: number): boolean {
  for (let at = from; at < from + REACH_AFTER && words.gapBefore(at) === SPACE; at++)
    if (words.is(at, MATTER)) return true
  return false
}

/** The next in a list whose item before was denied: "no depression, anxiety or mania". */
function isListedWith(words: CuedWords, denied: Span, term: Span): boolean {
  if (term.start - denied.end > LIST_REACH) return false
  for (let at = denied.end; at < term.start; at++)
    if (words.gapBefore(at) > COMMA || !words.is(at, LISTING)) return false
  return words.gapBefore(term.start) <= COMMA && !words.is(term.end, LINKING)
}
