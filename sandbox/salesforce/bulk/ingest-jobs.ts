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
      keyof typeof BLANK | 'id' | 'state' | 'createdAt' | 'changedAt' | 'looksLeft'
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
  readonly orders: JobOrders
}

/** How jobs are to go wrong or slowly. */
export interface JobOrders {
  /** The next job fails for good after so many rows, as after too many retries of a batch. */
  stopNextAfter(rows: number): void
  /** Jobs closed from now on are over at this look. */
  setLooks(looks: number): void
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

const LOOKS = 2

/** The jobs of one org; `append` hears of every state a job reaches. */
export function createIngestJobs(
  org: Org,
  saving: Saving,
  append: (entry: JobEntry) => void,
): IngestJobs {
  const { get, keep, inState, ...jobs } = createJobStore(append)
  let looks = LOOKS
  let stopAfter: number | undefined
  return {
    get,
    restore: jobs.restore,
    all: jobs.all,
    orders: {
      setLooks: (count) => {
        looks = count
      },
      stopNextAfter: (rows) => {
        stopAfter = rows
      },
    },
    open(given) {
      const at = { createdAt: org.now(), changedAt: org.now() }
      return keep({
        ...given,
        ...BLANK,
        ...at,
        id: jobs.nextId(),
        state: 'Open',
        looksLeft: looks,
      })
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
        return keep({ ...inState(id, 'Open'), state, looksLeft: looks, changedAt: org.now() })
      }
      throw new PermanentError('INVALIDJOBSTATE', 'A job can be set to UploadComplete or Aborted')
    },
    poll(id) {
      const job = get(id)
      if (job.state !== 'UploadComplete' && job.state !== 'InProgress') return job
      const looksLeft = job.looksLeft - 1
      if (looksLeft > 0) return keep({ ...job, state: 'InProgress', looksLeft })
      const rows = stopAfter
      stopAfter = undefined
      return keep(processJob(org, saving, { ...job, looksLeft }, rows))
    },
    remove(id) {
      jobs.remove(inState(id, 'UploadComplete', 'JobComplete', 'Aborted', 'Failed').id)
    },
  }
}
