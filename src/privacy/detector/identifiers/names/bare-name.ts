import type { Scan, Token } from '../scan.ts'
import {
  gapAfter,
  isCapital,
  isFamily,
  isGiven,
  isJoined,
  isKnown,
  isParticle,
  isPlainFamily,
  isPlainGiven,
  mayBeName,
} from './name-word.ts'
import { NOT_A_NAME } from './words-of-capital.ts'

export interface Run {
  readonly first: number
  readonly last: number
}

const LONGEST_NAME = 6
/** Family names that after a doubtful given name make the name of a place ("Hope Hall"). */
const PLACES = new Set(
  'hall hill house camp church bank banks field fields park parks lake lane street place way forest garden grove hope peace spring springs school valley wood woods court ridge rock ring day week holiday home land stone story work works may march summer winter page post card case chance note notes point power price'.split(
    ' ',
  ),
)
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

/** Takes in what follows of the same name: middle names, initials, particles, "Jr". */
export function extend(scan: Scan, from: number, accepts: (token: Token) => boolean): number {
  let last = from
  while (last - from < LONGEST_NAME - 1 && isJoined(scan, last)) {
    const next = scan.tokens[last + 1]
    if (next === undefined) break
    const beyond = scan.tokens[last + 2]
    const isBridge =
      isParticle(next) &&
      beyond !== undefined &&
      (isCapital(beyond) || isParticle(beyond)) &&
      isJoined(scan, last + 1)
    if (!isBridge && next.shape !== 'initial' && !SUFFIXES.has(next.word) && !accepts(next)) break
    if (next.shape === 'initial' && next.word === 'i') break
    last += 1
  }
  return last
}

const follows = (token: Token): boolean =>
  isCapital(token) && (isKnown(token) || mayBeName(token)) && !isOnlyWord(token)

const isOnlyWord = (token: Token): boolean => NOT_A_NAME.has(token.word) && !isFamily(token)

function isSecond(scan: Scan, index: number, doubtful: boolean): boolean {
  const token = scan.tokens[index + 1]
  if (token === undefined || !isJoined(scan, index) || !isCapital(token)) return false
  if (isPlainFamily(token, scan) || isPlainGiven(token)) return true
  if (PLACES.has(token.word)) return false
  return doubtful
    ? isFamily(token) && !NOT_A_NAME.has(token.word)
    : isFamily(token) || mayBeName(token)
}

/** A doubtful given name is one when a family name follows, an initial between or not. */
function doubtfulGiven(scan: Scan, index: number): Run | undefined {
  const verb = scan.tokens[index + 1]
  if (verb !== undefined && FEELS.has(verb.word) && gapAfter(scan, index) === ' ')
    return { first: index, last: index }
  const next = scan.tokens[index + 1]
  const skip = next?.shape === 'initial' && isJoined(scan, index) ? 1 : 0
  if (!isSecond(scan, index + skip, true)) return undefined
  return {
    first: index,
    last: extend(scan, index + skip + 1, follows),
  }
}

function shouted(scan: Scan, index: number, run: Run): Run | undefined {
  const other = scan.tokens[index + 1]
  if (run.last > index && other !== undefined && (isKnown(other) || other.shape === 'initial'))
    return run
  return undefined
}

function plainGiven(scan: Scan, index: number): Run | undefined {
  const token = scan.tokens[index]
  const run = { first: index, last: extend(scan, index, follows) }
  return token?.shape === 'caps' ? shouted(scan, index, run) : run
}

