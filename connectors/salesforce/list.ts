import type { RecordPage } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import type { RecordObject } from '#src/ports.ts'
import { activityQueries, timelinesFrom } from './activity-reader.ts'
import { consentQuery, consentsFrom } from './consent-points.ts'
import { type Querier, type Query, type Row, rowsOf } from './query.ts'
import { toLongId } from './record-id.ts'
import { livingOnly, type RecordSchema, recordFields, recordSchemaOf, toRecord } from './records.ts'
import type { OrgSchema } from './schema.ts'
import { compare, select } from './soql.ts'

const PAGE = 1000

export interface ReadDeps {
  readonly querier: Querier
  readonly now: () => number
}

/**
 * One page in id order with everybody's activities. The cursor is the last id, so a page read again
 * after a crash, or rows that come and go meanwhile, shift nothing.
 */
export async function listPage(
  { querier, now }: ReadDeps,
  schema: OrgSchema,
  object: RecordObject,
  cursor: string | undefined,
): Promise<RecordPage> {
  const records = recordSchemaOf(schema, object)
  if (records === undefined) return { records: [], next: undefined }
  const rows = await querier.rows({
    soql: select({
      fields: recordFields(records),
      from: records.sobject,
      where: [...livingOnly(records), ...after(cursor)],
      orderBy: ['Id'],
      limit: PAGE,
    }),
  })
  const ids = rows.map((row) => toLongId(row['Id'])).filter((id) => id !== undefined)
  const activities = activityQueries(
    schema,
    ids.map((id) => ({ object, id })),
  )
  const consents = consentQueryFor(records, rows)
  const outcomes = await querier.outcomes([...activities, ...consents])
  const timelines = timelinesFrom(activities, outcomes, now())
  const consentsOf = consentsFrom(outcomes.slice(activities.length).flatMap(rowsOf), now())
  return {
    records: rows
      .map((row) =>
        toRecord(records, row, {
          activities: timelines.get(toLongId(row['Id']) ?? '') ?? [],
          consents: consentsOf,
        }),
      )
      .filter((record) => record !== undefined),
    next: rows.length < PAGE ? undefined : nextCursor(ids.at(-1), cursor),
  }
}

/** The page's span of ids, in the order it was read: a list of all their Individuals would be longer. */
function consentQueryFor(records: RecordSchema, rows: readonly Row[]): readonly Query[] {
  const individuals = rows.filter((row) => toLongId(row['IndividualId']) !== undefined)
  const first = toLongId(individuals[0]?.['Id'])
  const last = toLongId(individuals.at(-1)?.['Id'])
  if (first === undefined || last === undefined) return []
  const query = consentQuery(records, [compare('Id', '>=', first), compare('Id', '<=', last)])
  return query === undefined ? [] : [query]
}

function after(cursor: string | undefined): readonly string[] {
  if (cursor === undefined) return []
  if (toLongId(cursor) === undefined) {
    throw new PermanentError('salesforce-cursor-invalid', 'A list cursor is a Salesforce id.')
  }
  return [compare('Id', '>', cursor)]
}

/** A server that ignores the condition would otherwise be read for ever. */
function nextCursor(last: string | undefined, cursor: string | undefined): string | undefined {
  if (last !== undefined && last !== cursor) return last
  throw new PermanentError('salesforce-query-unfinished', 'A list of Salesforce does not advance.')
}
