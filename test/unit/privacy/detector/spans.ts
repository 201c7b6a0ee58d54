import { findIdentifiers } from '#src/privacy/detector/find-identifiers.ts'
import type { IdentifierKind } from '#src/privacy/detector/finding.ts'

/** The parts of a text found as the kind. */
export function spansOf(kind: IdentifierKind, text: string): readonly string[] {
  return findIdentifiers(text)
    .filter((finding) => finding.kind === kind)
    .map(({ start, end }) => text.slice(start, end))
}

/** Is the part found as the kind, whole? */
export function isFound(kind: IdentifierKind, text: string, part: string): boolean {
  return spansOf(kind, text).some((span) => span.includes(part))
}
