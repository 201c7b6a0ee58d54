import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Redis } from 'ioredis'
import type { ConnectorDeps, RequestSlots } from '#connectors/connector-deps.ts'
import { createConnector } from '#connectors/create-connector.ts'
import { createRequestSlots } from '#connectors/salesforce/transport/request-slots.ts'
import { createQuota } from '#jobs/quota.ts'
import { createTokenVault, type SharedTokenVault } from '#jobs/token-vault.ts'
import type { Config } from './config.ts'
import type { Connector } from './connector-port.ts'
import { crmOf } from './crm-of.ts'
import type { Metrics } from './metrics-port.ts'
import type { Lane, Log, PortalId } from './ports.ts'
import type { AllowList } from './privacy/allowed-field.ts'
import { type Keyring, openSecret, sealSecret } from './store/secrets.ts'
import type { Store } from './store/store.ts'

export interface ConnectorParts {
  readonly config: Config
  readonly store: Store
  readonly redis: Redis
  /** What tokens are sealed with. */
  readonly keys: Keyring
  readonly log: Log
  readonly now: () => number
  readonly allowListFor: (portal: PortalId) => Promise<AllowList>
  readonly metrics?: Metrics | undefined
}

export interface ConnectorCache {
  readonly get: (portal: PortalId, lane: Lane) => Promise<Connector>
  /** What a connection of this portal is made from. */
  readonly depsOf: (portal: PortalId, lane: Lane) => Promise<ConnectorDeps>
  readonly forget: (portal: PortalId) => void
}

/**
 * One connector for each portal, lane and version of the allow-list, so that schemas and tokens are
 * fetched once and a list approved in another process holds here from the next job on.
 */
export function createConnectorCache(parts: ConnectorParts): ConnectorCache {
  const made = new Map<string, Promise<Connector>>()
  const slots = new Map<PortalId, RequestSlots>()
  const slotsOf = (portal: PortalId): RequestSlots => {
    const known = slots.get(portal) ?? createRequestSlots()
    slots.set(portal, known)
    return known
  }
  const depsOf = async (portal: PortalId, lane: Lane): Promise<ConnectorDeps> => {
    const allowList = await parts.allowListFor(portal)
    return await connectorDeps(parts, portal, { lane, allowList, slots: slotsOf(portal) })
  }
  return {
    depsOf,
    get: async (portal, lane) => {
      const { version } = await parts.allowListFor(portal)
      const key = `${portal}/${lane}/${version}`
      const known = made.get(key) ?? depsOf(portal, lane).then(createConnector)
      made.set(key, known)
      known.catch(() => made.delete(key))
      return await known
    },
    forget: (portal) => {
      for (const key of made.keys()) if (key.startsWith(`${portal}/`)) made.delete(key)
      // Should Redis be away, the token ends by itself or by the CRM's 401.
      tokenVaultOf(parts, portal)
        .forget()
        .catch(() => undefined)
    },
  }
}

async function connectorDeps(
  parts: ConnectorParts,
  id: PortalId,
  own: Pick<ConnectorDeps, 'lane' | 'allowList' | 'slots'>,
): Promise<ConnectorDeps> {
  const { config, store, redis, log, now, metrics } = parts
  return {
    ...own,
    ...(metrics && { observeCall: metrics.calls(crmOf(id)) }),
    portal: await store.portals.require(id),
    credentials: await store.portals.credentials(id),
    quota: createQuota({ redis, sleep, dailyShare: config.salesforceDailyShare }, id),
    bulkWritesFrom: config.bulkWritesFrom,
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
  }
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
