import type { Intent } from '#src/ports.ts'
import { toLongId } from '../schema/record-id.ts'
import { readResultFile, readRowError } from './bulk-ingest-file.ts'
import type { IngestJob, IngestJobs } from './bulk-ingest-job.ts'
import { type RecordAnswer, type RecordAnswers, SAVED } from './write-answer.ts'
import { judgeErrors } from './write-policy.ts'

/**
 * What a finished job settled, by the record's id: result files keep no order. `upload` says how many rows
 * there were and whether every intent was among them. Not answered is whatever a batch can still bring
 * about: rows the job never came to, rows that failed for a passing reason, and duplicates, because only a
 * batch can say that a warning is no obstacle.
 */
export async function readIngestAnswers(
  jobs: IngestJobs,
  job: IngestJob,
  upload: { readonly rows: number; readonly whole: boolean },
  intents: readonly Intent[],
): Promise<RecordAnswers> {
  const isWhole = job.state === 'JobComplete' && upload.whole && job.processed === upload.rows
  const failed = job.failed > 0 ? readResultFile(await jobs.file(job.id, 'failedResults')) : NONE
  // Where all rows are counted up, the file that brings every cell back need not be fetched.
  const saved = isWhole ? undefined : await savedBy(jobs, job)
  const answers = new Map<Intent, RecordAnswer>()
  for (const intent of intents) {
    const id = toLongId(intent.ref.id) ?? ''
    const error = failed.get(id)?.['sf__Error']
    if (error !== undefined) answers.set(intent, answerOf(error))
    else if (saved?.has(id) ?? true) answers.set(intent, SAVED)
  }
  return new Map([...answers].filter(([, answer]) => isSettled(answer)))
}

const NONE: ReturnType<typeof readResultFile> = new Map()

/**
 * Of a job that failed or was aborted half-way, too. What is in neither file was not worked on: the third
 * file, `unprocessedrecords`, would name the same rows, except those beyond a daily allowance.
 */
async function savedBy(jobs: IngestJobs, { id }: IngestJob): Promise<ReadonlySet<string>> {
  return new Set(readResultFile(await jobs.file(id, 'successfulResults')).keys())
}

function answerOf(error: string): RecordAnswer {
  return { said: 'errors', errors: [readRowError(error)] }
}

function isSettled(answer: RecordAnswer): boolean {
  if (answer.said !== 'errors') return answer.said === 'saved'
  if (answer.errors.some(({ code }) => code === 'DUPLICATES_DETECTED')) return false
  return judgeErrors(answer.errors).policy.outcome !== 'retry'
}
