import type { RecordObject } from '#src/ports.ts'
import { peopleFields } from './activity-reader.ts'
import { OVERLAP_MS } from './change-cursor.ts'
import type { Query } from './query.ts'
import { recordFields, recordSchemaOf } from './records.ts'
import type { OrgSchema } from './schema.ts'
import { ACTIVITY_SOURCES, type ActivitySource, RECORD_OBJECTS, SOBJECTS } from './sobjects.ts'
import { isFlag, select, since } from './soql.ts'

/** One question of a poll, by the name its watermark has in the cursor. */
export type ChangeQuery = Query & { readonly name: string } & (
    | { readonly about: 'record'; readonly object: RecordObject }
    | { readonly about: 'activity'; readonly source: ActivitySource }
    | { readonly about: 'individual' }
    | { readonly about: 'deleted'; readonly object: RecordObject }
  )

export interface ChangeQueryOptions {
  readonly watermark: (name: string) => number
  /** Whether the organisation answers queryAll; without it, deletions stay unseen. */
  readonly recycleBin: boolean
}

/** Everything a poll asks, at most five queries to a call, records before what hangs on them. */
export function changeQueries(
  schema: OrgSchema,
  { watermark, recycleBin }: ChangeQueryOptions,
): readonly ChangeQuery[] {
  const changed = (
    name: string,
    from: string,
    fields: readonly string[],
    more: readonly string[] = [],
  ): { name: string; soql: string } => ({
    name,
    soql: select({
      fields: [...new Set(['Id', 'SystemModstamp', ...fields])],
      from,
      where: [...more, since('SystemModstamp', watermark(name) - OVERLAP_MS)],
      orderBy: ['SystemModstamp', 'Id'],
    }),
  })
  const records = RECORD_OBJECTS.flatMap((object): ChangeQuery[] => {
    const found = recordSchemaOf(schema, object)
    if (found === undefined) return []
    const converted = found.has('IsConverted') ? ['IsConverted'] : []
    const fields = [...recordFields(found), ...converted]
    return [{ ...changed(found.sobject, found.sobject, fields), about: 'record', object }]
  })
  const activities = ACTIVITY_SOURCES.flatMap((source): ChangeQuery[] => {
    if (!schema.has(source)) return []
    const query = changed(SOBJECTS[source], SOBJECTS[source], peopleFields(source))
    // Campaign members leave no trace in the recycle bin (Change Data Capture guide).
    const deleted = recycleBin && source !== 'campaign-member'
    return [{ ...query, deleted, about: 'activity', source }]
  })
  const individuals: ChangeQuery[] = hasIndividuals(schema)
    ? [{ ...changed('Individual', 'Individual', []), about: 'individual' }]
    : []
  const deleted = RECORD_OBJECTS.flatMap((object): ChangeQuery[] => {
    if (!recycleBin || !schema.has(object)) return []
    const sobject = SOBJECTS[object]
    const query = changed(`deleted ${sobject}`, sobject, [], [isFlag('IsDeleted', true)])
    return [{ ...query, deleted: true, about: 'deleted', object }]
  })
  return [...records, ...activities, ...individuals, ...deleted]
}

/** Consent kept on the Individual changes without touching the lead or contact it belongs to. */
function hasIndividuals(schema: OrgSchema): boolean {
  return [...schema.values()].some(({ fields }) =>
    fields.some((field) => field.startsWith('Individual.')),
  )
}
