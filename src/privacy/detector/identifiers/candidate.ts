import type { IdentifierKind } from '../finding.ts'

/**
 * How sure a finder is of the kind: `plain` by shape alone, `checked` by a check digit or a form
 * nothing else has, `named` because the text itself says what it is.
 */
export type Certainty = 'plain' | 'checked' | 'named'

/** A finding before overlaps are resolved. */
export interface Candidate {
  readonly kind: IdentifierKind
  readonly start: number
  readonly end: number
  readonly certainty: Certainty
}
