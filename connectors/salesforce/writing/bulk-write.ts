import { z } from 'zod'
import type { BulkIntent, BulkProgress, WriteResult } from '#src/connector-port.ts'
import { PermanentError, TransientError } from '#src/errors.ts'
import type { Intent, RecordObject } from '#src/ports.ts'
import { SOBJECTS } from '../schema/sobjects.ts'
import { readIngestAnswers } from './bulk-ingest-answers.ts'
import { ingestFile } from './bulk-ingest-file.ts'
import { createIngestJobs, type IngestJob, type IngestJobs } from './bulk-ingest-job.ts'
import { WRITE_BATCH_SIZE, type WriteDeps, writeIntents } from './write.ts'
import type { RecordAnswers } from './write-answer.ts'
import { settle } from './write-settle.ts'

/** 50,000 rows of ours are some 40 MB; a job that fails is that much to send again. */
export const BULK_MOST = 50_000

/** What lets the next process go on with a job; no id of a record, no value. */
const Running = z.object({
  job: z.string(),
  /** Lines of its upload. */
  rows: z.number(),
  /** Whether every intent found room in it. */
  whole: z.boolean(),
})
type Running = z.infer<typeof Running>

const LOOKS_AFTER_MS = [5_000, 10_000, 20_000]
const COME_BACK_MS = 60_000
/** Bulk writing is not for every edition and user (ISV guide: never in Professional and Group Edition). */
const NO_BULK = new Set([
  'salesforce-refused',
  'salesforce-access-denied',
  'salesforce-api-disabled',
  'salesforce-not-found',
  'salesforce-object-hidden',
])

/**
 * Writes very many records of one object by a Bulk API 2.0 job; rows the job did not settle, and all of
 * them where there can be no job, by batches. Throws TransientError `salesforce-bulk-running` while
 * Salesforce works: call again with the same intents, or those of them that are still wanted, and what
 * was saved.
 */
export async function writeMany(
  deps: WriteDeps,
  intents: readonly BulkIntent[],
  progress: BulkProgress,
): Promise<readonly WriteResult[]> {
  const object = onlyObjectOf(intents)
  const answers = object && (await runJob(deps, object, intents, progress))
  const answered = intents.filter((intent) => answers?.has(intent))
  const rest = intents.filter((intent) => answers?.has(intent) !== true)
  const results = [
    ...(await settle(deps, answered, answers ?? new Map())),
    ...(await writeBatches(deps, rest)),
  ]
  const byId = new Map(results.map((result) => [result.ref.id, result]))
  return intents.map(({ ref }) => byId.get(ref.id) ?? unanswered(ref))
}

/** `undefined` where there was no job after all. */
async function runJob(
  deps: WriteDeps,
  object: RecordObject,
  intents: readonly BulkIntent[],
  progress: BulkProgress,
): Promise<RecordAnswers | undefined> {
  const jobs = createIngestJobs(deps.transport)
  try {
    const running = (await goOn(jobs, progress)) ?? (await begin(jobs, object, intents, progress))
    const job = await waitFor(deps, jobs, running.job)
    return job && (await readIngestAnswers(jobs, job, running, intents))
  } catch (error) {
    if (!(error instanceof PermanentError) || !NO_BULK.has(error.code)) throw error
    const { code } = error
    deps.log.warn('Salesforce takes no bulk write, records are written in batches', { code })
    return undefined
  }
}

/**
 * The job of an earlier call, unless it came to nothing: gone, aborted before its first row, or still open,
 * so that nobody can tell whether its upload is whole; that one is put aside and made anew.
 */
async function goOn(jobs: IngestJobs, { resume }: BulkProgress): Promise<Running | undefined> {
  const before = Running.safeParse(resume).data
  const job = before && (await jobs.read(before.job))
  if (job === undefined) return undefined
  if (job.state === 'Open') {
    await obey(jobs.abort(job.id))
    return undefined
  }
  return job.state === 'Aborted' && job.processed === 0 ? undefined : before
}

/** Its id is saved before anything is in it: whatever is lost in between, one job does the work. */
async function begin(
  jobs: IngestJobs,
  object: RecordObject,
  intents: readonly Intent[],
  progress: BulkProgress,
): Promise<Running> {
  const { csv, rows } = ingestFile(intents)
  const { id } = await jobs.create(SOBJECTS[object])
  const running = { job: id, rows, whole: rows === intents.length }
  await progress.save(running)
  await obey(jobs.upload(id, csv))
  await obey(jobs.close(id))
  return running
}

/** A refused order changes nothing; the job's own state tells what to do next. */
async function obey(order: Promise<void>): Promise<void> {
  try {
    await order
  } catch (error) {
    if (!(error instanceof PermanentError) || error.code !== 'salesforce-refused') throw error
  }
}

/** The job when it is over; `undefined` when it cannot come to an end. */
async function waitFor(
  deps: WriteDeps,
  jobs: IngestJobs,
  id: string,
): Promise<IngestJob | undefined> {
  for (const afterMs of LOOKS_AFTER_MS) {
    await deps.sleep(afterMs)
    const job = await jobs.read(id)
    if (job === undefined) return undefined
    if (job.state === 'Open') {
      await obey(jobs.abort(id))
      return undefined
    }
    if (job.state !== 'UploadComplete' && job.state !== 'InProgress') return job
  }
  throw new TransientError(
    'salesforce-bulk-running',
    'Salesforce is still working on a bulk job.',
    COME_BACK_MS,
  )
}

async function writeBatches(
  deps: WriteDeps,
  intents: readonly Intent[],
): Promise<readonly WriteResult[]> {
  const results: WriteResult[] = []
  for (let start = 0; start < intents.length; start += WRITE_BATCH_SIZE) {
    results.push(...(await writeIntents(deps, intents.slice(start, start + WRITE_BATCH_SIZE))))
  }
  return results
}

function onlyObjectOf(intents: readonly Intent[]): RecordObject | undefined {
  const [object, ...others] = new Set(intents.map(({ ref }) => ref.object))
  return others.length === 0 ? object : undefined
}

function unanswered(ref: Intent['ref']): WriteResult {
  return { ref, outcome: 'retry', code: 'salesforce-record-unanswered' }
}
