import type { Attribute } from '../calibration/fairness.ts'
import type { OutcomeRecord } from '../calibration/outcome-record.ts'
import type { Facts } from '../ports.ts'
import type { AuditOnlyFact } from '../privacy/audit-only.ts'

type FactsOf = (record: OutcomeRecord) => Facts | undefined

/** Attributes an owner may hold for auditing only, by the names people read. */
const HELD: Readonly<Record<AuditOnlyFact, string>> = {
  auditGender: 'gender',
  auditRaceEthnicity: 'race or ethnicity',
  auditAgeBand: 'age',
  auditPayerType: 'payer type',
  auditVeteran: 'veteran status',
  auditDisability: 'disability',
}

/** Facts that are held for other reasons and may stand for an attribute nobody may be scored by. */
const PROXIES: Readonly<Record<string, string>> = {
  state: 'state',
  language: 'language',
  verification: 'payer type',
  ageBand: 'age band',
}

/**
 * What the audit of these records can divide people by: attributes that are held for it, then proxies,
 * where anything is known of anybody. A proxy goes where the attribute it is named after is held.
 */
export function fairnessAttributes(
  records: readonly OutcomeRecord[],
  factsOf: FactsOf,
): readonly Attribute[] {
  const knownOf = (names: Readonly<Record<string, string>>, kind: Attribute['kind']) =>
    Object.entries(names)
      .filter(([fact]) => records.some((record) => factsOf(record)?.[fact] !== undefined))
      .map(([fact, name]): Attribute => {
        return { name, kind, groupOf: (record) => codeIn(factsOf(record)?.[fact]) }
      })
  const held = knownOf(HELD, 'audit-only')
  const isHeld = new Set(held.map(({ name }) => name))
  return [...held, ...knownOf(PROXIES, 'proxy').filter(({ name }) => !isHeld.has(name))]
}

function codeIn(value: Facts[string] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
