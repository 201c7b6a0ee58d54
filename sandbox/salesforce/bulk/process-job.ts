import { parse } from 'csv-parse/sync'
import { errorCode, PermanentError } from '#src/errors.ts'
import type { Org } from '../org.ts'
import type { SaveResult } from '../saving/save-result.ts'
import type { Saving } from '../saving/saving.ts'
import type { ObjectDef } from '../schema/object.ts'
import type { IngestJob, IngestResult } from './ingest-job.ts'

type CsvRow = Readonly<Record<string, string>>

/**
 * Works through the upload; a file that cannot be read fails the job, a bad record only itself. With
 * `stopAfter` it fails after so many rows, which stay as they were saved.
 */
export function processJob(
  org: Org,
  saving: Saving,
  job: IngestJob,
  stopAfter?: number,
): IngestJob {
  const changedAt = org.now()
  try {
    const object = org.schema.object(job.object)
    if (object === undefined)
      throw new PermanentError('InvalidJob', `Unable to find object: ${job.object}`)
    const rows = readRows(org, job, object).slice(0, stopAfter)
    const results = org.records.transaction(() =>
      rows.map((row) => toResult(job, row, saveRow(saving, job, object, row))),
    )
    if (stopAfter === undefined) return { ...job, state: 'JobComplete', results, changedAt }
    const errorMessage = 'InternalServerError : Batch retried more than twenty times'
    return { ...job, state: 'Failed', results, changedAt, errorMessage }
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    return { ...job, state: 'Failed', changedAt, errorMessage: `${errorCode(error)} : ${message}` }
  }
}

function readRows(org: Org, job: IngestJob, object: ObjectDef): readonly CsvRow[] {
  const csv = job.csv ?? ''
  if (csv.includes('\r\n') !== (job.lineEnding === 'CRLF')) {
    throw new PermanentError(
      'ClientInputError',
      `LineEnding is invalid on user data. Current LineEnding setting is ${job.lineEnding}`,
    )
  }
  const rows: CsvRow[] = parse(csv, { columns: true, skip_empty_lines: true, bom: true })
  for (const name of Object.keys(rows[0] ?? {})) {
    if (org.access.field(job.userId, object, name) === undefined) {
      throw new PermanentError('InvalidBatch', `Field name not found : ${name}`)
    }
  }
  return rows
}

function saveRow(saving: Saving, job: IngestJob, object: ObjectDef, row: CsvRow): SaveResult {
  // Bulk jobs run no assignment rule unless the job names one.
  const writer = { userId: job.userId, autoAssign: false }
  const id = Object.entries(row).find(([name]) => name.toLowerCase() === 'id')?.[1]
  if (job.operation === 'delete') return saving.remove(writer, id)
  const values = valuesOf(row)
  return job.operation === 'insert'
    ? saving.create(writer, object, values)
    : saving.update(writer, object, id, values)
}

/** Bulk API guide, "Prepare CSV Files": an empty cell changes nothing, `#N/A` empties the field. */
function valuesOf(row: CsvRow): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, cell]) => cell !== '')
      .map(([name, cell]) => [name, cell === '#N/A' ? null : cell]),
  )
}

function toResult(job: IngestJob, row: CsvRow, result: SaveResult): IngestResult {
  const [error] = result.errors
  return {
    id: result.id ?? '',
    created: result.success && job.operation === 'insert',
    error:
      error === undefined
        ? undefined
        : `${error.statusCode}:${error.message}:${error.fields.join(' ')} --`,
    row,
  }
}
