import type { Scan, Token } from '../scan.ts'
import { extend, type Run } from './bare-name.ts'
import type { NameCue, Trust } from './name-cues.ts'
import {
  isCapital,
  isFamily,
  isJoined,
  isKnown,
  isPlainFamily,
  isPlainGiven,
  mayBeName,
} from './name-word.ts'
import { NOT_A_NAME, ORGANISATION_WORDS } from './words-of-capital.ts'

/** A lower-case word a "name:" may introduce, and nothing of an ordinary sentence. */
const isPlainWord = ({ word, shape }: Token): boolean =>
  shape === 'lower' && word.length > 1 && !NOT_A_NAME.has(word) && !ORGANISATION_WORDS.has(word)

const capitalOrKnown = (token: Token): boolean =>
  isCapital(token) && (mayBeName(token) || isKnown(token))

function acceptsFirst(scan: Scan, index: number, trust: Trust): boolean {
  const token = scan.tokens[index]
  if (token === undefined) return false
  if (token.shape === 'initial') return isJoined(scan, index) && isNextName(scan, index)
  if (token.shape === 'lower')
    return trust === 'label'
      ? isPlainWord(token) || isPlainGiven(token)
      : isPlainGiven(token) && token.word.length > 2
  if (!isCapital(token)) return false
  if (trust === 'label' || trust === 'capital')
    return (
      mayBeName(token) ||
      (isKnown(token) &&
        (!NOT_A_NAME.has(token.word) || isNextName(scan, index) || trust === 'label'))
    )
  if (isPlainGiven(token) || isPlainFamily(token, scan)) return true
  if (trust === 'listed') return isListedPair(scan, index)
  if (isKnown(token) && !NOT_A_NAME.has(token.word)) return true
  return capitalOrKnown(token) && isNextName(scan, index)
}

/** Two capitalised words of which one is a listed name, or both are doubtful ones. */
function isListedPair(scan: Scan, index: number): boolean {
  const [one, next] = [scan.tokens[index], scan.tokens[index + 1]]
  if (
    one === undefined ||
    next === undefined ||
    !isNextName(scan, index) ||
    NOT_A_NAME.has(one.word)
  )
    return false
  return isPlainFamily(next, scan) || (isKnown(one) && isKnown(next))
}

function isNextName(scan: Scan, index: number): boolean {
  const next = scan.tokens[index + 1]
  return (
    next !== undefined &&
    isJoined(scan, index) &&
    capitalOrKnown(next) &&
    !NOT_A_NAME.has(next.word)
  )
}

function acceptsNext(token: Token, trust: Trust): boolean {
  if (capitalOrKnown(token))
    return !NOT_A_NAME.has(token.word) || isFamily(token) || trust === 'label'
  if (token.shape !== 'lower') return false
  return (
    (isFamily(token) && !NOT_A_NAME.has(token.word)) ||
    isPlainGiven(token) ||
    (trust === 'label' && isPlainWord(token))
  )
}

const LOOK_AHEAD = 40

/** The token that begins where the cue ended. */
function tokenAt({ tokens }: Scan, from: number, offset: number): number | undefined {
  for (let index = from; index < Math.min(tokens.length, from + LOOK_AHEAD); index += 1) {
    const start = tokens[index]?.start ?? 0
    if (start === offset) return index
    if (start > offset) return undefined
  }
  return undefined
}

/** `isSure` unless anything else might have followed the cue. */
export interface ToldName extends Run {
  readonly isSure: boolean
}

/** The name a cue introduces, such as "my name is" or "Ms.". */
export function toldNameAt(
  scan: Scan,
  index: number,
  cues: readonly NameCue[],
): ToldName | undefined {
  for (const { pattern, trust, ends } of cues) {
    pattern.lastIndex = scan.tokens[index]?.start ?? 0
    const cue = pattern.exec(scan.text)
    if (cue === null) continue
    const first = tokenAt(scan, index, pattern.lastIndex)
    if (first === undefined || !acceptsFirst(scan, first, trust)) continue
    const last = extend(scan, first, (token) => acceptsNext(token, trust))
    const end = scan.tokens[last]?.end ?? 0
    if (ends !== undefined && !ends.test(scan.text.slice(end, end + 16))) continue
    return { first, last, isSure: trust !== 'listed' }
  }
  return undefined
}
