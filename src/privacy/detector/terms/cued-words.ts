import { compiledLexicon } from './compile-lexicon.ts'
import { cueBits } from './cue-bits.ts'
import type { Words } from './split-words.ts'
import { STOP, splitWords } from './split-words.ts'

const HABER = cueBits('haber')
const BEFORE_HABER = cueBits('beforeHaber')

/** The words of a text and what each says of the terms near it. */
export class CuedWords {
  readonly words: Words
  readonly #cues: Uint32Array
  readonly #denials: Uint32Array

  constructor(text: string) {
    const { idOf, cues, denials } = compiledLexicon()
    this.words = splitWords(text, idOf)
    this.#cues = cues
    this.#denials = denials
  }

  get count(): number {
    return this.words.count
  }

  idAt(at: number): number {
    return at < 0 || at >= this.count ? 0 : (this.words.ids[at] ?? 0)
  }

  /** Whether a word has any of the cues given by their bits. */
  is(at: number, cues: number): boolean {
    const found = this.#cues[this.idAt(at)] ?? 0
    if ((found & cues) === 0) return false
    return (found & HABER) === 0 || ((this.#cues[this.idAt(at - 1)] ?? 0) & BEFORE_HABER) === 0
  }

  /** Whether a word is in any of the lists of denials given by their bits. */
  says(at: number, lists: number): boolean {
    return ((this.#denials[this.idAt(at)] ?? 0) & lists) !== 0
  }

  /** What stands before a word; the end of the text is a full stop. */
  gapBefore(at: number): number {
    return at < this.count ? (this.words.gaps[at] ?? STOP) : STOP
  }

  inCapitals(at: number): boolean {
    return this.words.capitals[at] === 1
  }
}
