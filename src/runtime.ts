import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { allowListOf } from '#jobs/allow-list-of.ts'
import type { JobDeps } from '#jobs/deps.ts'
import { createHandlers } from '#jobs/handlers.ts'
import { keepListening } from '#jobs/keep-listening.ts'
import { startPrivateRedis } from '#jobs/private-redis.ts'
import { createQueue, type JobQueue } from '#jobs/queue.ts'
import { openRedis } from '#jobs/redis.ts'
import { keepSchedules } from '#jobs/schedules.ts'
import { createWorker } from '#jobs/worker.ts'
import { loadAccountModel } from './account-model.ts'
import type { Config } from './config.ts'
import { createConnectorCache } from './connector-cache.ts'
import type { Connector } from './connector-port.ts'
import { createAccountDecider } from './decision/decide-account.ts'
import { createDecider, type Decider } from './decision/decide-intent.ts'
import { errorCode } from './errors.ts'
import { loadShippedModels } from './models.ts'
import type { Lane, Log, PortalId } from './ports.ts'
import type { AllowList } from './privacy/allowed-field.ts'
import { openStore } from './store/open-store.ts'
import { readOrMakeSecretKey } from './store/secret-key-file.ts'
import { createKeyring, type Keyring } from './store/secrets.ts'
import type { Store } from './store/store.ts'

export interface RuntimeOptions {
  readonly config: Config
  readonly log: Log
  readonly now: () => number
}

/** One process's hold on store, queue and connectors. */
export interface Runtime {
  readonly config: Config
  readonly log: Log
  readonly now: () => number
  readonly store: Store
  readonly redis: Redis
  /** What tokens are sealed with. */
  readonly keys: Keyring
  readonly queue: JobQueue
  readonly decider: Decider
  readonly connectorFor: (portal: PortalId, lane: Lane) => Promise<Connector>
  /** The list in force: what the portal's owner approved last, or what ships. */
  readonly allowListFor: (portal: PortalId) => Promise<AllowList>
  /** After a reconnect: forget connectors made with the old credentials. */
  readonly forgetConnectors: (portal: PortalId) => void
  /** Takes jobs and keeps the schedules until closed. */
  startWork(options: { concurrency: number }): Promise<void>
  close(): Promise<void>
}

/** Opens everything or nothing: what was opened before a failure is closed again. */
export async function openRuntime(options: RuntimeOptions): Promise<Runtime> {
  const closers: (() => Promise<void>)[] = []
  const close = onceOnly(async () => {
    for (const closer of closers.toReversed()) await closer().catch(() => undefined)
  })
  try {
    return await open(options, closers, close)
  } catch (error) {
    await close()
    throw error
  }
}

async function open(
  { config, log, now }: RuntimeOptions,
  closers: (() => Promise<void>)[],
  close: () => Promise<void>,
): Promise<Runtime> {
  const keys = createKeyring(config.secretKeys ?? (await readOrMakeSecretKey(config.dataDir)))
  const store = await openStore({ ...config, keys, now, log })
  closers.push(() => store.close())
  const redisUrl = config.redisUrl ?? (await privateRedisUrl(config, closers))
  const redis = await openRedis(redisUrl)
  closers.push(async () => redis.disconnect())
  const queue = createQueue(redis)
  closers.push(() => queue.close())
  const shipped = await loadShippedModels()
  const decider = createDecider(shipped)
  const allowListFor = (portal: PortalId): Promise<AllowList> => allowListOf(store, portal)
  const connectors = createConnectorCache({ config, store, redis, keys, log, now, allowListFor })
  const accountDecider = createAccountDecider({
    accounts: await loadAccountModel(),
    audienceOf: shipped.audienceOf,
  })
  const jobDeps: JobDeps = {
    store,
    queue,
    decider,
    accountDecider,
    modelTexts: shipped.texts,
    log,
    now,
    connectorFor: connectors.get,
  }

  return {
    config,
    log,
    now,
    store,
    redis,
    keys,
    queue,
    decider,
    allowListFor,
    connectorFor: connectors.get,
    forgetConnectors: connectors.forget,
    startWork: async ({ concurrency }) => {
      const handlers = createHandlers(jobDeps)
      const worker = createWorker({ connection: redis, handlers, log, concurrency })
      closers.push(() => worker.close())
      const stop = await keepSchedules(queue, (error) =>
        log.warn('schedules not renewed', { code: errorCode(error) }),
      )
      closers.push(async () => stop())
      const listeners = keepListening({
        store,
        redis,
        queue,
        log,
        now,
        random: Math.random,
        sleep: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
        streamOf: async (portal) => {
          const deps = await connectors.depsOf(portal, 'event')
          // gRPC is loaded where somebody has push switched on.
          const pubsub = await import('#connectors/salesforce/pubsub/push-source.ts')
          return pubsub.createPushSource({ ...deps, pubsubUrl: config.salesforcePubsubUrl })
        },
      })
      closers.push(() => listeners.close())
    },
    close,
  }
}

async function privateRedisUrl(config: Config, closers: (() => Promise<void>)[]): Promise<string> {
  const server = await startPrivateRedis(config.dataDir)
  closers.push(() => server.close())
  return server.url
}

function onceOnly(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= work())
}
