import type { TermKind } from '../finding.ts'
import { cueBits } from './cue-bits.ts'
import type { CuedWords } from './cued-words.ts'
import { denialBits } from './denial-bits.ts'
import { isUndone } from './denial-undone.ts'
import { isMeasured, isOfAPerson } from './denial-unsettled.ts'
import { deniesAfter } from './deny-after.ts'
import type { Span } from './negation.ts'
import { COMMA, SPACE } from './split-words.ts'

const DENIAL = cueBits('denial')
const NEGATOR = cueBits('negator')
const PRONOUN = cueBits('pronoun')
const ABUSE = denialBits('abuse')
const ABUSED = denialBits('abused')
const AND = denialBits('and')
const BARE = denialBits('bare')
const CARRIES = denialBits('carries', 'listed')
const EITHER = denialBits('either')
const FINITE = denialBits('finite')
const HALVES = denialBits('halves')
const LISTED = denialBits('listed')
const LONGER = denialBits('longer')
const NEVER = denialBits('never')
const OF_THINGS = denialBits('ofThings')
const OTHER_HALF = denialBits('otherHalf')
const PERFECT = denialBits('perfect')
const STANDING = denialBits('standing')
const THAT = denialBits('that')
const TO = denialBits('to')
const WITHHELD = denialBits('withheld')

/** How many words a denial carries, and how many may stand between two of a list. */
const REACH = 12
const LIST_REACH = 4

/** How a term is denied beyond doubt: by "denies", by "no" or another word for things, by "not". */
type Denier = 'verb' | 'thing' | 'bare'

/** A term that was read already; `by` is missing where it is not denied beyond doubt. */
export interface Told extends Span {
  readonly kind: TermKind
  readonly by: Denier | undefined
}

/**
 * What denies a term beyond doubt: a denial with nothing but words that carry one after it, and none
 * before it that undoes it. Stricter than `isNegated`, for people in danger are never taken for well.
 */
export function denierOf(
  words: CuedWords,
  { kind, ...term }: Span & { readonly kind: TermKind },
  before: Told | undefined,
): Denier | undefined {
  if (words.says(term.start, STANDING) || isOfAPerson(words, term.end)) return undefined
  const by = denierBefore(words, term, before?.end ?? 0)
  if (by !== undefined) return by
  if (deniesAfter(words, term.end)) return 'bare'
  return before !== undefined && isListedWith(words, before, term, kind) ? before.by : undefined
}

/** What the walk from a term back to its denial has passed. */
interface Passed {
  /** "Or" ends a list, so that commas before it belong to the list. */
  ofList: boolean
  /** What "not" and "no" do not reach over, but "denies" does. */
  verbOnly: boolean
  finite: boolean
}

function denierBefore(words: CuedWords, term: Span, floor: number): Denier | undefined {
  const passed: Passed = {
    ofList: false,
    verbOnly: false,
    finite: words.says(term.start, FINITE),
  }
  for (let at = term.start - 1; at >= Math.max(0, term.start - REACH); at--) {
    const gap = words.gapBefore(at + 1)
    if (gap > (passed.ofList ? COMMA : SPACE)) return undefined
    // A sentence may begin behind a term without a mark: "no SI wants to die".
    if (at + 1 === floor && !mayFollow(words, floor)) return undefined
    if (words.is(at, DENIAL | NEGATOR)) return denierAt(words, at, term, floor, passed)
    if (!carries(words, at, passed)) return undefined
  }
  return undefined
}

function mayFollow(words: CuedWords, at: number): boolean {
  return words.says(at, LISTED | EITHER | AND)
}

/** Whether a word lets a denial before it through; what it passes is noted. */
function carries(words: CuedWords, at: number, passed: Passed): boolean {
  if (words.says(at, EITHER | AND)) {
    const either = words.says(at, EITHER)
    passed.ofList = true
    passed.verbOnly ||= !either
    return words.says(at + 1, either ? LISTED | BARE : LISTED)
  }
  if (words.is(at, PRONOUN)) {
    passed.verbOnly = true
    passed.finite = false
    return words.says(at - 1, THAT)
  }
  if (words.says(at, OTHER_HALF)) return words.is(at - 1, DENIAL) && words.says(at - 1, HALVES)
  if (words.says(at, ABUSED)) return words.says(at + 1, ABUSE)
  if (words.says(at, FINITE)) passed.finite = true
  return words.says(at, CARRIES | LONGER) || (words.says(at, THAT) && words.is(at + 1, PRONOUN))
}

function denierAt(
  words: CuedWords,
  at: number,
  { start, end }: Span,
  floor: number,
  passed: Passed,
): Denier | undefined {
  const verb = words.is(at, DENIAL)
  if (words.says(at, HALVES) && !words.says(at + 1, OTHER_HALF)) return undefined
  if (passed.verbOnly && !verb) return undefined
  const ofThings = words.says(at, OF_THINGS) && !words.says(at + 1, LONGER)
  // "No plan, wants to die" without its comma; "no" itself may deny a verb: "no quiero morir".
  if (ofThings && passed.finite && at + 1 < start) return undefined
  // "Trying not to" and "hard to not": of whom it is said, it is what they try.
  if (!verb && (words.says(at + 1, TO) || words.says(at - 1, TO))) return undefined
  if (isUndone(words, at, floor, verb)) return undefined
  if (isMeasured(words, end, words.says(at, NEVER) || words.says(at - 1, PERFECT))) return undefined
  if (verb) return 'verb'
  return ofThings ? 'thing' : 'bare'
}

/** The next in a list whose item before was denied: "no depression, anxiety or suicidal thoughts". */
function isListedWith(
  words: CuedWords,
  before: Told,
  { start, end }: Span,
  kind: TermKind,
): boolean {
  const { by } = before
  if (by === undefined || isWithheld(words, before)) return false
  if (start - before.end > LIST_REACH) return false
  let either = words.says(end, EITHER)
  for (let at = before.end; at < start; at++) {
    if (words.gapBefore(at) > COMMA) return false
    if (words.says(at, EITHER)) either = true
    else if (!words.says(at, AND | LISTED)) return false
  }
  if (words.gapBefore(start) > COMMA || isMeasured(words, end, true)) return false
  if (kind !== 'crisis') return either || by === 'verb' || start === before.end
  if (either) return words.says(start, LISTED | BARE)
  if (!words.says(start, LISTED)) return false
  return by === 'verb' || (by === 'thing' && before.kind === 'crisis')
}

/** Care that was refused, or that somebody goes without, denies nothing after it: "no meds, suicidal". */
function isWithheld(words: CuedWords, { start, end, kind }: Told): boolean {
  if (kind === 'medication') return true
  for (let at = start; at < end; at++) if (words.says(at, WITHHELD)) return true
  return false
}
