import { withoutAuditOnly } from '../privacy/audit-only.ts'
import type { DecisionInput } from './decision.ts'

type Known = Pick<DecisionInput, 'record' | 'companyFacts'>

/**
 * The same without what is held for auditing only. Whatever scores or explains begins here, so that
 * neither a model nor a note, a segment or a reason can be made from it.
 */
export function decidable<Input extends Known>(input: Input): Input {
  const { record, companyFacts } = input
  const own = withoutAuditOnly(record.facts)
  const theirs = companyFacts && withoutAuditOnly(companyFacts)
  if (own === record.facts && theirs === companyFacts) return input
  return { ...input, record: { ...record, facts: own }, companyFacts: theirs }
}
