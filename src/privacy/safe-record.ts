import { createHash } from 'node:crypto'
import type { Activity, Facts, FactValue, RecordObject, SafeRecord } from '../ports.ts'
import { ACTIVITY_CATEGORIES, ACTIVITY_KINDS } from '../ports.ts'
import type { AllowList, FieldSource } from './allowed-field.ts'
import { codeValue } from './code-value.ts'

const KINDS: ReadonlySet<string> = new Set(ACTIVITY_KINDS)
const CATEGORIES: ReadonlySet<string> = new Set(ACTIVITY_CATEGORIES)

/** What a connector hands in: the CRM's answer for one record, before anything was dropped. */
export interface RawRecord {
  readonly object: RecordObject
  readonly id: string
  readonly companyId: string | undefined
  /** Field name → value as the CRM sent it; relationship fields flattened (`Individual.ShouldForget`). */
  readonly fields: Readonly<Record<string, unknown>>
  readonly activities: readonly Activity[]
}

/** Codes the allow-listed fields and forgets the rest. Empty values are absent facts. */
export function codeFields(
  allowList: AllowList,
  source: FieldSource,
  fields: Readonly<Record<string, unknown>>,
): Facts {
  const facts: Record<string, FactValue> = {}
  for (const { field, fact, coder } of allowList[source] ?? []) {
    const value = codeValue(coder, fields[field])
    if (value !== undefined) facts[fact] = value
  }
  return facts
}

/** The only way into the system: everything that is not allow-listed ends here. */
export function toSafeRecord(allowList: AllowList, raw: RawRecord): SafeRecord {
  const facts = codeFields(allowList, raw.object, raw.fields)
  return restoreSafeRecord({
    object: raw.object,
    id: raw.id,
    companyId: raw.companyId,
    facts,
    activities: raw.activities.flatMap(safeActivity),
    fingerprint: fingerprintOf(facts, raw.companyId),
  })
}

/** Nothing rides along on an activity: three known members, or the activity is forgotten. */
function safeActivity({ kind, category, at }: Activity): readonly Activity[] {
  const known =
    KINDS.has(kind) && CATEGORIES.has(category) && typeof at === 'number' && Number.isFinite(at)
  return known ? [{ kind, category, at }] : []
}

/** Gives back the brand to what was a safe record before it was stored. */
export function restoreSafeRecord(stored: {
  object: RecordObject
  id: string
  companyId: string | undefined
  facts: Facts
  activities: readonly Activity[]
  fingerprint: string
}): SafeRecord {
  return stored as SafeRecord
}

/** Equal for equal facts in whatever order; 16 hex digits. */
export function fingerprintOf(facts: Facts, companyId: string | undefined): string {
  const sorted = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([companyId ?? null, sorted]))
    .digest('hex')
    .slice(0, 16)
}
