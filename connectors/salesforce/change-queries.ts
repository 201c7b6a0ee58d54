import type { RecordObject } from '#src/ports.ts'
import { peopleFields } from './activity-reader.ts'
import { OVERLAP_MS } from './change-cursor.ts'
import { consentQuery } from './consent-points.ts'
import type { Query } from './query.ts'
import { recordFields, recordSchemaOf } from './records.ts'
import type { OrgSchema } from './schema.ts'
import {
  ACTIVITY_SOURCES,
  type ActivitySource,
  CONSENT_OBJECT,
  RECORD_OBJECTS,
  SOBJECTS,
} from './sobjects.ts'
import { anyOf, between, select, since } from './soql.ts'

/** One question of a poll, by the name its watermark has in the cursor. */
export type ChangeQuery = Query & { readonly name: string } & (
    | { readonly about: 'record'; readonly object: RecordObject }
    | { readonly about: 'activity'; readonly source: ActivitySource }
    | { readonly about: 'individual' | 'consent' }
    /** The consent rows of people who changed: their fingerprint hangs on them. */
    | { readonly about: 'consents-of-changed' }
  )

export interface ChangeQueryOptions {
  readonly watermark: (name: string) => number
  /** Whether the organisation answers queryAll; without it, deletions stay unseen. */
  readonly recycleBin: boolean
  /** Our clock: consents that began or ran out in between changed without being touched. */
  readonly fromMs: number
  readonly nowMs: number
}

/** Everything a poll asks, at most ten queries in two calls, records before what hangs on them. */
export function changeQueries(
  schema: OrgSchema,
  options: ChangeQueryOptions,
): readonly ChangeQuery[] {
  const { recycleBin } = options
  const records = RECORD_OBJECTS.flatMap((object): ChangeQuery[] => {
    const found = recordSchemaOf(schema, object)
    if (found === undefined) return []
    const marks = [
      ...(found.has('IsConverted') ? ['IsConverted'] : []),
      ...(recycleBin ? ['IsDeleted'] : []),
    ]
    const query = changed(options, found.sobject, [...recordFields(found), ...marks])
    return [{ ...query, deleted: recycleBin, about: 'record', object }]
  })
  const activities = ACTIVITY_SOURCES.flatMap((source): ChangeQuery[] => {
    if (!schema.has(source)) return []
    const query = changed(options, SOBJECTS[source], peopleFields(source))
    // Campaign members leave no trace in the recycle bin (Change Data Capture guide).
    const deleted = recycleBin && source !== 'campaign-member'
    return [{ ...query, deleted, about: 'activity', source }]
  })
  const individuals: ChangeQuery[] = hasIndividuals(schema)
    ? [{ ...changed(options, 'Individual', []), about: 'individual' }]
    : []
  return [...records, ...activities, ...individuals, ...consents(schema, options)]
}

function changed(
  { watermark }: ChangeQueryOptions,
  from: string,
  fields: readonly string[],
): { name: string; soql: string } {
  const where = [since('SystemModstamp', watermark(from) - OVERLAP_MS)]
  return { name: from, soql: selectChanged(from, fields, where) }
}

function selectChanged(from: string, fields: readonly string[], where: readonly string[]): string {
  return select({
    fields: [...new Set(['Id', 'SystemModstamp', ...fields])],
    from,
    where,
    orderBy: ['SystemModstamp', 'Id'],
  })
}

function consents(schema: OrgSchema, options: ChangeQueryOptions): readonly ChangeQuery[] {
  const people = (['lead', 'contact'] as const)
    .map((object) => recordSchemaOf(schema, object))
    .filter((found) => found !== undefined)
    .filter((found) => found.consents !== undefined)
  const columns = people[0]?.consents?.columns
  if (columns === undefined) return []
  const { watermark, fromMs, nowMs, recycleBin } = options
  const where = [
    since('SystemModstamp', watermark(CONSENT_OBJECT) - OVERLAP_MS),
    ...PERIOD.filter((column) => columns.includes(column)).map((column) =>
      between(column, fromMs, nowMs),
    ),
  ]
  const soql = selectChanged(CONSENT_OBJECT, columns, [anyOf(where)])
  const ofChanged = people.flatMap((found): ChangeQuery[] => {
    const where = [since('SystemModstamp', watermark(found.sobject) - OVERLAP_MS)]
    const query = consentQuery(found, where)
    if (query === undefined) return []
    return [{ ...query, name: `consents of ${found.sobject}`, about: 'consents-of-changed' }]
  })
  return [{ name: CONSENT_OBJECT, soql, deleted: recycleBin, about: 'consent' }, ...ofChanged]
}

/** When a consent begins and ends. */
export const PERIOD = ['EffectiveFrom', 'EffectiveTo'] as const

/** Consent kept on the Individual changes without touching the lead or contact it belongs to. */
function hasIndividuals(schema: OrgSchema): boolean {
  return [...schema.values()].some(({ fields }) =>
    fields.some((field) => field.startsWith('Individual.')),
  )
}
