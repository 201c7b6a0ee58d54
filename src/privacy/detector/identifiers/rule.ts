import type { IdentifierKind } from '../finding.ts'
import type { Candidate, Certainty } from './candidate.ts'
import type { Scan, Token } from './scan.ts'

/** A value a rule found, with what stands around it. */
export interface Match {
  readonly value: string
  readonly start: number
  readonly end: number
  readonly text: string
  /** Where the pattern began, at or before the value. */
  readonly from: number
}

interface Anchor {
  /** First words, or the shape of the token. */
  readonly at: readonly string[] | 'number' | 'mixed'
  /** How many characters the token may have, least and most. */
  readonly size?: readonly [number, number]
}

/**
 * A pattern tried only where a token of the wanted sort begins, so that a text costs what its tokens
 * cost. Every repetition in a pattern is bounded: a try takes constant time, a text linear time.
 */
export interface Rule extends Anchor {
  readonly kind: IdentifierKind
  readonly certainty: Certainty
  /** Sticky; with indices when a group `value` is the identifier, without when all of it is. */
  readonly pattern: RegExp
  readonly accepts?: (match: Match) => boolean
}

/** What a pattern cannot say: looks at the tokens around the one of the wanted sort. */
export interface TokenRule extends Anchor {
  readonly find: (scan: Scan, index: number) => Candidate | undefined
}

export type Finder = (scan: Scan) => Candidate[]

function locate(pattern: RegExp, text: string, at: number): Match | undefined {
  pattern.lastIndex = at
  // Indices are dear: only patterns with a `value` ask for them.
  if (!pattern.hasIndices) {
    if (!pattern.test(text)) return undefined
    const end = pattern.lastIndex
    return { value: text.slice(at, end), start: at, end, text, from: at }
  }
  const value = pattern.exec(text)?.indices?.groups?.value
  if (value === undefined) return undefined
  const [start, end] = value
  return { value: text.slice(start, end), start, end, text, from: at }
}

function tryRule(rule: Rule | TokenRule, scan: Scan, index: number): Candidate | undefined {
  if ('find' in rule) return rule.find(scan, index)
  const { text, tokens } = scan
  const match = locate(rule.pattern, text, tokens[index]?.start ?? 0)
  if (match === undefined || rule.accepts?.(match) === false) return undefined
  return { kind: rule.kind, certainty: rule.certainty, start: match.start, end: match.end }
}

type AnyRule = Rule | TokenRule

interface RuleIndex {
  readonly byWord: ReadonlyMap<string, readonly AnyRule[]>
  /** By the length of the token; the last for all longer ones. */
  readonly number: readonly (readonly AnyRule[])[]
  readonly mixed: readonly (readonly AnyRule[])[]
}

const LONGEST_SIZE = 40

function bySize(rules: readonly AnyRule[]): readonly (readonly AnyRule[])[] {
  return Array.from({ length: LONGEST_SIZE + 1 }, (_, length) =>
    rules.filter(
      ({ size: [least, most] = [0, LONGEST_SIZE] }) => length >= least && length <= most,
    ),
  )
}

function indexRules(rules: readonly AnyRule[]): RuleIndex {
  const byWord = new Map<string, AnyRule[]>()
  for (const rule of rules) {
    if (typeof rule.at === 'string') continue
    for (const word of rule.at) byWord.set(word, [...(byWord.get(word) ?? []), rule])
  }
  return {
    byWord,
    number: bySize(rules.filter(({ at }) => at === 'number')),
    mixed: bySize(rules.filter(({ at }) => at === 'mixed')),
  }
}

const NONE: readonly AnyRule[] = []

function rulesAt(index: RuleIndex, { shape, word, start, end }: Token): readonly AnyRule[] {
  const size = Math.min(end - start, LONGEST_SIZE)
  if (shape === 'number') return index.number[size] ?? NONE
  if (shape === 'mixed') return index.byWord.get(word) ?? index.mixed[size] ?? NONE
  return index.byWord.get(word) ?? NONE
}

/** One finder that tries every rule where it may begin. */
export function createRuleFinder(rules: readonly AnyRule[]): Finder {
  const index = indexRules(rules)
  return (scan) => {
    const candidates: Candidate[] = []
    const { tokens } = scan
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]
      const tried = token === undefined ? NONE : rulesAt(index, token)
      for (let one = 0; one < tried.length; one += 1) {
        const rule = tried[one]
        const candidate = rule === undefined ? undefined : tryRule(rule, scan, at)
        if (candidate !== undefined) candidates.push(candidate)
      }
    }
    return candidates
  }
}
