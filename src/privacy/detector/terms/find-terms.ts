import type { Finding, TermKind } from '../finding.ts'
import { TERM_KINDS } from '../finding.ts'
import type { CompiledLexicon, TermMeaning } from './compile-lexicon.ts'
import { compiledLexicon } from './compile-lexicon.ts'
import { CuedWords } from './cued-words.ts'
import type { Told } from './deny-crisis.ts'
import { denierOf } from './deny-crisis.ts'
import { diagnosisCodeKind } from './diagnosis-codes.ts'
import type { Span } from './negation.ts'
import { isNegated } from './negation.ts'
import { isOfSomebodyElse } from './somebody-else.ts'
import { SPACE, STOP } from './split-words.ts'

/** How far from a word in doubt another may stand that settles it. */
const NEAR = 10

interface Term extends Span {
  readonly kind: TermKind
  readonly denied: boolean
}

/** How a term ends, and where. */
interface Ending {
  readonly end: number
  readonly denied: boolean
}

type Longest = ReadonlyMap<TermKind | undefined, Ending>
const NONE: Longest = new Map()
const NOWHERE: Ending = { end: 0, denied: false }

/**
 * Every mention of a mental-health condition, of substance use, of medication and of a crisis, in
 * the order of their starts. Terms of different kinds may overlap. Time grows with the text only.
 */
export function findTerms(text: string): Finding[] {
  const words = new CuedWords(text)
  const told: Told[] = []
  let denied: Span | undefined
  return matchTerms(words).map((term) => {
    const mayBeDenied = term.denied || isNegated(words, term, term.kind, denied)
    denied = mayBeDenied ? term : undefined
    const by = mayBeDenied ? denierOf(words, term, lastBefore(told, term.start)) : undefined
    told.push({ ...term, by })
    const negated = term.kind === 'crisis' ? by !== undefined : mayBeDenied
    return {
      kind: term.kind,
      start: words.words.starts[term.start] ?? 0,
      end: words.words.ends[term.end - 1] ?? 0,
      ...(negated ? { negated } : {}),
      ...(isOfSomebodyElse(words, term) ? { ofSomebodyElse: true } : {}),
    }
  })
}

/** Terms of other kinds may overlap the one asked about; of one kind none do, so few are passed. */
function lastBefore(told: readonly Told[], start: number): Told | undefined {
  return told.findLast(({ end }) => end <= start)
}

function matchTerms(words: CuedWords): Term[] {
  const lexicon = compiledLexicon()
  const terms: Term[] = []
  const ends = new Map<TermKind | undefined, number>()
  let hiddenUntil = 0
  for (let start = 0; start < words.count; start++) {
    const longest = longestAt(words, lexicon, start)
    if (longest === NONE) continue
    const ordinary = longest.get(undefined)?.end ?? 0
    if (ordinary > 0) {
      dropWithin(terms, start, ordinary)
      hiddenUntil = Math.max(hiddenUntil, ordinary)
    }
    for (const kind of TERM_KINDS) {
      const { end, denied } = longest.get(kind) ?? NOWHERE
      if (end <= ordinary || start < (ends.get(kind) ?? 0)) continue
      if (start < hiddenUntil && end <= hiddenUntil) continue
      terms.push({ kind, start, end, denied })
      ends.set(kind, end)
    }
  }
  return terms
}

/** An ordinary phrase takes back the terms that run into it: "can't stop | drinking water". */
function dropWithin(terms: Term[], start: number, end: number): void {
  for (let last = terms.at(-1); last !== undefined; last = terms.at(-1)) {
    if (last.end <= start || last.end > end) return
    terms.pop()
  }
}

/** The end of the longest term of each kind that begins at a word; of ordinary phrases too. */
function longestAt(words: CuedWords, { trie, meanings }: CompiledLexicon, start: number): Longest {
  const code = diagnosisCodeKind(words, start)
  if (code !== undefined) return new Map([[code, { end: start + 2, denied: false }]])
  const first = words.idAt(start)
  let node = first === 0 ? undefined : trie.step(first)
  let longest: Map<TermKind | undefined, Ending> | undefined
  for (let end = start + 1; node !== undefined; end++) {
    for (const group of trie.groupsAt(node)) {
      const meaning = meanings[group]
      if (meaning === undefined || !counts(words, { start, end }, meaning)) continue
      longest ??= new Map()
      longest.set(meaning.kind, { end, denied: meaning.denied })
    }
    const next = words.gapBefore(end) === SPACE ? words.idAt(end) : 0
    node = next === 0 ? undefined : trie.step(next, node)
  }
  return longest ?? NONE
}

function counts(words: CuedWords, span: Span, { inCapitals, needs }: TermMeaning): boolean {
  if (inCapitals && !isInCapitals(words, span)) return false
  return needs === 0 || isNear(words, span, needs)
}

function isInCapitals(words: CuedWords, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (words.inCapitals(at)) return true
  return false
}

function isNear(words: CuedWords, { start, end }: Span, bits: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - NEAR); at--) {
    if (words.gapBefore(at + 1) === STOP) break
    if (words.is(at, bits)) return true
  }
  for (let at = end; at < end + NEAR && words.gapBefore(at) !== STOP; at++)
    if (words.is(at, bits)) return true
  return false
}
