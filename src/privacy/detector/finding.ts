/** The eighteen identifiers of 45 CFR 164.514(b)(2)(i), (A) to (R), in their order. */
export const IDENTIFIER_KINDS = [
  'name',
  'geography',
  'date',
  'phone',
  'fax',
  'email',
  'ssn',
  'medical-record-number',
  'health-plan-number',
  'account-number',
  'licence-number',
  'vehicle',
  'device',
  'url',
  'ip-address',
  'biometric',
  'photo',
  'unique-code',
] as const
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number]

/** What tells of a person's health though it names nobody. */
export const TERM_KINDS = ['mental-health', 'substance-use', 'medication', 'crisis'] as const
export type TermKind = (typeof TERM_KINDS)[number]

export type FindingKind = IdentifierKind | TermKind

/** One place in a text; `start` and `end` are UTF-16 offsets, `end` exclusive. */
export interface Finding {
  readonly kind: FindingKind
  readonly start: number
  readonly end: number
  /** Terms only: the text says it is not so ("denies suicidal thoughts"). */
  readonly negated?: true
  /** Terms only: said of another person than who writes ("my brother is on lithium"). */
  readonly ofSomebodyElse?: true
}
