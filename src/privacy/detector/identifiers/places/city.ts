import type { Candidate } from '../candidate.ts'
import { GIVEN_NAMES } from '../names/given-names.ts'
import { NOT_A_NAME, ORGANISATION_WORDS } from '../names/words-of-capital.ts'
import type { TokenRule } from '../rule.ts'
import type { Scan, Token } from '../scan.ts'
import { CITIES, CITIES_ALSO_WORDS, CITY_BEGINNINGS } from './cities.ts'
import { STATE_CODES, STATE_NAMES } from './states.ts'

const STATES = new Set(STATE_NAMES)
const CODES = new Set(STATE_CODES.map((code) => code.toLowerCase()))
const LONGEST_CITY = 3
/** After these a city's name is a place even when it is somebody's name too. */
const PLACING = new Set(
  'in near around outside to at downtown greater of from by en cerca desde toward towards leaving visiting serving city ciudad across throughout within'.split(
    ' ',
  ),
)
const FOLLOWING = new Set(
  'area based metro metropolitan office location clinic campus suburb suburbs resident native'.split(
    ' ',
  ),
)

interface Span {
  readonly first: number
  readonly last: number
}

function gap({ text, tokens }: Scan, index: number): string {
  return text.slice(tokens[index]?.end ?? 0, tokens[index + 1]?.start ?? text.length)
}

function phrase({ tokens }: Scan, { first, last }: Span): string {
  return tokens
    .slice(first, last + 1)
    .map(({ word }) => word)
    .join(' ')
}

/** The longest city that begins at the token. */
function cityAt(scan: Scan, first: number): Span | undefined {
  let last = first
  const longest = CITY_BEGINNINGS.get(scan.tokens[first]?.word ?? '') ?? 0
  while (last - first < longest - 1 && /^(?: |-|\. )$/.test(gap(scan, last))) last += 1
  for (; last >= first; last -= 1) {
    if (CITIES.has(phrase(scan, { first, last }))) return { first, last }
  }
  return undefined
}

/** "…, TX" or "…, Texas" or a zip behind makes a place of any name. */
function isFollowedByState(scan: Scan, last: number): boolean {
  if (!/^,? {1,2}$/.test(gap(scan, last))) return false
  const next = scan.tokens[last + 1]
  if (next === undefined) return false
  if (next.shape === 'caps' && CODES.has(next.word)) return true
  if (gap(scan, last).startsWith(',') && CODES.has(next.word) && next.word.length === 2) return true
  const two = `${next.word} ${scan.tokens[last + 2]?.word ?? ''}`
  return STATES.has(next.word) || STATES.has(two)
}

function isAlone({ tokens }: Scan, { first, last }: Span): boolean {
  return first === 0 && last === tokens.length - 1
}

function isCityHere(scan: Scan, span: Span): boolean {
  const { tokens } = scan
  const token = tokens[span.first]
  if (token === undefined) return false
  if (isFollowedByState(scan, span.last)) return true
  const word = phrase(scan, span)
  const before = tokens[span.first - 1]?.word ?? ''
  const after = tokens[span.last + 1]?.word ?? ''
  const placed = PLACING.has(before) && /^\s$|^: /.test(gap(scan, span.first - 1))
  if (
    ORGANISATION_WORDS.has(after) &&
    after !== 'county' &&
    !placed &&
    /^ $/.test(gap(scan, span.last))
  )
    return false
  const capital = token.shape === 'capital' || token.shape === 'caps'
  if (!placed && isPartOfMore(scan, span)) return false
  if (!CITIES_ALSO_WORDS.has(word)) return capital || placed
  if (!capital) return false
  return placed
    ? before !== 'to' && before !== 'by' && before !== 'at'
    : FOLLOWING.has(after) || isAlone(scan, span)
}

/** "Chicago Bears", "the Philadelphia chromosome": a place only by its name. */
function isPartOfMore({ text, tokens }: Scan, { first, last }: Span): boolean {
  const next = tokens[last + 1]
  const gap = text.slice(tokens[last]?.end, next?.start)
  if (
    next !== undefined &&
    next.shape === 'capital' &&
    gap === ' ' &&
    !NOT_A_NAME.has(next.word) &&
    !STATES.has(next.word)
  )
    return true
  return (
    tokens[first - 1]?.word === 'the' &&
    next?.shape === 'lower' &&
    gap === ' ' &&
    !FOLLOWING.has(next.word)
  )
}

function isNameWord({ shape, word }: Token): boolean {
  return (shape === 'capital' || shape === 'caps') && !NOT_A_NAME.has(word)
}

/** Codes that are degrees, words or labels too: without a comma they need a postal code behind. */
const CODES_ALSO_WORDS = new Set(
  'id ok in or me hi oh pa la al co de md ms ma va as aa ap ae'.split(' '),
)
const DEGREES = new Set(['md', 'ma', 'pa', 'ms'])

function isStateOf(scan: Scan, last: number, first: Token): boolean {
  const [state, zip] = [scan.tokens[last + 1], scan.tokens[last + 2]]
  if (state === undefined || zip?.shape === 'number') return state !== undefined
  if (gap(scan, last).startsWith(','))
    return !DEGREES.has(state.word) || !GIVEN_NAMES.has(first.word)
  return state.shape === 'caps' && !CODES_ALSO_WORDS.has(state.word)
}

/** An unlisted town known by the state behind it: "Marble Falls, TX". */
function townBefore(scan: Scan, last: number): Span | undefined {
  const first = startOfTown(scan, last)
  const one = scan.tokens[first]
  if (one?.shape !== 'capital' || scan.tokens[last]?.shape !== 'capital') return undefined
  if (!isFollowedByState(scan, last)) return undefined
  if (!isStateOf(scan, last, one) || STATES.has(phrase(scan, { first, last }))) return undefined
  return first < last || isNameWord(one) || PLACE_WORDS.has(one.word) ? { first, last } : undefined
}

function startOfTown(scan: Scan, last: number): number {
  const { tokens } = scan
  let first = last
  const isJoined = (at: number): boolean =>
    tokens[at - 1]?.shape === 'capital' && gap(scan, at - 1) === ' '
  while (last - first < LONGEST_CITY - 1 && isJoined(first)) first -= 1
  while (first < last && PLACING.has(tokens[first]?.word ?? '')) first += 1
  return first
}

const PLACE_WORDS = new Set(
  'springs falls park valley lake river fort summit columbia college reading mobile central'.split(
    ' ',
  ),
)

const asCandidate = ({ tokens }: Scan, { first, last }: Span): Candidate => ({
  kind: 'geography',
  certainty: 'plain',
  start: tokens[first]?.start ?? 0,
  end: tokens[last]?.end ?? 0,
})

function placeAt(scan: Scan, span: Span | undefined): Candidate | undefined {
  if (span === undefined) return undefined
  const candidate = asCandidate(scan, span)
  return isFollowedByState(scan, span.last) ? { ...candidate, certainty: 'checked' } : candidate
}

function listedCityAt(scan: Scan, index: number): Candidate | undefined {
  const city = cityAt(scan, index)
  return city !== undefined && isCityHere(scan, city) ? placeAt(scan, city) : undefined
}

/** Cities by the list, and any town that stands before its state. */
export const CITY_RULES: readonly TokenRule[] = [
  { at: [...CITY_BEGINNINGS.keys()], find: listedCityAt },
  {
    at: [...CODES, ...STATE_NAMES.map((name) => name.split(' ')[0] ?? name)],
    find: (scan, index) => placeAt(scan, townBefore(scan, index - 1)),
  },
]
