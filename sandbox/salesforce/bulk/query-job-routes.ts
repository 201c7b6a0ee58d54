import { stringify } from 'csv-stringify/sync'
import { PermanentError } from '#src/errors.ts'
import type { Org } from '../org.ts'
import { valuesOf } from '../rest/object-named.ts'
import { type ApiCall, type ApiReply, noContent, ok, type Route } from '../rest/route.ts'
import { createQueryJobs, type QueryJob, type QueryJobs } from './query-jobs.ts'

const MOST_ROWS = 100_000

/** Bulk API 2.0 query. */
export function bulkQueryRoutes(org: Org): readonly Route[] {
  const jobs = createQueryJobs(org)
  const route = (method: string, tail: string, handle: Route['handle']): Route => ({
    method,
    pattern: `/jobs/query${tail}`,
    kind: 'bulk',
    handle,
  })
  const idOf = (call: ApiCall): string => call.params['id'] ?? ''
  return [
    route('POST', '', (call) => ok(present(open(jobs, call), call))),
    route('GET', '/:id', (call) => ok(present(jobs.poll(idOf(call)), call))),
    route('PATCH', '/:id', (call) => {
      if (valuesOf(call.body)['state'] !== 'Aborted') {
        throw new PermanentError('INVALIDJOBSTATE', 'A query job can be set to Aborted')
      }
      return ok(present(jobs.abort(idOf(call)), call))
    }),
    route('DELETE', '/:id', (call) => {
      jobs.remove(idOf(call))
      return noContent
    }),
    route('GET', '/:id/results', (call) => results(jobs.get(idOf(call)), call)),
  ]
}

function open(jobs: QueryJobs, call: ApiCall): QueryJob {
  const { operation, query, contentType = 'CSV' } = valuesOf(call.body)
  if (operation !== 'query' && operation !== 'queryAll') {
    throw new PermanentError('INVALIDJOB', 'Unsupported operation')
  }
  if (typeof query !== 'string' || contentType !== 'CSV') {
    throw new PermanentError('INVALIDJOB', 'A query job needs a query and gives CSV')
  }
  return jobs.open({ operation, soql: query, userId: call.userId })
}

function present(
  { id, operation, object, userId, createdAt, state, table }: QueryJob,
  call: ApiCall,
) {
  return {
    id,
    operation,
    object,
    createdById: userId,
    createdDate: new Date(createdAt).toISOString().replace('Z', '+0000'),
    state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(call.version),
    jobType: 'V2Query',
    lineEnding: 'LF',
    columnDelimiter: 'COMMA',
    numberRecordsProcessed: Math.max(0, table.length - 1),
  }
}

/** The locator is opaque; after the last page it is the text `null`. */
function results({ state, table }: QueryJob, call: ApiCall): ApiReply {
  if (state !== 'JobComplete') {
    throw new PermanentError('INVALIDJOBSTATE', `Results are not there in state ${state}`)
  }
  const [head = [], ...rows] = table
  const start = startOf(call.query.get('locator'), rows.length)
  const size = Math.min(MOST_ROWS, Number(call.query.get('maxRecords') ?? MOST_ROWS))
  if (!Number.isInteger(size) || size < 1) {
    throw new PermanentError('INVALIDJOB', 'maxRecords must be a positive number')
  }
  const page = rows.slice(start, start + size)
  const next = start + page.length
  const locator = next >= rows.length ? 'null' : Buffer.from(String(next)).toString('base64url')
  return {
    status: 200,
    contentType: 'text/csv',
    headers: { 'Sforce-Locator': locator, 'Sforce-NumberOfRecords': String(page.length) },
    body: stringify([[...head], ...page.map((cells) => [...cells])], { quoted: true }),
  }
}

function startOf(locator: string | null, rows: number): number {
  if (locator === null) return 0
  const start = Number(Buffer.from(locator, 'base64url').toString())
  if (Number.isInteger(start) && start > 0 && start < rows) return start
  throw new PermanentError('INVALID_QUERY_LOCATOR', 'invalid query locator')
}
