import { PermanentError } from '#src/errors.ts'
import { makeId, sequenceOf } from '../ids.ts'
import type { Org } from '../org.ts'
import type { Saving } from '../saving/saving.ts'
import type { IngestJob } from './ingest-job.ts'
import { processJob } from './process-job.ts'

export interface JobEntry {
  readonly kind: 'bulk-job'
  readonly id: string
  readonly job: IngestJob | null
}

export interface IngestJobs {
  open(
    job: Omit<
      IngestJob,
      'id' | 'state' | 'createdAt' | 'changedAt' | 'csv' | 'results' | 'errorMessage'
    >,
  ): IngestJob
  /** Throws NOT_FOUND. */
  get(id: string): IngestJob
  all(): readonly IngestJob[]
  upload(id: string, csv: string): void
  close(id: string, state: unknown): IngestJob
  /** A look at the job, which also moves it one state on: the sandbox's idea of time passing. */
  poll(id: string): IngestJob
  remove(id: string): void
  restore(entry: JobEntry): void
}

export function createIngestJobs(
  org: Org,
  saving: Saving,
  append: (entry: JobEntry) => void,
): IngestJobs {
  const jobs = new Map<string, IngestJob>()
  let last = 0

  function restore({ id, job }: JobEntry): void {
    last = Math.max(last, sequenceOf(id))
    if (job === null) jobs.delete(id)
    else jobs.set(id, job)
  }

  function keep(job: IngestJob): IngestJob {
    const entry: JobEntry = { kind: 'bulk-job', id: job.id, job }
    append(entry)
    restore(entry)
    return job
  }

  function get(id: string): IngestJob {
    const job = jobs.get(id)
    if (job !== undefined) return job
    throw new PermanentError('NOT_FOUND', 'The requested resource does not exist')
  }

  function inState(id: string, ...states: readonly IngestJob['state'][]): IngestJob {
    const job = get(id)
    if (states.includes(job.state)) return job
    throw new PermanentError('INVALIDJOBSTATE', `Invalid job state: ${job.state}`)
  }

  return {
    get,
    restore,
    all: () => [...jobs.values()],
    open(given) {
      const at = org.now()
      const id = makeId('750', last + 1)
      const blank = { csv: undefined, results: [], errorMessage: undefined }
      return keep({ ...given, ...blank, id, state: 'Open', createdAt: at, changedAt: at })
    },
    upload(id, csv) {
      const job = inState(id, 'Open')
      if (job.csv !== undefined) {
        throw new PermanentError(
          'INVALIDJOBSTATE',
          'Found multiple contents for job: only one upload is allowed',
        )
      }
      keep({ ...job, csv })
    },
    close(id, state) {
      if (state === 'Aborted') {
        return keep({ ...inState(id, 'Open', 'UploadComplete', 'InProgress'), state })
      }
      if (state !== 'UploadComplete') {
        throw new PermanentError(
          'INVALIDJOBSTATE',
          'A job can only be set to UploadComplete or Aborted',
        )
      }
      return keep({ ...inState(id, 'Open'), state, changedAt: org.now() })
    },
    poll(id) {
      const job = get(id)
      if (job.state === 'UploadComplete') return keep({ ...job, state: 'InProgress' })
      return job.state === 'InProgress' ? keep(processJob(org, saving, job)) : job
    },
    remove(id) {
      inState(id, 'UploadComplete', 'JobComplete', 'Aborted', 'Failed')
      append({ kind: 'bulk-job', id, job: null })
      jobs.delete(id)
    },
  }
}
