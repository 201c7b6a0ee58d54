import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Redis } from 'ioredis'
import { createConnector } from '#connectors/create-connector.ts'
import { allowListOf } from '#jobs/allow-list-of.ts'
import type { JobDeps } from '#jobs/deps.ts'
import { createHandlers } from '#jobs/handlers.ts'
import { startPrivateRedis } from '#jobs/private-redis.ts'
import { createQueue, type JobQueue } from '#jobs/queue.ts'
import { createQuota } from '#jobs/quota.ts'
import { openRedis } from '#jobs/redis.ts'
import { keepSchedules } from '#jobs/schedules.ts'
import { createTokenVault, type SharedTokenVault } from '#jobs/token-vault.ts'
import { createWorker } from '#jobs/worker.ts'
import { loadAccountModel } from './account-model.ts'
import type { Config } from './config.ts'
import type { Connector } from './connector-port.ts'
import { createAccountDecider } from './decision/decide-account.ts'
import { createDecider, type Decider } from './decision/decide-intent.ts'
import { errorCode } from './errors.ts'
import { loadShippedModels } from './models.ts'
import type { Lane, Log, PortalId } from './ports.ts'
import type { AllowList } from './privacy/allowed-field.ts'
import { openStore } from './store/open-store.ts'
import { readOrMakeSecretKey } from './store/secret-key-file.ts'
import { createKeyring, type Keyring, openSecret, sealSecret } from './store/secrets.ts'
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
  const connectors = createConnectorCache({ store, redis, keys, log, now, allowListFor })
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
    },
    close,
  }
}

async function privateRedisUrl(config: Config, closers: (() => Promise<void>)[]): Promise<string> {
  const server = await startPrivateRedis(config.dataDir)
  closers.push(() => server.close())
  return server.url
}

interface ConnectorCache {
  readonly get: (portal: PortalId, lane: Lane) => Promise<Connector>
  readonly forget: (portal: PortalId) => void
}

type ConnectorParts = Pick<Runtime, 'store' | 'redis' | 'keys' | 'log' | 'now' | 'allowListFor'>

/**
 * One connector for each portal, lane and version of the allow-list, so that schemas and tokens are
 * fetched once and a list approved in another process holds here from the next job on.
 */
function createConnectorCache(deps: ConnectorParts): ConnectorCache {
  const made = new Map<string, Promise<Connector>>()
  return {
    get: async (portal, lane) => {
      const allowList = await deps.allowListFor(portal)
      const key = `${portal}/${lane}/${allowList.version}`
      const known = made.get(key) ?? makeConnector(deps, portal, { lane, allowList })
      made.set(key, known)
      known.catch(() => made.delete(key))
      return await known
    },
    forget: (portal) => {
      for (const key of made.keys()) if (key.startsWith(`${portal}/`)) made.delete(key)
      // Should Redis be away, the token ends by itself or by the CRM's 401.
      tokenVaultOf(deps, portal)
        .forget()
        .catch(() => undefined)
    },
  }
}

async function makeConnector(
  parts: ConnectorParts,
  id: PortalId,
  { lane, allowList }: { lane: Lane; allowList: AllowList },
): Promise<Connector> {
  const { store, redis, log, now } = parts
  const portal = await store.portals.require(id)
  return createConnector({
    portal,
    credentials: await store.portals.credentials(id),
    quota: createQuota({ redis, sleep }, id),
    lane,
    allowList,
    log: log.with({ portal: id }),
    now,
    random: Math.random,
    sleep,
    tokenVault: tokenVaultOf(parts, id),
    loadCredentials: () => store.portals.credentials(id),
    saveCredentials: (credentials, before) =>
      store.transaction(async ({ portals }) => {
        const isOurs = isDeepStrictEqual(await portals.credentials(id), before)
        if (isOurs) await portals.saveCredentials(id, credentials)
      }),
  })
}

function tokenVaultOf({ redis, keys, now }: ConnectorParts, id: PortalId): SharedTokenVault {
  const owner = `token of ${id}`
  return createTokenVault(
    {
      redis,
      sleep,
      now,
      seal: (token) => sealSecret(keys, owner, token).toString('base64'),
      open: (sealed) => {
        try {
          return openSecret(keys, owner, Buffer.from(sealed, 'base64'))
        } catch {
          return undefined
        }
      },
    },
    id,
  )
}

function onceOnly(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= work())
}
