import { Redis } from 'ioredis'
import { inject } from 'vitest'
import { callFigures } from '#jobs/call-figures.ts'
import { createQueue } from '#jobs/queue.ts'
import { createQueueBoard } from '#jobs/queue-board.ts'
import { countTriesIn } from '#src/api-services.ts'
import { createHttpApp } from '#src/http/create-http-app.ts'
import { serve } from '#src/http/serve.ts'
import { createMetrics } from '#src/metrics/create-metrics.ts'
import { createScrape } from '#src/metrics/create-scrape.ts'
import { observeStore } from '#src/metrics/observe-store.ts'
import type { PortalId } from '#src/ports.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'
import { createTestDatabase } from '#test/services.ts'
import { SILENT_LOG } from '#test/test-store.ts'

export const ADMIN_TOKEN = 'an-admin-token-of-this-test'
export const NOW = Date.parse('2026-11-20T12:00:00Z')
export const PORTAL: PortalId = 'hubspot:62515'

/** The web role with one HubSpot portal, on real Postgres and Redis; each has its own Redis database. */
export async function startMonitoredApp(options: {
  readonly redisDatabase: number
  readonly adminToken?: string | undefined
}) {
  const keys = createKeyring(Buffer.alloc(32, 1).toString('base64'))
  const databaseUrl = await createTestDatabase()
  const opened = await openStore({
    databaseUrl,
    dataDir: '/nonexistent',
    keys,
    now: () => NOW,
    log: SILENT_LOG,
  })
  const rest = { name: 'Test', timeZone: 'UTC', apiUrl: 'http://x', sandbox: false }
  const credentials = { kind: 'hubspot-token', accessToken: 'none' } as const
  await opened.portals.save({ ...rest, id: PORTAL, crm: 'hubspot' }, credentials)
  const redis = new Redis(inject('redisUrl'), {
    db: options.redisDatabase,
    maxRetriesPerRequest: null,
  })
  await redis.flushdb()
  const queue = createQueue(redis)
  const metrics = createMetrics(() => performance.now())
  const store = observeStore(opened, metrics, () => NOW)
  const gathered = { count: 0 }
  const counting: Store = {
    ...store,
    portals: {
      ...store.portals,
      list: () => {
        gathered.count += 1
        return store.portals.list()
      },
    },
  }
  const scrape = createScrape(metrics, {
    store: counting,
    queue,
    callsOf: (portal) => callFigures({ redis }, portal),
    now: () => NOW,
    log: SILENT_LOG,
  })
  const app = createHttpApp({
    store,
    log: SILENT_LOG,
    now: () => NOW,
    publicUrl: undefined,
    hubspotSecrets: () => ['secret'],
    kick: async () => {},
    poll: async () => {},
    pingRedis: async () => {},
    monitor: {
      adminToken: options.adminToken,
      countTries: countTriesIn(redis),
      metrics,
      scrape,
      boardQueue: () => Promise.resolve(createQueueBoard(redis)),
    },
  })
  const server = await serve(app, 0)
  return {
    origin: `http://127.0.0.1:${server.port}`,
    store,
    queue,
    redis,
    metrics,
    gathered,
    close: async () => {
      await server.close()
      await queue.close()
      redis.disconnect()
      await opened.close()
    },
  }
}

export type MonitoredApp = Awaited<ReturnType<typeof startMonitoredApp>>

export const BEARER = { authorization: `Bearer ${ADMIN_TOKEN}` }
export const BASIC = {
  authorization: `Basic ${Buffer.from(`any:${ADMIN_TOKEN}`).toString('base64')}`,
}
