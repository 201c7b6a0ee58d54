import type { ReadResult } from '#src/connector-port.ts'
import type { RecordObject, RecordRef, SafeRecord } from '#src/ports.ts'
import { gather } from '../querying/query.ts'
import { idIn, select } from '../querying/soql.ts'
import { toLongId } from '../schema/record-id.ts'
import type { OrgSchema } from '../schema/schema.ts'
import { RECORD_OBJECTS } from '../schema/sobjects.ts'
import { activityStreams, peopleAmong } from './activity-reader.ts'
import { consentQuery, consentsFrom } from './consent-points.ts'
import type { ReadDeps } from './list.ts'
import { livingOnly, type RecordSchema, recordFields, recordSchemaOf } from './records.ts'
import { recordsFrom } from './records-from.ts'
import { createTimelines } from './timelines.ts'

/** Records and their activities by id, five queries a call. */
export async function readRecords(
  { querier, now, reach }: ReadDeps,
  schema: OrgSchema,
  refs: readonly RecordRef[],
): Promise<ReadResult> {
  const timelines = createTimelines(now())
  const lookups = RECORD_OBJECTS.map((object) => lookupOf(schema, object, refs)).filter(
    (lookup) => lookup !== undefined,
  )
  const consents = lookups.flatMap(({ records, where }) => {
    const query = consentQuery(records, where)
    return query === undefined ? [] : [gather(query)]
  })
  await querier.streams([
    ...lookups.map(({ stream }) => stream),
    ...activityStreams({ schema, reach, timelines }, peopleAmong(refs)),
    ...consents.map(({ stream }) => stream),
  ])
  const told = consentsFrom(
    consents.flatMap(({ rows }) => rows),
    now(),
  )
  const found = new Map<string, SafeRecord>()
  for (const { records, rows } of lookups) {
    const read = recordsFrom(records, rows, { timelines, consents: told, nowMs: now() })
    for (const record of read) found.set(keyOf(record), record)
  }
  return {
    records: [...found.values()],
    missing: refs.filter((ref) => !found.has(keyOf(ref))),
  }
}

function lookupOf(schema: OrgSchema, object: RecordObject, refs: readonly RecordRef[]) {
  const records: RecordSchema | undefined = recordSchemaOf(schema, object)
  const ids = refs
    .filter((ref) => ref.object === object)
    .map(({ id }) => toLongId(id))
    .filter((id) => id !== undefined)
  if (records === undefined || ids.length === 0) return undefined
  const where = [idIn('Id', ids), ...livingOnly(records)]
  const soql = select({ fields: recordFields(records), from: records.sobject, where })
  return { records, where, ...gather({ soql }) }
}

function keyOf({ object, id }: RecordRef): string {
  return `${object}:${toLongId(id) ?? id}`
}
