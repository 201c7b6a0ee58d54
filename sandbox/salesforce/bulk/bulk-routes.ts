import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { PermanentError } from '#src/errors.ts'
import type { Org } from '../org.ts'
import { errorReply } from '../rest/api-error.ts'
import { valuesOf } from '../rest/object-named.ts'
import { type ApiCall, type ApiReply, noContent, ok, type Route } from '../rest/route.ts'
import {
  type IngestJob,
  type IngestOperation,
  type IngestResult,
  presentJob,
} from './ingest-job.ts'
import type { IngestJobs } from './ingest-jobs.ts'

const NO_CSV = errorReply(415, 'UNSUPPORTED_MEDIA_TYPE', 'Job data is uploaded as text/csv')

const OPERATIONS: readonly IngestOperation[] = ['insert', 'update', 'delete']

/** Bulk API 2.0 ingest. */
export function bulkRoutes(org: Org, jobs: IngestJobs): readonly Route[] {
  const route = (method: string, tail: string, handle: Route['handle']): Route => ({
    method,
    pattern: `/jobs/ingest${tail}`,
    kind: 'bulk',
    handle,
  })
  const idOf = (call: ApiCall): string => call.params['id'] ?? ''
  return [
    route('POST', '', (call) => ok(presentJob(jobs.open(readJob(org, call))))),
    route('GET', '', () =>
      ok({ done: true, nextRecordsUrl: null, records: jobs.all().map(presentJob) }),
    ),
    route('GET', '/:id', (call) => ok(presentJob(jobs.poll(idOf(call))))),
    route('PUT', '/:id/batches', (call) => {
      const type = call.headers['content-type'] ?? ''
      if (typeof call.body !== 'string' || !/^text\/csv(?:;|$)/.test(type)) return NO_CSV
      jobs.upload(idOf(call), call.body)
      return { status: 201 }
    }),
    route('PATCH', '/:id', (call) =>
      ok(presentJob(jobs.close(idOf(call), valuesOf(call.body)['state']))),
    ),
    route('DELETE', '/:id', (call) => {
      jobs.remove(idOf(call))
      return noContent
    }),
    route('GET', '/:id/successfulResults', (call) =>
      csvReply(
        jobs.get(idOf(call)),
        ['sf__Id', 'sf__Created'],
        (result) => result.error === undefined && [result.id, String(result.created)],
      ),
    ),
    route('GET', '/:id/failedResults', (call) =>
      csvReply(
        jobs.get(idOf(call)),
        ['sf__Id', 'sf__Error'],
        (result) => result.error !== undefined && [result.id, result.error],
      ),
    ),
    route('GET', '/:id/unprocessedrecords', (call) => unprocessed(jobs.get(idOf(call)))),
  ]
}

function readJob(org: Org, call: ApiCall): Parameters<IngestJobs['open']>[0] {
  const { object, operation, lineEnding, contentType, columnDelimiter } = valuesOf(call.body)
  const known = OPERATIONS.find((name) => name === operation)
  if (known === undefined) throw new PermanentError('INVALIDJOB', 'Unsupported operation')
  const def = typeof object === 'string' ? org.schema.object(object) : undefined
  if (def === undefined) throw new PermanentError('INVALIDENTITY', 'Unable to find object')
  if ((contentType ?? 'CSV') !== 'CSV' || (columnDelimiter ?? 'COMMA') !== 'COMMA') {
    throw new PermanentError('INVALIDJOB', 'Only comma-separated CSV is supported')
  }
  return {
    object: def.name,
    operation: known,
    lineEnding: lineEnding === 'CRLF' ? 'CRLF' : 'LF',
    version: call.version,
    userId: call.userId,
  }
}

function csvReply(
  job: IngestJob,
  head: readonly string[],
  cells: (result: IngestResult) => readonly string[] | false,
): ApiReply {
  const columns = Object.keys(job.results[0]?.row ?? {})
  // "The order of records in the response is not guaranteed": here it never is the upload's.
  const rows = job.results.toReversed().flatMap((result) => {
    const own = cells(result)
    return own === false ? [] : [[...own, ...columns.map((name) => result.row[name] ?? '')]]
  })
  return asCsv(job, [[...head, ...columns], ...rows])
}

/** What a failed or aborted job never came to. */
function unprocessed(job: IngestJob): ApiReply {
  const rows: string[][] = parse(job.csv ?? '', { skip_empty_lines: true, bom: true })
  const [head = [], ...lines] = rows
  const isCut = job.state === 'Aborted' || job.state === 'Failed'
  return asCsv(job, [head, ...(isCut ? lines.slice(job.results.length) : [])])
}

function asCsv(job: IngestJob, rows: readonly (readonly string[])[]): ApiReply {
  const delimiter = job.lineEnding === 'LF' ? '\n' : '\r\n'
  return {
    status: 200,
    contentType: 'text/csv',
    body: stringify(
      rows.map((row) => [...row]),
      { record_delimiter: delimiter, quoted: true, quoted_empty: true },
    ),
  }
}
