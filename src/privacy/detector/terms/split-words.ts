import { foldTable, GAP, SKIP } from './fold-letter.ts'

/** What stands before a word. A term may run across `SPACE` only. */
export const SPACE = 0
export const COMMA = 1
export const COLON = 2
/** End of a sentence or of a line that the next does not carry on. */
export const STOP = 3

/** The words of a text as parallel columns, so that a megabyte makes four arrays and no objects. */
export interface Words {
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Ids in the word table; 0 for a word it does not hold. */
  readonly ids: Uint16Array
  readonly gaps: Uint8Array
  /** 1 when the word is written all in capitals. */
  readonly capitals: Uint8Array
  readonly text: string
}

/** The id of a word given by the first `length` of some folded letters; 0 when it has none. */
export type ReadId = (letters: Uint16Array, length: number) => number

const LONGEST = 40
const STRAIGHT_QUOTE = 0x27
const CURLY_QUOTE = 0x2019
const DOT = 0x2e
const NEWLINE = 0x0a
const QUESTION = 0x3f

/** Cuts a text into words and looks each one up, in one pass over its units. */
export function splitWords(text: string, idOf: ReadId): Words {
  const room = Math.ceil(text.length / 2) + 1
  const starts = new Int32Array(room)
  const ends = new Int32Array(room)
  const ids = new Uint16Array(room)
  const gaps = new Uint8Array(room)
  const capitals = new Uint8Array(room)
  const fold = foldTable()
  const letters = new Uint16Array(LONGEST)
  let count = 0
  let at = 0
  let gap = STOP
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if ((fold[unit] ?? GAP) <= SKIP) {
      gap = Math.max(gap, gapOf(text, at, unit))
      at++
      continue
    }
    const start = at
    let length = 0
    let lower = 0
    for (; at < text.length; at++) {
      const inner = text.charCodeAt(at)
      const letter = fold[inner] ?? GAP
      if (letter === GAP && !joins(text, at, inner, fold, length)) break
      if (letter <= SKIP) continue
      if (inner === letter || inner > 0x7f) lower++
      if (length < LONGEST) letters[length] = letter
      length++
    }
    starts[count] = start
    ends[count] = at
    ids[count] = length > LONGEST ? 0 : idOf(letters, length)
    gaps[count] = gap
    capitals[count] = lower === 0 ? 1 : 0
    count++
    gap = SPACE
  }
  return { count, starts, ends, ids, gaps, capitals, text }
}

/** An apostrophe inside a word, and the dots of an abbreviation such as O.D. */
function joins(text: string, at: number, unit: number, fold: Uint16Array, length: number): boolean {
  if ((fold[text.charCodeAt(at + 1)] ?? GAP) <= SKIP) return false
  if (unit === STRAIGHT_QUOTE || unit === CURLY_QUOTE) return true
  if (unit !== DOT) return false
  const single = (fold[text.charCodeAt(at + 2)] ?? GAP) <= SKIP
  return single && (length === 1 || text.charCodeAt(at - 2) === DOT)
}

function gapOf(text: string, at: number, unit: number): number {
  switch (unit) {
    case DOT:
      return isOpen(text.charCodeAt(at + 1)) ? STOP : COMMA
    case NEWLINE:
      return carriesOn(text.charCodeAt(at + 1)) ? SPACE : STOP
    case 0x21: // !
    case QUESTION:
    case 0x3b: // ;
    case 0xbf: // ¿
    case 0xa1: // ¡
    case 0x2022: // •
    case 0x7c: // |
      return STOP
    case 0x3a: // :
    case 0x3d: // =
      return COLON
    case 0x2c: // ,
    case 0x28: // (
    case 0x29: // )
    case 0x5b: // [
    case 0x5d: // ]
    case 0x2013: // –
    case 0x2014: // —
    case 0x2026: // …
      return COMMA
    default:
      return SPACE
  }
}

function isOpen(next: number): boolean {
  return Number.isNaN(next) || next <= 0x20 || next === DOT || next === 0x22 || next === 0x29
}

/** A line that begins in lower case goes on with the sentence before it. */
function carriesOn(next: number): boolean {
  return next >= 0x61 && next <= 0x7a
}