/** At the beginning of a line, or behind a comma, a colon or a bracket. */
const isSetApart = ({ text, tokens }: Scan, index: number): boolean =>
  /(?:^|[\n,:;(|] {0,2})$/.test(
    text.slice(Math.max(0, (tokens[index]?.start ?? 0) - 3), tokens[index]?.start),
  )

/** "J. Okafor" */
function initialed(scan: Scan, index: number): Run | undefined {
  let last = index
  while (
    scan.tokens[last]?.shape === 'initial' &&
    last - index < 3 &&
    /^\. ?$/.test(gapAfter(scan, last))
  )
    last += 1
  const family = scan.tokens[last]
  if (last === index || family === undefined || !isCapital(family)) return undefined
  if (isSetApart(scan, index) && mayBeName(family) && family.word.length > 3)
    return { first: index, last }
  return isPlainFamily(family, scan) ? { first: index, last } : undefined
}

/** "Okafor, Chidi" */
function reversed(scan: Scan, index: number): Run | undefined {
  const [family, given] = [scan.tokens[index], scan.tokens[index + 1]]
  if (family === undefined || given === undefined || !/^, ?$/.test(gapAfter(scan, index)))
    return undefined
  if (!isCapital(given) || given.shape !== family.shape || isPlainGiven(family)) return undefined
  const isPair = isPlainFamily(family, scan)
    ? isGiven(given) || mayBeName(given)
    : isPlainGiven(given) && (isFamily(family) || mayBeName(family))
  if (!isPair || family.word === given.word) return undefined
  return {
    first: index,
    last: extend(scan, index + 1, (token) => isPlainFamily(token, scan) || isPlainGiven(token)),
  }
}

function family(scan: Scan, index: number): Run | undefined {
  const token = scan.tokens[index]
  if (token === undefined) return undefined
  if (token.shape === 'capital' && isPlainFamily(token, scan) && token.word.length > 3) {
    return {
      first: index,
      last: extend(scan, index, (next) => isCapital(next) && isPlainFamily(next, scan)),
    }
  }
  const next = scan.tokens[index + 1]
  if (
    !mayBeName(token) ||
    token.shape !== 'capital' ||
    next?.shape !== 'capital' ||
    !isJoined(scan, index)
  )
    return undefined
  return isPlainFamily(next, scan)
    ? { first: index, last: extend(scan, index + 1, (more) => isPlainFamily(more, scan)) }
    : undefined
}

/** What people do and centres do not. */
const DOES = new Set(
  'says said asks asked agreed wants wanted called calls emailed texted replied wrote mentioned told admitted denies denied lives thinks hopes stated reports requested requests confirmed declined signed cried feels felt needs tried drinks drank relapsed overdosed died passed moved married works worked attends attended complained disclosed expressed refused'.split(
    ' ',
  ),
)

/** What only people do, so that one word before it is enough. */
const FEELS = new Set(
  'called texted cried drinks drank relapsed overdosed died lives feels felt denies denied married phoned'.split(
    ' ',
  ),
)

/** "Jarek relapsed", "Fatoumata D." */
function unlistedSingle(scan: Scan, index: number, one: Token, other: Token): Run | undefined {
  if (!mayBeName(one) || one.word.length < 3 || LETTERED.has(one.word)) return undefined
  if (FEELS.has(other.word)) return { first: index, last: index }
  const isInitialed = other.shape === 'initial' && isClosedInitial(scan, index + 1)
  return isInitialed ? { first: index, last: index + 1 } : undefined
}

/** Two words on no list, said to do what only a person does, or closing a letter. */
function unlisted(scan: Scan, index: number): Run | undefined {
  const [one, other] = [scan.tokens[index], scan.tokens[index + 1]]
  if (one?.shape !== 'capital' || other === undefined || gapAfter(scan, index) !== ' ') {
    return undefined
  }
  const single = unlistedSingle(scan, index, one, other)
  if (single !== undefined || other.shape !== 'capital') return single
  if (!mayBeName(one) || !mayBeName(other) || isCapitalAround(scan, index)) return undefined
  const verb = scan.tokens[index + 2]
  const isDoing = verb !== undefined && DOES.has(verb.word) && gapAfter(scan, index + 1) === ' '
  const isLetterhead = /^"? <$/.test(gapAfter(scan, index + 1).slice(0, 3))
  const isSigned =
    verb === undefined &&
    index > 8 &&
    /^\.?\s*$/.test(gapAfter(scan, index + 1)) &&
    /^(?:[.!?] {1,2}|\s*\n\s*)$/.test(gapAfter(scan, index - 1))
  return isDoing || isLetterhead || isSigned ? { first: index, last: index + 1 } : undefined
}

/** Things told apart by a letter ("Vitamin D."), as people are by an initial. */
const LETTERED = new Set(
  'vitamin plan hepatitis part type building schedule exhibit group option section level class grade unit suite room step point appendix tier phase hep wing ward table figure form question item track team block lot gate floor zone bldg cluster series medicare axis influenza strep model version drive line column row generation'.split(
    ' ',
  ),
)

const isClosedInitial = (scan: Scan, index: number): boolean =>
  /^\.(?:$|[\s,;)])/.test(gapAfter(scan, index))

/** A third capital on either side makes it a title or the name of a place. */
function isCapitalAround(scan: Scan, index: number): boolean {
  const [before, after] = [scan.tokens[index - 1], scan.tokens[index + 2]]
  return (
    (before?.shape === 'capital' && gapAfter(scan, index - 1) === ' ') ||
    (after?.shape === 'capital' && gapAfter(scan, index + 1) === ' ')
  )
}

/** "jane doe" in a text that knows no capitals: both words are names and nothing else. */
function uncapitalised(scan: Scan, index: number): Run | undefined {
  const [given, next] = [scan.tokens[index], scan.tokens[index + 1]]
  if (given === undefined || next === undefined || gapAfter(scan, index) !== ' ') return undefined
  const isPair =
    isPlainGiven(given) &&
    next.shape === 'lower' &&
    isFamily(next) &&
    !NOT_A_NAME.has(next.word) &&
    given.word.length > 2 &&
    next.word.length > 2
  return isPair ? { first: index, last: index + 1 } : undefined
}

/** A name that stands by itself, told by the lists and its capitals. */
export function bareNameAt(scan: Scan, index: number): Run | undefined {
  const token = scan.tokens[index]
  if (token === undefined || token.shape === 'number' || token.shape === 'mixed') return undefined
  if (token.shape === 'lower') return uncapitalised(scan, index)
  if (token.shape === 'initial') return initialed(scan, index)
  const back = reversed(scan, index)
  if (back !== undefined) return back
  if (isPlainGiven(token)) return plainGiven(scan, index)
  return (
    (isGiven(token) ? doubtfulGiven(scan, index) : undefined) ??
    family(scan, index) ??
    unlisted(scan, index)
  )
}
