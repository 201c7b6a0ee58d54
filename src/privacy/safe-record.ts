import { createHash } from 'node:crypto'
import { mayKeepActivity, withoutTracked } from '../consent/do-not-track.ts'
import type { Activity, Facts, FactValue, RecordObject, SafeRecord } from '../ports.ts'
import { ACTIVITY_CATEGORIES, ACTIVITY_KINDS } from '../ports.ts'
import { entriesOf } from './allow-list.ts'
import type { AllowedField, AllowList, FieldSource } from './allowed-field.ts'
import { codeValue, isEmpty } from './code-value.ts'
import { CONSENT_UNREADABLE, definitionOf, isGuard } from './facts.ts'
import { mergeValues } from './merge-values.ts'
import { hasBasis, needsBasis } from './needs-basis.ts'
import { readBeside } from './reads-field.ts'

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
  /** Required fields the CRM does not show any more, from `readableFields`. */
  readonly vanished?: readonly string[]
}

export interface CodeOptions {
  readonly vanished?: readonly string[]
}

/**
 * Codes the allow-listed fields and forgets the rest. Empty values are absent facts. A consent field
 * that is gone or holds what nobody can read is told by `consentUnreadable`, as it may have said no.
 */
export function codeFields(
  allowList: AllowList,
  source: FieldSource,
  fields: Readonly<Record<string, unknown>>,
  { vanished = [] }: CodeOptions = {},
): Facts {
  const found = new Map<string, [FactValue, ...FactValue[]]>()
  let unreadable = false
  for (const entry of entriesOf(allowList, source)) {
    for (const name of [entry.field, ...readBeside(entry, () => Object.keys(fields))]) {
      const raw = fields[name]
      const value = codeEntry(allowList, entry, raw)
      if (value !== undefined) found.set(entry.fact, [...(found.get(entry.fact) ?? []), value])
      else if (isGuard(entry)) unreadable ||= !isEmpty(raw) || vanished.includes(name)
    }
  }
  const facts: Record<string, FactValue> = {}
  for (const [fact, values] of found) {
    const merge = definitionOf(source, fact)?.merge ?? { by: 'first' }
    const [only, ...more] = values
    facts[fact] =
      more.length === 0 ? only : mergeValues(merge, values, allowList.policy.part2ServiceLines)
  }
  if (unreadable) facts[CONSENT_UNREADABLE] = true
  return withoutTracked(facts)
}

/** One fact alone, such as an earlier value of a field from its history. */
export function codeFact(
  allowList: AllowList,
  source: FieldSource,
  fact: string,
  fields: Readonly<Record<string, unknown>>,
): FactValue | undefined {
  const entries = entriesOf(allowList, source).filter((entry) => entry.fact === fact)
  return codeFields({ ...allowList, fields: { [source]: entries } }, source, fields)[fact]
}

/** What needs a recorded basis and has none is not read, whoever wrote the list. */
function codeEntry({ texts }: AllowList, entry: AllowedField, raw: unknown): FactValue | undefined {
  if (raw === undefined || (needsBasis(entry) && !hasBasis(entry))) return undefined
  return codeValue(entry.coder, raw, texts)
}

/** The only way into the system: everything that is not allow-listed ends here. */
export function toSafeRecord(allowList: AllowList, raw: RawRecord): SafeRecord {
  const { vanished = [] } = raw
  const facts = codeFields(allowList, raw.object, raw.fields, { vanished })
  return restoreSafeRecord({
    object: raw.object,
    id: raw.id,
    companyId: raw.companyId,
    facts,
    activities: raw.activities
      .flatMap(safeActivity)
      .filter((activity) => mayKeepActivity(facts, activity)),
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
