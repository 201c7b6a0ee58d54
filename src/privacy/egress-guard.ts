import { detect } from './detector/detect.ts'
import type { Finding, FindingKind, IdentifierKind } from './detector/finding.ts'
import { IDENTIFIER_KINDS, TERM_KINDS } from './detector/finding.ts'
import { findTerms } from './detector/terms/find-terms.ts'

/** Where a text leaves to. */
export type Destination = 'crm' | 'log' | 'error' | 'metric'

/** `unreadable`: the detector failed, which counts as having found something. */
export type Verdict = 'clean' | FindingKind | 'unreadable'

/** A note says when things happened; those days are the CRM's own. */
const STANDS_IN_NOTES: readonly IdentifierKind[] = ['date']
/** What failed is told by host, path, portal and job. */
const NAMES_MACHINES: readonly IdentifierKind[] = ['ip-address', 'url', 'unique-code']

const identifiersBut = (allowed: readonly IdentifierKind[]): ReadonlySet<FindingKind> =>
  new Set([...IDENTIFIER_KINDS.filter((kind) => !allowed.includes(kind)), ...TERM_KINDS])

/** What may not stand in a text, by where it goes. A term is forbidden whoever it is said of. */
const FORBIDDEN: Readonly<Record<Destination, ReadonlySet<FindingKind>>> = {
  crm: identifiersBut(STANDS_IN_NOTES),
  log: identifiersBut(NAMES_MACHINES),
  error: identifiersBut(NAMES_MACHINES),
  metric: identifiersBut([]),
}

export interface GuardOptions {
  /** Sentences of the product's own, passed where they stand word for word. */
  readonly fixedSentences?: ReadonlySet<string>
  readonly detect?: (text: string) => readonly Finding[]
}

/** One code of the product ("no-consent"): no identifier is written like it, a term may be. */
const CODE = /^[a-z]+(?:-[a-z]+)*$/
const LONGEST_CODE = 40

const detectFast = (text: string): readonly Finding[] =>
  text.length <= LONGEST_CODE && CODE.test(text) ? findTerms(text) : detect(text)

/** Blank lines in place of a sentence, so that what stood around it is not read together. */
function withoutFixed(text: string, sentences: ReadonlySet<string>): string {
  return [...sentences]
    .filter((sentence) => sentence !== '')
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, sentence) => rest.replaceAll(sentence, '\n\n'), text)
}

/**
 * `clean`, or the first kind found that may not go to the destination. It does not weigh what it
 * finds: denied or said of somebody else, it is held all the same.
 */
export function guardText(
  destination: Destination,
  text: string,
  { fixedSentences = new Set(), detect: find = detectFast }: GuardOptions = {},
): Verdict {
  try {
    const forbidden = FORBIDDEN[destination]
    const found = find(withoutFixed(text, fixedSentences))
    return found.find(({ kind }) => forbidden.has(kind))?.kind ?? 'clean'
  } catch {
    return 'unreadable'
  }
}
