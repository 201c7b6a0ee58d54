import type { CrmField } from '../connector-port.ts'
import { entriesOf } from './allow-list.ts'
import { type AllowedField, type AllowList, FIELD_SOURCES } from './allowed-field.ts'
import type { FieldJudgement, Reason } from './field-judgement.ts'
import { refusals, risks } from './field-risks.ts'
import { hasBasis } from './needs-basis.ts'
import { proposeFacts } from './propose-fact.ts'
import { readsField } from './reads-field.ts'
import { mayRead } from './refused-field.ts'

/** What becomes of a field of the CRM, and why: by its schema and the list in force, no value seen. */
export function judgeField(field: CrmField, allowList: AllowList): FieldJudgement {
  const entries = entriesFor(field, allowList)
  const facts = entries.map(({ fact }) => fact)
  const refused = refusals(field)
  if (entries.length > 0) {
    const without = entries.filter((entry) => !mayRead(entry, field))
    if (without.length === 0) return { ...mapped(entries), facts, proposals: [] }
    return { verdict: 'refused', facts, reasons: [...refused, MISSING], proposals: [] }
  }
  if (refused.length > 0) return { verdict: 'refused', facts, reasons: refused, proposals: [] }
  const risky = risks(field)
  const proposals = proposeFacts(field)
  return { verdict: risky.length > 0 ? 'risky' : 'available', facts, reasons: risky, proposals }
}

const MISSING: Reason = {
  code: 'basis-missing',
  text: 'It is on the list without a recorded basis, so it is not read.',
}

function mapped(entries: readonly AllowedField[]): Pick<FieldJudgement, 'verdict' | 'reasons'> {
  const becomes = `Becomes ${entries.map(({ fact }) => fact).join(' and ')}.`
  const reason: Reason = entries.some(hasBasis)
    ? { code: 'mapped-with-basis', text: `${becomes} The basis is on record.` }
    : { code: 'mapped', text: becomes }
  return { verdict: 'allowed', reasons: [reason] }
}

function entriesFor(field: CrmField, allowList: AllowList): readonly AllowedField[] {
  const source = FIELD_SOURCES.find((known) => known === field.source)
  if (source === undefined) return []
  return entriesOf(allowList, source).filter((entry) => readsField(entry, field.field))
}
