import { ACTIVITY_KINDS, type ActivityKind } from '../ports.ts'

/** What scores are measured against later: a model that counted it would be told the answer. */
const OUTCOME_KINDS: ReadonlySet<ActivityKind> = new Set(['deal-opened', 'deal-won', 'deal-lost'])

/** Kinds a model may give points for, in storage order. */
export const SCORABLE_KINDS: readonly ActivityKind[] = ACTIVITY_KINDS.filter(
  (kind) => !OUTCOME_KINDS.has(kind),
)
