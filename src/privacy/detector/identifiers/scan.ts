/** How a token is written: `initial` is one capital, `mixed` has letters and digits. */
type Shape = 'lower' | 'capital' | 'caps' | 'initial' | 'number' | 'mixed'

/** A run of letters and digits; a possessive "'s" is left out. */
export interface Token {
  readonly start: number
  readonly end: number
  /** Lower case, accents removed, for looking up. */
  readonly word: string
  readonly shape: Shape
}

export interface Scan {
  readonly text: string
  readonly tokens: readonly Token[]
}

const UPPER = 1
const LOWER = 2
const DIGIT = 4
/** Beyond ASCII; with UPPER or LOWER. */
const FOREIGN = 8
const NOTHING = 0

const LETTER = /\p{L}/u
const MARK_OR_NUMBER = /[\p{M}\p{N}]/u

const CLASSES = new Uint8Array(128)
for (let code = 0; code < 128; code += 1) {
  const character = String.fromCharCode(code)
  if (character >= 'A' && character <= 'Z') CLASSES[code] = UPPER
  else if (character >= 'a' && character <= 'z') CLASSES[code] = LOWER
  else if (character >= '0' && character <= '9') CLASSES[code] = DIGIT
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 128) return CLASSES[code] ?? NOTHING
  const character = text.charAt(at)
  if (LETTER.test(character))
    return (character.toLowerCase() === character ? LOWER : UPPER) | FOREIGN
  return MARK_OR_NUMBER.test(character) ? LOWER | FOREIGN : NOTHING
}

function shapeOf(first: number, all: number, length: number): Shape {
  if (all === DIGIT) return 'number'
  if ((all & DIGIT) !== 0) return 'mixed'
  if ((first & LOWER) !== 0) return 'lower'
  if ((all & LOWER) !== 0) return 'capital'
  return length === 1 ? 'initial' : 'caps'
}

function foldWord(raw: string, all: number): string {
  if (all === LOWER || all === DIGIT) return raw
  const lower = raw.toLowerCase()
  return (all & FOREIGN) === 0 ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}

const APOSTROPHE = 0x27

/** An apostrophe belongs to the word when a letter stands on both sides ("O'Brien", "don't"). */
function isInnerApostrophe(text: string, at: number): boolean {
  return text.charCodeAt(at) === APOSTROPHE && (classAt(text, at + 1) & (UPPER | LOWER)) !== 0
}

function isPossessive(text: string, start: number, end: number): boolean {
  if (end - start < 3 || text.charCodeAt(end - 2) !== APOSTROPHE) return false
  return text.charCodeAt(end - 1) === 0x73 || text.charCodeAt(end - 1) === 0x53
}

/** Cuts a normalised text into tokens, in one pass. */
export function scan(text: string): Scan {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const first = classAt(text, at)
    if (first === NOTHING) {
      at += 1
      continue
    }
    const start = at
    let all = first
    for (at += 1; at < text.length; at += 1) {
      const next = classAt(text, at)
      if (next === NOTHING && !isInnerApostrophe(text, at)) break
      all |= next
    }
    const end = isPossessive(text, start, at) ? at - 2 : at
    const word = foldWord(text.slice(start, end), all)
    tokens.push({ start, end, word, shape: shapeOf(first, all, end - start) })
  }
  return { text, tokens }
}
