import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { PermanentError } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'
import { JOBS, type JobName, type JobPayload } from './catalog.ts'

export const QUEUE_NAME = 'leadwell'

/** BullMQ serves lower numbers first. */
const PRIORITY: Record<JobName, number> = {
  'dispatch-work': 1,
  'write-intents': 2,
  'poll-changes': 3,
  'poll-portals': 3,
  sweep: 3,
  'rescore-due': 4,
  'score-accounts': 4,
  retention: 7,
  'apply-retention': 7,
  'refresh-records': 5,
  'backfill-portal': 6,
  'write-bulk': 6,
  run: 6,
  reconcile: 7,
  'reconcile-portal': 7,
  drift: 7,
  'check-drift': 7,
  analyse: 7,
}

export interface JobQueue {
  /**
   * At most one job of this name and portal waits while another runs; adding again is harmless.
   * Throws PermanentError `job-payload-invalid` when the payload does not fit the catalogue.
   */
  add<Name extends JobName>(
    name: Name,
    payload: JobPayload<Name>,
    /** Not before so many ms have passed. */
    delayMs?: number,
  ): Promise<void>
  /** Something was marked or intended for this portal: dispatch it now, not at the next sweep. */
  kick(portal: PortalId): Promise<void>
  repeat(
    name: 'sweep' | 'poll-portals' | 'retention' | 'reconcile' | 'drift',
    everyMs: number,
  ): Promise<void>
  counts(): Promise<Readonly<Record<string, number>>>
  close(): Promise<void>
}

/** Producer side of the one BullMQ queue. Retries live in Postgres, so a job is tried once. */
export function createQueue(connection: Redis): JobQueue {
  const queue = new Queue(QUEUE_NAME, {
    connection,
    defaultJobOptions: {
      attempts: 1,
      removeOnComplete: { age: 3600, count: 1000 },
      removeOnFail: { age: 7 * 24 * 3600, count: 1000 },
    },
  })
  // Without a listener BullMQ prints lost connections itself, stack and all; commands wait for the next.
  queue.on('error', () => undefined)

  const add: JobQueue['add'] = async (name, payload, delayMs = 0) => {
    const parsed = parsePayload(name, payload)
    const deduplication = { id: deduplicationId(name, parsed), keepLastIfActive: true }
    await queue.add(name, parsed, {
      priority: PRIORITY[name],
      deduplication,
      ...(delayMs > 0 && { delay: delayMs }),
    })
  }

  return {
    add,
    kick: (portal) => add('dispatch-work', { portal }),
    repeat: async (name, everyMs) => {
      await queue.upsertJobScheduler(
        name,
        { every: everyMs },
        { name, data: {}, opts: { priority: PRIORITY[name] } },
      )
    },
    counts: () => queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed'),
    close: () => queue.close(),
  }
}

/** Checks a payload against the catalogue; the message names fields, never values. */
export function parsePayload<Name extends JobName>(name: Name, payload: unknown): JobPayload<Name> {
  const parsed = JOBS[name].safeParse(payload)
  if (parsed.success) return parsed.data as JobPayload<Name>
  const paths = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
  throw new PermanentError('job-payload-invalid', `Job ${name}: payload does not fit at: ${paths}`)
}

/** One job of a name waits for a portal, or for each of its parts, however often it was asked for. */
function deduplicationId(name: JobName, payload: object): string {
  const part = 'part' in payload ? `/${String(payload.part)}` : ''
  return 'portal' in payload ? `${name}/${String(payload.portal)}${part}` : name
}
