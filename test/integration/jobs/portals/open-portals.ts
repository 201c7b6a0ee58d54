import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHandlers } from '#jobs/handlers.ts'
import { startPrivateRedis } from '#jobs/private-redis.ts'
import { createQueue, type JobQueue } from '#jobs/queue.ts'
import { openRedis } from '#jobs/redis.ts'
import { createWorker } from '#jobs/worker.ts'
import { loadAccountModel } from '#src/account-model.ts'
import { createDeciders } from '#src/deciders.ts'
import { createAccountDecider } from '#src/decision/decide-account.ts'
import { createLog } from '#src/log.ts'
import { loadShippedModels } from '#src/models.ts'
import type { PortalId } from '#src/ports.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'
import { createSkippingClock, type SkippingClock } from './skipping-clock.ts'
import { createSlowCrm, type SlowCrm } from './slow-crm.ts'
import { watched } from './watched.ts'

/** Real store, Redis, queue, worker and quotas for many portals; their CRMs in memory, time skipped. */
export interface Portals {
  readonly clock: SkippingClock
  readonly store: Store
  readonly queue: JobQueue
  readonly crm: (portal: PortalId) => SlowCrm
  work(): void
  close(): Promise<void>
}

interface PortalsOptions {
  readonly startMs: number
  readonly ids: readonly PortalId[]
  /** Jobs at work at once. */
  readonly concurrency: number
}

export async function openPortals(
  databaseUrl: string,
  { startMs, ids, concurrency }: PortalsOptions,
): Promise<Portals> {
  const dataDir = await mkdtemp(join(tmpdir(), 'leadwell-portals-'))
  const server = await startPrivateRedis(dataDir)
  const redis = await openRedis(server.url)
  const log = createLog({ level: 'silent' })
  const plainQueue = createQueue(redis)
  const running = new Set<object>()
  // Jobs on their way to or from the worker are work; those that no slot is free for are not.
  const queueIdle = async (): Promise<boolean> => {
    const { active = 0, waiting = 0, prioritized = 0 } = await plainQueue.counts()
    return active === running.size && (waiting + prioritized === 0 || active >= concurrency)
  }
  const clock = createSkippingClock(startMs, queueIdle)
  const { now } = clock
  const keys = createKeyring(Buffer.alloc(32, 1).toString('base64'))
  const plainStore = await openStore({ databaseUrl, dataDir, keys, now, log })
  const store = watched(plainStore, clock)
  const queue = watched(plainQueue, clock)
  for (const id of ids) await connect(plainStore, id)
  const watchedRedis = watched(redis, clock)
  const crms = new Map(
    ids.map((portal) => [portal, createSlowCrm({ portal, redis: watchedRedis, clock })]),
  )
  const crm = (portal: PortalId): SlowCrm => {
    const found = crms.get(portal)
    if (found === undefined) throw new Error(`${portal} is none of these portals`)
    return found
  }
  const [shipped, accounts] = await Promise.all([loadShippedModels(), loadAccountModel()])
  const handlers = createHandlers({
    store,
    queue,
    log,
    now,
    ...createDeciders(shipped),
    accountDecider: createAccountDecider({ accounts, audienceOf: shipped.audienceOf }),
    checkDrift: async () => undefined,
    workOutAnalysis: async () => Promise.reject(new Error('nobody asks for analyses here')),
    connectorFor: (portal, lane) => Promise.resolve(crm(portal).connector(lane)),
  })
  const observeJob = (name: string): (() => void) => {
    const job = {}
    running.add(job)
    // Scores in threads of its own, where nothing else would tell of it.
    const end = name === 'run' ? clock.begin() : undefined
    return () => {
      end?.()
      running.delete(job)
    }
  }
  const workers: { close(): Promise<void> }[] = []
  return {
    clock,
    store,
    queue,
    crm,
    work: () => {
      const options = { connection: redis, handlers, log, observeJob }
      workers.push(createWorker({ ...options, concurrency }))
    },
    close: async () => {
      await clock.stop()
      for (const worker of workers) await worker.close()
      await queue.close()
      redis.disconnect()
      await plainStore.close()
      await server.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function connect(store: Store, id: PortalId): Promise<void> {
  const portal = { id, crm: 'hubspot', name: id, timeZone: 'UTC', apiUrl: 'http://x' } as const
  await store.portals.save({ ...portal, sandbox: true }, { kind: 'hubspot-token', accessToken: '' })
  await store.portals.setStatus(id, 'connected')
}
