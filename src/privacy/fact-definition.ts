import type { Category, Purpose, Role } from './allowed-field.ts'
import type { VocabularyName } from './vocabularies.ts'

/** What values a fact has. */
export type FactKind =
  | { readonly of: 'number' | 'boolean' | 'date' }
  | { readonly of: 'code' | 'code-list'; readonly vocabulary: VocabularyName }

/** Which of several fields of one fact wins. Of consent facts it is always the least permissive. */
export type Merge =
  /** The first that says something other than `other`. */
  | { readonly by: 'first' }
  | { readonly by: 'any-true' }
  | { readonly by: 'all-true' }
  /** The code that stands first in `order`. */
  | { readonly by: 'strictest'; readonly order: readonly string[] }
  /** What every field holds. */
  | { readonly by: 'common' }
  | { readonly by: 'earliest' }
  /** A service line under 42 CFR Part 2 before any other. */
  | { readonly by: 'part2-first' }

/** A fact every part of the product knows by this name. */
export interface FactDefinition {
  readonly what: string
  readonly kind: FactKind
  readonly category: Category
  readonly purpose: Purpose
  readonly roles: readonly Role[]
  readonly retentionDays: number
  readonly merge: Merge
  /** Whether free text may be read for it, and for what. */
  readonly readsText?: 'revocation' | 'crisis-terms'
}

export type Definitions = Readonly<Record<string, FactDefinition>>

/** What the facts of a group have in common. */
export type Group = Omit<FactDefinition, 'what' | 'kind' | 'merge' | 'readsText'>

const FIRST: Merge = { by: 'first' }

export const BOOLEAN_FACT: FactKind = { of: 'boolean' }
export const NUMBER_FACT: FactKind = { of: 'number' }
export const DATE_FACT: FactKind = { of: 'date' }
export const codeFact = (vocabulary: VocabularyName): FactKind => ({ of: 'code', vocabulary })
export const codeListFact = (vocabulary: VocabularyName): FactKind => ({
  of: 'code-list',
  vocabulary,
})

/** One fact of a group. */
export function fact(
  group: Group,
  what: string,
  kind: FactKind,
  more: Partial<FactDefinition> = {},
): FactDefinition {
  return { ...group, what, kind, merge: FIRST, ...more }
}
