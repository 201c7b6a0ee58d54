import { findIdentifiers } from './find-identifiers.ts'
import type { Finding } from './finding.ts'
import { findTerms } from './terms/find-terms.ts'

/** Identifiers and terms of one block, in order of place. */
export function detectBlock(text: string): Finding[] {
  return [...findIdentifiers(text), ...findTerms(text)].toSorted(
    (one, other) => one.start - other.start || other.end - one.end,
  )
}
