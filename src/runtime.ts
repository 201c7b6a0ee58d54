import type { Redis } from 'ioredis'
import { allowListOf } from '#jobs/allow-list-of.ts'
import type { JobDeps } from '#jobs/deps.ts'
import { startPrivateRedis } from '#jobs/private-redis.ts'
import { createQueue, type JobQueue } from '#jobs/queue.ts'
import { openRedis } from '#jobs/redis.ts'
import { loadAccountModel } from './account-model.ts'
import type { Config } from './config.ts'
import { createConnectorCache } from './connector-cache.ts'
import type { Connector } from './connector-port.ts'
import { createDeciders, type Deciders } from './deciders.ts'
import { createAccountDecider } from './decision/decide-account.ts'
import { observeStore } from './metrics/observe-store.ts'
import type { Metrics } from './metrics-port.ts'
import { loadShippedModels, type ShippedModels } from './models.ts'
import type { Lane, Log, PortalId } from './ports.ts'
import type { AllowList } from './privacy/allowed-field.ts'
import { startWork } from './start-work.ts'
import { openStore } from './store/open-store.ts'
import { readOrMakeSecretKey } from './store/secret-key-file.ts'
import { createKeyring, type Keyring } from './store/secrets.ts'
import type { Store } from './store/store.ts'

export interface RuntimeOptions {
  readonly config: Config
  readonly log: Log
  readonly now: () => number
  /** Told of the work of this process; unset, nobody counts. */
  readonly metrics?: Metrics | undefined
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
  readonly shipped: ShippedModels
  readonly deciders: Deciders
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
  { config, log, now, metrics }: RuntimeOptions,
  closers: (() => Promise<void>)[],
  close: () => Promise<void>,
): Promise<Runtime> {
  const keys = createKeyring(config.secretKeys ?? (await readOrMakeSecretKey(config.dataDir)))
  const opened = await openStore({ ...config, keys, now, log })
  closers.push(() => opened.close())
  const store = metrics === undefined ? opened : observeStore(opened, metrics, now)
  const redisUrl = config.redisUrl ?? (await privateRedisUrl(config, closers))
  const redis = await openRedis(redisUrl)
  closers.push(async () => redis.disconnect())
  const queue = createQueue(redis)
  closers.push(() => queue.close())
  const shipped = await loadShippedModels()
  const deciders = createDeciders(shipped)
  const allowListFor = (portal: PortalId): Promise<AllowList> => allowListOf(store, portal)
  const parts = { config, store, redis, keys, log, now, allowListFor, metrics }
  const connectors = createConnectorCache(parts)
  const accountDecider = createAccountDecider({
    accounts: await loadAccountModel(),
    audienceOf: shipped.audienceOf,
  })
  const jobDeps: JobDeps = {
    store,
    queue,
    deciderFor: deciders.deciderFor,
    modelTextsFor: deciders.modelTextsFor,
    accountDecider,
    log,
    now,
    connectorFor: connectors.get,
    workOutAnalysis: async (claim, options) => {
      const { workOutAnalysis } = await import('./analysis/work-out-analysis.ts')
      return workOutAnalysis({ store, now }, claim, options)
    },
    checkDrift: async (portal) => {
      // What learns from history is loaded where it is asked for.
      const { checkDrift } = await import('./analysis/check-drift.ts')
      await checkDrift({ store, now, log, modelsFor: deciders.modelsFor }, portal)
    },
  }
  const work = { jobDeps, config, redis, connectors, metrics, closers }

  return {
    config,
    log,
    now,
    store,
    redis,
    keys,
    queue,
    shipped,
    deciders,
    allowListFor,
    connectorFor: connectors.get,
    forgetConnectors: connectors.forget,
    startWork: ({ concurrency }) => startWork(work, concurrency),
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
