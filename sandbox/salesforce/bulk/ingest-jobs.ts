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

/** The jobs as they stand, journaled at every step. */
function createJobStore(append: (entry: JobEntry) => void) {
  const jobs = new Map<string, IngestJob>()
  let last = 0

  function restore({ id, job }: JobEntry): void {
    last = Math.max(last, sequenceOf(id))
    if (job === null) jobs.delete(id)
    else jobs.set(id, job)
  }

  function set(id: string, job: IngestJob | null): void {
    const entry: JobEntry = { kind: 'bulk-job', id, job }
    append(entry)
    restore(entry)
  }

  function get(id: string): IngestJob {
    const job = jobs.get(id)
    if (job !== undefined) return job
    throw new PermanentError('NOT_FOUND', 'The requested resource does not exist')
  }

  return {
    restore,
    get,
    nextId: () => makeId('750', last + 1),
    all: () => [...jobs.values()],
    remove: (id: string) => set(id, null),
    keep: (job: IngestJob): IngestJob => {
      set(job.id, job)
      return job
    },
    inState: (id: string, ...states: readonly IngestJob['state'][]): IngestJob => {
      const job = get(id)
      if (states.includes(job.state)) return job
      throw new PermanentError('INVALIDJOBSTATE', `Invalid job state: ${job.state}`)
    },
  }
}

const BLANK = { csv: undefined, results: [], errorMessage: undefined } as const

/** The jobs of one org; `append` hears of every state a job reaches. */
export function createIngestJobs(
  org: Org,
  saving: Saving,
  append: (entry: JobEntry) => void,
): IngestJobs {
  const { get, keep, inState, ...jobs } = createJobStore(append)
  return {
    get,
    restore: jobs.restore,
    all: jobs.all,
    open(given) {
      const at = { createdAt: org.now(), changedAt: org.now() }
      return keep({ ...given, ...BLANK, ...at, id: jobs.nextId(), state: 'Open' })
    },
    upload(id, csv) {
      const job = inState(id, 'Open')
      if (job.csv === undefined) keep({ ...job, csv })
      else throw new PermanentError('INVALIDJOBSTATE', 'A job takes only one upload')
    },
    close(id, state) {
      if (state === 'Aborted') {
        return keep({ ...inState(id, 'Open', 'UploadComplete', 'InProgress'), state })
      }
      if (state === 'UploadComplete') {
        return keep({ ...inState(id, 'Open'), state, changedAt: org.now() })
      }
      throw new PermanentError('INVALIDJOBSTATE', 'A job can be set to UploadComplete or Aborted')
    },
    poll(id) {
      const job = get(id)
      if (job.state === 'UploadComplete') return keep({ ...job, state: 'InProgress' })
      return job.state === 'InProgress' ? keep(processJob(org, saving, job)) : job
    },
    remove(id) {
      jobs.remove(inState(id, 'UploadComplete', 'JobComplete', 'Aborted', 'Failed').id)
    },
  }
}
