import { findTerms } from './find-terms.ts'

/**
 * Whether a text tells of a present crisis, of who writes it or of anybody: in doubt yes; what it only
 * denies does not count. For fields that a portal's owner has mapped for it, and for nothing else.
 */
export function readsAsCrisis(text: string): boolean {
  return findTerms(text).some(({ kind, negated }) => kind === 'crisis' && negated !== true)
}
