import type { Category } from './allowed-field.ts'
import { CONSENT_UNREADABLE, RECORD_FACTS } from './facts.ts'

/**
 * What says whether somebody may be scored, and what became of them, explains no outcome; nor may what
 * is held for auditing only.
 */
const LEFT_OUT: ReadonlySet<Category> = new Set(['consent', 'part2', 'safety', 'feedback', 'audit'])

/** Facts that are not kept with a score once given, for whatever is learned from it later. */
export const NOT_IN_HISTORY: readonly string[] = [
  ...Object.entries(RECORD_FACTS).flatMap(([fact, { category }]) =>
    LEFT_OUT.has(category) ? [fact] : [],
  ),
  CONSENT_UNREADABLE,
]
