import type { Finding, IdentifierKind } from '../finding.ts'
import type { Candidate, Certainty } from './candidate.ts'

const BY_CERTAINTY: Readonly<Record<Certainty, number>> = { plain: 0, checked: 100, named: 200 }

/** Among equally sure findings the more specific kind stands; the higher number wins. */
const BY_KIND: Readonly<Record<IdentifierKind, number>> = {
  email: 18,
  ssn: 17,
  'ip-address': 16,
  fax: 15,
  'health-plan-number': 14,
  'medical-record-number': 13,
  vehicle: 12,
  'licence-number': 11,
  device: 10,
  'account-number': 9,
  photo: 8,
  biometric: 7,
  phone: 6,
  date: 5,
  geography: 4,
  'unique-code': 3,
  url: 2,
  name: 1,
}

const rank = (one: Candidate): number => BY_CERTAINTY[one.certainty] + BY_KIND[one.kind]

function isStronger(one: Candidate, other: Candidate): boolean {
  const difference = rank(one) - rank(other)
  return difference === 0 ? one.end - one.start > other.end - other.start : difference > 0
}

function union(one: Candidate, other: Candidate): Candidate {
  const stronger = isStronger(other, one) ? other : one
  return { ...stronger, start: one.start, end: Math.max(one.end, other.end) }
}

/** One kind a place: of overlapping candidates the surest, then the most specific, stands. */
function strongestOf(sorted: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  for (const one of sorted) {
    const last = kept.at(-1)
    if (last === undefined || one.start >= last.end) kept.push(one)
    else if (one.kind === last.kind) kept.splice(-1, 1, union(last, one))
    else if (isStronger(one, last)) kept.splice(-1, 1, one)
  }
  return kept
}

const asFinding = ({ kind, start, end }: Candidate): Finding => ({ kind, start, end })

/**
 * Findings in order of place. An address of a page stands beside what it carries (a click id, an
 * e-mail address in its query): both identify. Every other overlap leaves one finding.
 */
export function resolveOverlaps(candidates: readonly Candidate[]): Finding[] {
  const sorted = candidates.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const urls = strongestOf(sorted.filter(({ kind }) => kind === 'url'))
  const others = strongestOf(sorted.filter(({ kind }) => kind !== 'url'))
  const swallowed = coveredUrls(urls, others)
  return [...urls.filter((url) => !swallowed.has(url)), ...others]
    .map(asFinding)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
}

/** URLs that are wholly part of another finding, such as the domain of an e-mail address. */
function coveredUrls(urls: readonly Candidate[], others: readonly Candidate[]): Set<Candidate> {
  const covered = new Set<Candidate>()
  let at = 0
  for (const url of urls) {
    while ((others[at]?.end ?? Infinity) <= url.start) at += 1
    const other = others[at]
    if (other !== undefined && other.start <= url.start && other.end >= url.end) covered.add(url)
  }
  return covered
}
