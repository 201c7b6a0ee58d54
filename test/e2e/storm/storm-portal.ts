import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHandlers } from '#jobs/handlers.ts'
import { startPrivateRedis } from '#jobs/private-redis.ts'
import { createQueue } from '#jobs/queue.ts'
import { openRedis } from '#jobs/redis.ts'
import { createWorker, type JobWorker } from '#jobs/worker.ts'
import { loadAccountModel } from '#src/account-model.ts'
import { createDeciders } from '#src/deciders.ts'
import { createAccountDecider } from '#src/decision/decide-account.ts'
import { createHttpApp } from '#src/http/create-http-app.ts'
import { serve } from '#src/http/serve.ts'
import { createLog } from '#src/log.ts'
import { loadShippedModels } from '#src/models.ts'
import type { PortalId } from '#src/ports.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'
import { createFakeCrm, type FakeCrm } from '#test/fakes/fake-connector.ts'
import { STORM_NOW, STORM_PORTAL } from './plan-storm.ts'

export const PORTAL: PortalId = `hubspot:${STORM_PORTAL}`
const log = createLog({ level: 'silent' })
const now = (): number => STORM_NOW

/** Everything of ours for one portal; only the CRM is in memory. Nothing is polled: marks are all. */
export interface StormPortal {
  readonly store: Store
  readonly crm: FakeCrm
  /** Where webhooks go. */
  readonly url: string
  /** Leaves the work alone for now, as if another process did it. */
  rest(): Promise<void>
  /** Sweeps until nothing is left to do. */
  settle(): Promise<void>
  close(): Promise<void>
}

export async function openStormPortal(
  databaseUrl: string,
  clientSecret: string,
): Promise<StormPortal> {
  const dataDir = await mkdtemp(join(tmpdir(), 'leadwell-storm-'))
  const redisServer = await startPrivateRedis(dataDir)
  const redis = await openRedis(redisServer.url)
  const store = await openPortalStore(databaseUrl, dataDir)
  const crm = createFakeCrm()
  const queue = createQueue(redis)
  const connectorFor = () => Promise.resolve(crm.connector)
  const handlers = createHandlers({
    ...(await decidersOf()),
    store,
    queue,
    log,
    now,
    connectorFor,
    checkDrift: async () => undefined,
    workOutAnalysis: async () => Promise.reject(new Error('nobody asks for analyses here')),
  })
  const startWorker = () => createWorker({ connection: redis, handlers, log, concurrency: 4 })
  let worker: JobWorker | undefined
  const rest = async (): Promise<void> => {
    await worker?.close()
    worker = undefined
  }
  const server = await serve(
    createHttpApp({
      store,
      log,
      now: Date.now,
      publicUrl: undefined,
      hubspotSecrets: () => [clientSecret],
      kick: (portal) => queue.kick(portal),
      poll: () => Promise.resolve(),
      pingRedis: () => Promise.resolve(),
    }),
    0,
  )
  return {
    store,
    crm,
    url: `http://127.0.0.1:${server.port}/webhooks/hubspot`,
    rest,
    settle: async () => {
      worker ??= startWorker()
      while (await hasWork(store)) {
        await queue.add('sweep', {})
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
    },
    close: async () => {
      await server.close()
      await rest()
      await queue.close()
      redis.disconnect()
      await store.close()
      await redisServer.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function openPortalStore(databaseUrl: string, dataDir: string): Promise<Store> {
  const keys = createKeyring(Buffer.alloc(32, 1).toString('base64'))
  const store = await openStore({ databaseUrl, dataDir, keys, now, log })
  const portal = { name: 'Storm', timeZone: 'UTC', apiUrl: 'http://x', sandbox: true }
  const credentials = { kind: 'hubspot-token', accessToken: 'none' } as const
  await store.portals.save({ ...portal, id: PORTAL, crm: 'hubspot' }, credentials)
  await store.cursors.set(PORTAL, 'backfill', { done: true })
  return store
}

async function decidersOf() {
  const shipped = await loadShippedModels()
  const accounts = await loadAccountModel()
  return {
    ...createDeciders(shipped),
    accountDecider: createAccountDecider({ accounts, audienceOf: shipped.audienceOf }),
  }
}

async function hasWork(store: Store): Promise<boolean> {
  const { waiting } = await store.marks.pending(PORTAL)
  if (waiting > 0 || (await store.accounts.waiting(PORTAL, now()))) return true
  return (await store.intents.pending(PORTAL)) > 0
}
