import { type Job, UnrecoverableError, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { errorCode, PermanentError } from '#src/errors.ts'
import type { JobObserver } from '#src/metrics-port.ts'
import type { Log, LogFields } from '#src/ports.ts'
import { JOBS, type JobContext, type JobHandlers, type JobName, portalIn } from './catalog.ts'
import { parsePayload, QUEUE_NAME } from './queue.ts'

export interface JobWorker {
  /** Jobs in hand finish their current step; what they leave is picked up from Postgres. */
  close(): Promise<void>
}

export interface WorkerOptions {
  readonly connection: Redis
  readonly handlers: JobHandlers
  readonly log: Log
  readonly concurrency: number
  /** Told of every job by its name; unset, nobody counts. */
  readonly observeJob?: JobObserver | undefined
  /** Runs a job so that every log line of it carries these fields. */
  readonly withLogFields?: <T>(fields: LogFields, work: () => T) => T
}

/**
 * Takes jobs until closed. The lock is short so that the work of a killed process is picked up
 * again within seconds; BullMQ renews it while a job runs.
 */
export function createWorker(options: WorkerOptions): JobWorker {
  const { connection, handlers, log, concurrency, withLogFields = unlabelled } = options
  const stopping = new AbortController()
  const inHand = new Map<string | undefined, LogFields>()
  const worker = new Worker(
    QUEUE_NAME,
    async (job) => {
      const fields = fieldsOf(job)
      inHand.set(job.id, fields)
      try {
        await withLogFields(fields, () =>
          observed(job, options.observeJob, () =>
            runJob(job, handlers, { signal: stopping.signal }),
          ),
        )
      } finally {
        inHand.delete(job.id)
      }
    },
    { connection, concurrency, lockDuration: 6_000, stalledInterval: 3_000, maxStalledCount: 20 },
  )
  worker.on('failed', (job, error) => {
    log.warn('job failed', { ...(job && fieldsOf(job)), code: errorCode(error) })
  })
  worker.on('error', (error) => tellTrouble(log, error, inHand))

  return {
    close: async () => {
      stopping.abort()
      await worker.close()
    },
  }
}

/** Names and payloads of jobs come out of Redis: of the payload only what is a portal's id is told. */
function fieldsOf({ name, id, data }: Pick<Job, 'name' | 'id' | 'data'>): LogFields {
  const portal = portalIn(data)
  return { job: name, jobId: id, ...(portal !== undefined && { portal }) }
}

/** BullMQ has no class or code for it, only words: "could not renew lock for job 12". */
const LOST_LOCK = /\block\b.*? for job ([\w:-]+)/i

/**
 * A lost lock says that the process was too busy to renew it, or Redis emptied, far oftener than that the
 * connection is bad: another worker takes the job up as well, which is harmless but costs.
 */
export function tellTrouble(
  log: Pick<Log, 'warn'>,
  error: Error,
  inHand: ReadonlyMap<string | undefined, LogFields>,
): void {
  const jobId = LOST_LOCK.exec(error.message)?.[1]
  if (jobId === undefined) log.warn('queue trouble', { code: errorCode(error) })
  else log.warn('job lost its lock', { ...(inHand.get(jobId) ?? { jobId }), code: 'lock-lost' })
}

function unlabelled<T>(_fields: LogFields, work: () => T): T {
  return work()
}

async function observed(
  job: Job,
  observeJob: JobObserver | undefined,
  work: () => Promise<void>,
): Promise<void> {
  // Names of jobs come out of Redis: only those of the catalogue are told.
  const ended = isJobName(job.name) ? observeJob?.(job.name) : undefined
  try {
    await work()
    ended?.('done')
  } catch (error) {
    ended?.(error instanceof UnrecoverableError ? 'stopped' : 'failed')
    throw error
  }
}

async function runJob(job: Job, handlers: JobHandlers, context: JobContext): Promise<void> {
  // A rolled-back deploy leaves jobs of names this version does not know; failing them would alarm.
  if (!isJobName(job.name)) return
  try {
    await runNamed(job.name, job.data, handlers, context)
  } catch (error) {
    if (error instanceof PermanentError) throw new UnrecoverableError(error.code)
    // Only the code is kept: BullMQ stores the message and stack in Redis.
    throw Object.assign(new Error(errorCode(error)), { stack: undefined, code: errorCode(error) })
  }
}

function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOBS, name)
}

async function runNamed<Name extends JobName>(
  name: Name,
  data: unknown,
  handlers: JobHandlers,
  context: JobContext,
): Promise<void> {
  await handlers[name](parsePayload(name, data), context)
}
