import type { TermKind } from '../finding.ts'
import { CUE_NAMES, cueBits } from './cue-bits.ts'
import { DENIAL_NAMES, denialBits } from './denial-bits.ts'
import { expandTerms } from './expand-terms.ts'
import { CUES } from './lexicon/cues.ts'
import { DENIALS } from './lexicon/denials.ts'
import { LOOK_ALIKES } from './lexicon/look-alikes.ts'
import type { TermGroup } from './lexicon.ts'
import { LEXICON } from './lexicon.ts'
import { NearMisses } from './near-misses.ts'
import type { ReadId } from './split-words.ts'
import { TermTrie } from './term-trie.ts'
import { foldWord, WordTable } from './word-table.ts'

/** What a term's end in the trie says. */
export interface TermMeaning {
  readonly kind: TermKind | undefined
  /** Bits of the cues of which one must be near; 0 when none need be. */
  readonly needs: number
  /** An abbreviation that counts in capitals only. */
  readonly inCapitals: boolean
  readonly denied: boolean
}

export interface CompiledLexicon {
  readonly trie: TermTrie
  readonly meanings: readonly TermMeaning[]
  /** Bits of the cues by word id. */
  readonly cues: Uint32Array
  /** Bits of the lists of denials by word id. */
  readonly denials: Uint32Array
  readonly idOf: ReadId
}

/** One written term. */
interface Entry {
  readonly group: TermGroup
  readonly words: readonly string[]
  readonly inCapitals: boolean
}

let compiled: CompiledLexicon | undefined

/** Built once, at first use: it takes about a tenth of a second. */
export function compiledLexicon(): CompiledLexicon {
  compiled ??= compile()
  return compiled
}

function compile(): CompiledLexicon {
  const entries = LEXICON.flatMap(entriesOf)
  const certain = certainWords(entries)
  const table = new WordTable([...wordsOf(entries)])
  const meanings: TermMeaning[] = []
  const trie = new TermTrie(table.size + 1)
  const numbers = new Map<TermGroup, number>()
  for (const { group, words, inCapitals } of entries) {
    // Two numbers a group: as written, and in capitals only.
    const number =
      numbers.get(group) ?? meanings.push(meaningOf(group, false), meaningOf(group, true)) - 2
    numbers.set(group, number)
    trie.add(
      words.map((word) => table.idOfWord(word)),
      inCapitals ? number + 1 : number,
    )
  }
  const cues = cuesByWord(table, certain)
  return { trie, meanings, cues, denials: denialsByWord(table), idOf: reader(table, certain) }
}

function entriesOf(group: TermGroup): Entry[] {
  return group.terms
    .flatMap(expandTerms)
    .map((term) => ({ group, words: wordsIn(term), inCapitals: CAPITAL.test(term) }))
    .filter(({ words }) => words.length > 0)
}

const CAPITAL = /\p{Lu}/u
const folded = new Map<string, string>()

function wordsIn(term: string): string[] {
  return term.split(' ').flatMap((word) => {
    const known = folded.get(word) ?? foldWord(word)
    folded.set(word, known)
    return known === '' ? [] : [known]
  })
}

function meaningOf({ kind, needs = [], denied }: TermGroup, inCapitals: boolean): TermMeaning {
  return { kind, needs: cueBits(...needs), inCapitals, denied: denied === true }
}

function wordsOf(entries: readonly Entry[]): Set<string> {
  const words = new Set<string>()
  for (const entry of entries) for (const word of entry.words) words.add(word)
  for (const list of [...Object.values(CUES), ...Object.values(DENIALS), LOOK_ALIKES])
    for (const word of expandTerms(list).flatMap(wordsIn)) words.add(word)
  return words
}

function cuesByWord(table: WordTable, certain: readonly Entry[]): Uint32Array {
  const cues = new Uint32Array(table.size + 1)
  for (const cue of CUE_NAMES) markWords(table, cues, CUES[cue], cueBits(cue))
  for (const { group, words } of certain)
    for (const word of words)
      mark(
        table,
        cues,
        word,
        group.kind === 'substance-use' ? cueBits('care', 'drugs') : cueBits('care'),
      )
  return cues
}

function denialsByWord(table: WordTable): Uint32Array {
  const denials = new Uint32Array(table.size + 1)
  for (const name of DENIAL_NAMES) markWords(table, denials, DENIALS[name], denialBits(name))
  return denials
}

function markWords(table: WordTable, marks: Uint32Array, list: string, bits: number): void {
  for (const word of expandTerms(list).flatMap(wordsIn)) mark(table, marks, word, bits)
}

function mark(table: WordTable, marks: Uint32Array, word: string, bits: number): void {
  const id = table.idOfWord(word)
  marks[id] = (marks[id] ?? 0) | bits
}

/** Single words that are a term whatever stands near. */
function certainWords(entries: readonly Entry[]): Entry[] {
  return entries.filter(
    ({ group, words, inCapitals }) => group.forgiving === true && !inCapitals && words.length === 1,
  )
}

function reader(table: WordTable, certain: readonly Entry[]): ReadId {
  const nearMisses = new NearMisses(certain.flatMap(({ words }) => words))
  return (letters, length) => {
    const id = table.idOf(letters, length)
    if (id !== 0) return id
    const meant = nearMisses.find(letters, length)
    return meant === undefined ? 0 : table.idOfWord(meant)
  }
}
