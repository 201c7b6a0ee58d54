import type { CoderKind } from '../allowed-field.ts'
import type { FactDefinition } from '../fact-definition.ts'

const BY_KIND: Readonly<Record<FactDefinition['kind']['of'], readonly CoderKind[]>> = {
  number: ['number'],
  date: ['date'],
  boolean: ['boolean', 'matches'],
  code: ['vocabulary', 'codes'],
  'code-list': ['code-list'],
}

/** A portal's own facts: nothing that reads prose, no table of ours. */
export const CUSTOM_CODERS: readonly CoderKind[] = [
  'number',
  'boolean',
  'date',
  'codes',
  'code-list',
  'matches',
]

/** How a fact may be coded. */
export function codersFor({ kind, readsText }: FactDefinition): readonly CoderKind[] {
  const coders = BY_KIND[kind.of]
  return readsText === undefined ? coders : [...coders, readsText]
}
