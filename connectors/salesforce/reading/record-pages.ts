import type { Log } from '#src/ports.ts'
import { type Querier, type Row, streamOf } from '../querying/query.ts'
import { unfinished } from '../querying/query-page.ts'
import { compare, select } from '../querying/soql.ts'
import { toLongId } from '../schema/record-id.ts'
import { BULK_PAGE, type BulkQueries } from './bulk-query.ts'
import type { ListCursor } from './list-cursor.ts'
import { livingOnly, type RecordSchema, recordFields } from './records.ts'

/** Rows in id order, and where those after them are found. */
export interface RecordRows {
  /** Where these are found again. */
  readonly at: ListCursor
  readonly rows: readonly Row[]
  /** Absent when these are the last. */
  readonly next: ListCursor | undefined
}

export interface RecordPagesDeps {
  readonly querier: Querier
  readonly bulk: BulkQueries
  readonly log: Log
  readonly sleep: (ms: number) => Promise<void>
  /** Rows read at once, and from how many more a bulk job is opened. */
  readonly sizes?: { readonly rows: number; readonly bulkFrom: number }
}

/** Rows read at once: five pages of a query, or one of a bulk job's results. */
const ROWS = BULK_PAGE
/**
 * A query costs a call for 2,000 rows; a bulk job one to open it, about five to wait for it, and one
 * for 10,000 rows. They cost the same at n / 2,000 = 6 + n / 10,000, which is 15,000 rows.
 */
const BULK_FROM = 15_000
const SIZES = { rows: ROWS, bulkFrom: BULK_FROM }
/** Between looks at a job; after the last one the caller decides whether to go on waiting. */
const LOOKS_MS = [5_000, 10_000, 20_000, 30_000]

/** The next rows after a cursor, by the cheapest way. A job that is gone is no reason to stop. */
export async function nextRows(
  deps: RecordPagesDeps,
  schema: RecordSchema,
  cursor: ListCursor,
): Promise<RecordRows> {
  if (cursor.by !== 'bulk') return await queriedRows(deps, schema, cursor)
  const found = await bulkRows(deps, cursor)
  if (found !== undefined) return found
  deps.log.warn('A bulk query of Salesforce is gone; the rest is read by queries', {
    object: schema.sobject,
  })
  return await queriedRows(deps, schema, { by: 'query', after: cursor.after })
}

async function queriedRows(
  { querier, bulk, sizes = SIZES }: RecordPagesDeps,
  schema: RecordSchema,
  cursor: Exclude<ListCursor, { by: 'bulk' }>,
): Promise<RecordRows> {
  const rows = await querier.rows({ soql: soqlAfter(schema, cursor.after, sizes.rows) })
  if (rows.length < sizes.rows) return { at: cursor, rows, next: undefined }
  const after = lastId(rows)
  if (after === undefined || after === cursor.after) {
    // A server that ignores the condition would otherwise be read for ever.
    throw unfinished('A list of Salesforce does not advance.')
  }
  const job =
    cursor.by === 'any' && (await hasMany(querier, schema, after, sizes.bulkFrom))
      ? // By id, though that keeps Salesforce from cutting the job up: where a page ends is then where
        // the next begins, for the activities of its people and for queries when the job fails.
        await bulk.open(soqlAfter(schema, after))
      : undefined
  return {
    at: cursor,
    rows,
    next: job === undefined ? { by: cursor.by, after } : { by: 'bulk', job, after },
  }
}

/** Whether so many come after an id that a bulk job is cheaper. */
async function hasMany(
  querier: Querier,
  schema: RecordSchema,
  after: string,
  many: number,
): Promise<boolean> {
  let found = 0
  const soql = select({
    fields: ['Id'],
    from: schema.sobject,
    where: [...livingOnly(schema), compare('Id', '>', after)],
    orderBy: ['Id'],
    limit: many,
  })
  // The first page counts them all.
  const counting = streamOf({ soql }, ({ total }) => {
    found = total
    return { stop: true }
  })
  await querier.streams([counting])
  return found >= many
}

async function bulkRows(
  { bulk, sleep }: RecordPagesDeps,
  cursor: Extract<ListCursor, { by: 'bulk' }>,
): Promise<RecordRows | undefined> {
  const { job, locator, after } = cursor
  const state = locator === undefined ? await waitFor(bulk, sleep, job) : 'ready'
  if (state === 'gone') return undefined
  if (state === 'working') return { at: cursor, rows: [], next: cursor }
  const page = await bulk.page(job, locator)
  if (page === undefined) return undefined
  const given = page.rows.findIndex(({ Id }) => toLongId(Id) === after)
  const rows = page.rows.slice(given + 1)
  const last = lastId(rows) ?? after
  const next =
    page.next === undefined
      ? undefined
      : ({ by: 'bulk', job, locator: page.next, after: last } as const)
  return { at: cursor, rows, next }
}

async function waitFor(bulk: BulkQueries, sleep: (ms: number) => Promise<void>, job: string) {
  for (const waitMs of LOOKS_MS) {
    const state = await bulk.look(job)
    if (state !== 'working') return state
    await sleep(waitMs)
  }
  return 'working'
}

function soqlAfter(schema: RecordSchema, after: string | undefined, limit?: number): string {
  return select({
    fields: recordFields(schema),
    from: schema.sobject,
    where: [...livingOnly(schema), ...(after === undefined ? [] : [compare('Id', '>', after)])],
    orderBy: ['Id'],
    ...(limit !== undefined && { limit }),
  })
}

function lastId(rows: readonly Row[]): string | undefined {
  return toLongId(rows.at(-1)?.['Id'])
}
