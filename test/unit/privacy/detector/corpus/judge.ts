import type { Finding } from '#src/privacy/detector/finding.ts'
import { TERM_KINDS } from '#src/privacy/detector/finding.ts'
import type { Case } from './cases.ts'

/**
 * What the detector made of one case. `anyKind`: the span is covered, though by a finding of
 * another kind, which is enough to hold a text back. `flagged`: the term was found and its
 * negation and its person were judged right.
 */
export interface Verdict {
  readonly case: Case
  readonly found: boolean
  readonly anyKind: boolean
  readonly flagged: boolean
}

const terms = new Set<string>(TERM_KINDS)

/** An identifier counts as found when no letter or digit of it is left over; a term when touched. */
function covers(findings: readonly Finding[], { kind, text, span = '' }: Case): boolean {
  const start = text.indexOf(span)
  const offsets = Array.from(span, (_, at) => start + at).filter((at) =>
    /[\p{L}\p{N}]/u.test(text.charAt(at)),
  )
  const hit = (at: number) => findings.some((found) => found.start <= at && at < found.end)
  return terms.has(kind) ? offsets.some(hit) : offsets.every(hit)
}

function flagsMatch(findings: readonly Finding[], asked: Case): boolean {
  const start = asked.text.indexOf(asked.span ?? '')
  const end = start + (asked.span ?? '').length
  return findings
    .filter((found) => found.start < end && start < found.end)
    .some((found) => found.negated === asked.negated && found.ofSomebodyElse === asked.somebodyElse)
}

export function judge(asked: Case, findings: readonly Finding[]): Verdict {
  const ofKind = findings.filter((found) => found.kind === asked.kind)
  if (asked.none) {
    const found = ofKind.length > 0
    return { case: asked, found, anyKind: found, flagged: false }
  }
  return {
    case: asked,
    found: covers(ofKind, asked),
    anyKind: covers(findings, asked),
    flagged: terms.has(asked.kind) && flagsMatch(ofKind, asked),
  }
}
