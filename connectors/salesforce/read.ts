import type { ReadResult } from '#src/connector-port.ts'
import type { RecordObject, RecordRef, SafeRecord } from '#src/ports.ts'
import { activityQueries, timelinesFrom } from './activity-reader.ts'
import { consentQuery, consentsFrom } from './consent-points.ts'
import type { ReadDeps } from './list.ts'
import { rowsOf } from './query.ts'
import { toLongId } from './record-id.ts'
import { livingOnly, type RecordSchema, recordFields, recordSchemaOf, toRecord } from './records.ts'
import type { OrgSchema } from './schema.ts'
import { RECORD_OBJECTS } from './sobjects.ts'
import { idIn, select } from './soql.ts'

/** Records and their activities by id, in one call for people of one or two objects. */
export async function readRecords(
  { querier, now }: ReadDeps,
  schema: OrgSchema,
  refs: readonly RecordRef[],
): Promise<ReadResult> {
  const lookups = RECORD_OBJECTS.map((object) => lookupOf(schema, object, refs)).filter(
    (lookup) => lookup !== undefined,
  )
  const activities = activityQueries(schema, refs)
  const consents = lookups.map(({ records, where }) => consentQuery(records, where))
  const queries = [...lookups, ...activities, ...consents.filter((query) => query !== undefined)]
  const outcomes = await querier.outcomes(queries)
  const answered = lookups.length + activities.length
  const timelines = timelinesFrom(activities, outcomes.slice(lookups.length, answered), now())
  const consentsOf = consentsFrom(outcomes.slice(answered).flatMap(rowsOf), now())
  const found = new Map<string, SafeRecord>()
  for (const [index, lookup] of lookups.entries()) {
    for (const row of rowsOf(outcomes[index])) {
      const record = toRecord(lookup.records, row, {
        activities: timelines.get(toLongId(row['Id']) ?? '') ?? [],
        consents: consentsOf,
      })
      if (record !== undefined) found.set(keyOf(record), record)
    }
  }
  return {
    records: [...found.values()],
    missing: refs.filter((ref) => !found.has(keyOf(ref))),
  }
}

interface Lookup {
  readonly records: RecordSchema
  readonly soql: string
  readonly where: readonly string[]
}

function lookupOf(
  schema: OrgSchema,
  object: RecordObject,
  refs: readonly RecordRef[],
): Lookup | undefined {
  const records = recordSchemaOf(schema, object)
  const ids = refs
    .filter((ref) => ref.object === object)
    .map(({ id }) => toLongId(id))
    .filter((id) => id !== undefined)
  if (records === undefined || ids.length === 0) return undefined
  const where = [idIn('Id', ids), ...livingOnly(records)]
  const soql = select({ fields: recordFields(records), from: records.sobject, where })
  return { records, soql, where }
}

function keyOf({ object, id }: RecordRef): string {
  return `${object}:${toLongId(id) ?? id}`
}
