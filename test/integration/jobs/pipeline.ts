import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Redis } from 'ioredis'
import { createHandlers } from '#jobs/handlers.ts'
import { startPrivateRedis } from '#jobs/private-redis.ts'
import { createQueue, type JobQueue } from '#jobs/queue.ts'
import { openRedis } from '#jobs/redis.ts'
import { createWorker } from '#jobs/worker.ts'
import { loadAccountModel } from '#src/account-model.ts'
import type { Connector } from '#src/connector-port.ts'
import { crmOf } from '#src/crm-of.ts'
import { createDeciders } from '#src/deciders.ts'
import { createAccountDecider } from '#src/decision/decide-account.ts'
import { createLog } from '#src/log.ts'
import { loadShippedModels } from '#src/models.ts'
import type { Lane, PortalId } from '#src/ports.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'
import { createFakeCrm, type FakeCrm } from '#test/fakes/fake-connector.ts'
import { createTestDatabase } from '#test/services.ts'

export const PORTAL: PortalId = 'hubspot:42'

const [shipped, accounts] = await Promise.all([loadShippedModels(), loadAccountModel()])

/** Real store, real Redis, real queue and worker; only the CRM is in memory. */
export interface Pipeline {
  readonly store: Store
  readonly redis: Redis
  readonly queue: JobQueue
  readonly crm: FakeCrm
  readonly connectorFor: (portal: PortalId, lane: Lane) => Promise<Connector>
  /** Sweeps and looks until nothing is pending; fails after the test's own time. */
  settle(): Promise<void>
  close(): Promise<void>
}

export async function startPipeline(
  now: () => number,
  connectorFor?: (redis: Redis, lane: Lane) => Promise<Connector>,
  portal: PortalId = PORTAL,
): Promise<Pipeline> {
  const dataDir = await mkdtemp(join(tmpdir(), 'leadwell-pipeline-'))
  const server = await startPrivateRedis(dataDir)
  const redis = await openRedis(server.url)
  const log = createLog({ level: 'silent' })
  const store = await openStore({
    databaseUrl: await createTestDatabase(),
    dataDir,
    keys: createKeyring(Buffer.alloc(32, 1).toString('base64')),
    now,
    log,
  })
  await store.portals.save(
    {
      id: portal,
      crm: crmOf(portal),
      name: 'Test',
      timeZone: 'America/New_York',
      apiUrl: 'http://x',
      sandbox: true,
    },
    { kind: 'hubspot-token', accessToken: 'none' },
  )
  await store.portals.setStatus(portal, 'connected')
  const crm = createFakeCrm()
  const queue = createQueue(redis)
  const connectorOf = async (_portal: PortalId, lane: Lane): Promise<Connector> =>
    (await connectorFor?.(redis, lane)) ?? crm.connector
  const handlers = createHandlers({
    store,
    queue,
    log,
    now,
    ...createDeciders(shipped),
    accountDecider: createAccountDecider({ accounts, audienceOf: shipped.audienceOf }),
    checkDrift: async () => undefined,
    workOutAnalysis: async () => Promise.reject(new Error('nobody asks for analyses here')),
    connectorFor: connectorOf,
  })
  const worker = createWorker({ connection: redis, handlers, log, concurrency: 4 })

  return {
    store,
    redis,
    queue,
    crm,
    connectorFor: connectorOf,
    settle: () => settle({ store, queue, now, portal }),
    close: async () => {
      await worker.close()
      await queue.close()
      redis.disconnect()
      await store.close()
      await server.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function settle({
  store,
  queue,
  now,
  portal,
}: Pick<Pipeline, 'store' | 'queue'> & { now: () => number; portal: PortalId }): Promise<void> {
  for (;;) {
    await queue.add('sweep', {})
    const backfill = await store.cursors.get(portal, 'backfill')
    const done = JSON.stringify(backfill) === '{"done":true}'
    const { waiting } = await store.marks.pending(portal)
    const accountsWait = await store.accounts.waiting(portal, now())
    if (done && waiting === 0 && !accountsWait && (await store.intents.pending(portal)) === 0)
      return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
