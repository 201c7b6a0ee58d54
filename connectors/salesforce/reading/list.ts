import type { RecordPage } from '#src/connector-port.ts'
import type { RecordObject, SafeRecord } from '#src/ports.ts'
import { gather, type Querier, type Row } from '../querying/query.ts'
import { compare } from '../querying/soql.ts'
import { toLongId } from '../schema/record-id.ts'
import type { OrgSchema } from '../schema/schema.ts'
import { activityStreams, type People } from './activity-reader.ts'
import { consentQuery, consentsFrom } from './consent-points.ts'
import { type ListCursor, readCursor, writeCursor } from './list-cursor.ts'
import type { Reach } from './reach.ts'
import { nextRows, type RecordPagesDeps } from './record-pages.ts'
import { type RecordSchema, recordSchemaOf } from './records.ts'
import { recordsFrom } from './records-from.ts'
import { createTimelines } from './timelines.ts'

export interface ReadDeps {
  readonly querier: Querier
  readonly now: () => number
  readonly reach: Reach
}

export type ListDeps = ReadDeps & RecordPagesDeps

/** Reads an organisation's records in id order, everybody's activities with them. */
export interface Lister {
  page(schema: OrgSchema, object: RecordObject, cursor: string | undefined): Promise<RecordPage>
}

/** Records given at once. */
const PAGE = 1000
/** People whose activities are read together: the more, the fuller the calls. */
const MOST_PEOPLE = 10_000
const FIRST_PEOPLE = 5_000
/** Rows of activities that may wait in memory. */
const MOST_ROWS = 100_000
/** Half of what a poll looks back: whatever changed meanwhile it finds again. */
const KEPT_MS = 300_000

/** What was read ahead: it is given page by page, and read again where another process goes on. */
interface Ahead {
  readonly object: RecordObject
  /** The cursor that asks for the next of it. */
  readonly cursor: string | undefined
  readonly readAt: number
  readonly at: ListCursor
  readonly next: ListCursor | undefined
  readonly rows: readonly Row[]
  readonly records: readonly SafeRecord[]
}

export function createLister(deps: ListDeps): Lister {
  let ahead: Ahead | undefined
  let peopleAtOnce = FIRST_PEOPLE

  const start = async (schema: RecordSchema, cursor: string | undefined): Promise<Ahead> => {
    const found = await nextRows(deps, schema, readCursor(cursor))
    const { source: object } = schema
    return { object, cursor, readAt: deps.now(), ...found, records: [] }
  }
  const fill = async (org: OrgSchema, schema: RecordSchema, held: Ahead): Promise<Ahead> => {
    if (held.records.length > 0 || held.rows.length === 0) return held
    const rows = held.rows.slice(0, peopleAtOnce)
    const { records, size } = await readPeople(deps, org, schema, rows)
    peopleAtOnce = Math.min(MOST_PEOPLE, Math.ceil((MOST_ROWS * rows.length) / Math.max(1, size)))
    return { ...held, rows: held.rows.slice(rows.length), records }
  }
  return {
    async page(org, object, cursor) {
      const schema = recordSchemaOf(org, object)
      if (schema === undefined) return { records: [], next: undefined }
      const kept = ahead?.object === object && ahead.cursor === cursor ? ahead : undefined
      ahead = undefined
      const fresh = kept !== undefined && deps.now() - kept.readAt < KEPT_MS
      const held = await fill(org, schema, fresh ? kept : await start(schema, cursor))
      const records = held.records.slice(0, PAGE)
      const rest = { ...held, records: held.records.slice(PAGE) }
      const next = cursorAfter(rest, records)
      if (next !== undefined) ahead = { ...rest, cursor: next }
      if (rest.records.length === 0 && rest.rows.length === 0) ahead = undefined
      return { records, next }
    },
  }
}

/** Within what was read ahead the last record given; after it, where the next rows are. */
function cursorAfter(
  { at, next, rows, records }: Ahead,
  given: readonly SafeRecord[],
): string | undefined {
  if (rows.length === 0 && records.length === 0) return next && writeCursor(next)
  const after = given.at(-1)?.id
  return writeCursor(after === undefined ? at : { ...at, after })
}

async function readPeople(
  { querier, now, reach }: ReadDeps,
  org: OrgSchema,
  schema: RecordSchema,
  rows: readonly Row[],
): Promise<{ readonly records: readonly SafeRecord[]; readonly size: number }> {
  const ids = rows.map((row) => toLongId(row['Id'])).filter((id) => id !== undefined)
  const timelines = createTimelines(now())
  const consents = consentsOf(schema, rows)
  const { source: object } = schema
  const people: readonly People[] = object === 'company' ? [] : [{ object, ids, as: 'span' }]
  await querier.streams([
    ...activityStreams({ schema: org, reach, timelines }, people),
    ...(consents === undefined ? [] : [consents.stream]),
  ])
  const told = consentsFrom(consents?.rows ?? [], now())
  const records = recordsFrom(schema, rows, { timelines, consents: told, nowMs: now() })
  return { records, size: timelines.size() }
}

/** The span of ids, in the order it was read: a list of all their Individuals would be longer. */
function consentsOf(schema: RecordSchema, rows: readonly Row[]) {
  const individuals = rows.filter((row) => toLongId(row['IndividualId']) !== undefined)
  const first = toLongId(individuals[0]?.['Id'])
  const last = toLongId(individuals.at(-1)?.['Id'])
  if (first === undefined || last === undefined) return undefined
  const query = consentQuery(schema, [compare('Id', '>=', first), compare('Id', '<=', last)])
  return query && gather(query)
}
