import { foldTable, SKIP } from './fold-letter.ts'

const EMPTY = 0
const PRIME = 0x01000193
const SEED = 0x811c9dc5

/** Gives each known word a number, from its folded letters and without making a string of them. */
export class WordTable {
  readonly #letters: Uint16Array
  readonly #begins: Int32Array
  readonly #slots: Int32Array
  readonly #ids: ReadonlyMap<string, number>

  /** Words are folded already; ids count from 1 in their order. */
  constructor(words: readonly string[]) {
    const size = 2 ** Math.ceil(Math.log2(words.length * 4 + 8))
    this.#slots = new Int32Array(size)
    this.#letters = Uint16Array.from(words.join(''), (letter) => letter.charCodeAt(0))
    this.#begins = new Int32Array(words.length + 2)
    this.#ids = new Map(words.map((word, index) => [word, index + 1]))
    let begin = 0
    for (const [index, word] of words.entries()) {
      this.#begins[index + 1] = begin
      begin += word.length
      this.#begins[index + 2] = begin
      this.#slots[this.#freeSlot(word)] = index + 1
    }
  }

  get size(): number {
    return this.#ids.size
  }

  idOfWord(word: string): number {
    return this.#ids.get(word) ?? EMPTY
  }

  idOf(letters: Uint16Array, length: number): number {
    const mask = this.#slots.length - 1
    for (let slot = hashLetters(letters, length) & mask; ; slot = (slot + 1) & mask) {
      const id = this.#slots[slot] ?? EMPTY
      if (id === EMPTY || this.#holds(id, letters, length)) return id
    }
  }

  #holds(id: number, letters: Uint16Array, length: number): boolean {
    const begin = this.#begins[id] ?? 0
    if ((this.#begins[id + 1] ?? 0) - begin !== length) return false
    for (let index = 0; index < length; index++)
      if (this.#letters[begin + index] !== letters[index]) return false
    return true
  }

  #freeSlot(word: string): number {
    const letters = Uint16Array.from(word, (letter) => letter.charCodeAt(0))
    const mask = this.#slots.length - 1
    let slot = hashLetters(letters, letters.length) & mask
    while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & mask
    return slot
  }
}

/** FNV-1a over the letters. */
function hashLetters(letters: Uint16Array, length: number): number {
  let sum = SEED
  for (let index = 0; index < length; index++) sum = Math.imul(sum ^ (letters[index] ?? 0), PRIME)
  return sum ^ (sum >>> 15)
}

/** A written word as the table has it: folded, accents and apostrophes gone. */
export function foldWord(word: string): string {
  const fold = foldTable()
  let folded = ''
  for (let at = 0; at < word.length; at++) {
    const letter = fold[word.charCodeAt(at)] ?? 0
    if (letter > SKIP) folded += String.fromCharCode(letter)
  }
  return folded
}
