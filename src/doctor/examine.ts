import { dailyUsage } from '#jobs/daily-share.ts'
import type { PortalId } from '../ports.ts'
import type { Runtime } from '../runtime.ts'
import { checkCalls } from './check-calls.ts'
import { checkDrift } from './check-drift.ts'
import { checkPortal } from './check-portal.ts'
import { checkRedis } from './check-redis.ts'
import { checkStore } from './check-store.ts'
import { checkWebhooks } from './check-webhooks.ts'
import type { Finding } from './finding.ts'

/** Everything there is to look at, or one portal with what all of them stand on. */
export async function examine(
  { config, store, redis, now, connectorFor }: Runtime,
  only: PortalId | undefined,
): Promise<readonly Finding[]> {
  const portals =
    only === undefined ? await store.portals.list() : [await store.portals.require(only)]
  const findings: Finding[] = [
    ...(await checkStore(store, { isEmbedded: config.databaseUrl === undefined })),
    ...(await checkRedis(redis, { now, isPrivate: config.redisUrl === undefined })),
    ...(await checkWebhooks(config, portals)),
  ]
  for (const portal of portals) {
    const connector = (): ReturnType<typeof connectorFor> => connectorFor(portal.id, 'event')
    findings.push(...(await checkPortal({ store, now, connector }, portal)))
    findings.push(...(await checkDrift({ store, now }, portal.id)))
    const { salesforceDailyShare: dailyShare } = config
    findings.push(checkCalls(portal.id, await dailyUsage({ redis, dailyShare }, portal.id)))
  }
  if (portals.length === 0) {
    const todo = 'Run: leadwell connect hubspot, or leadwell start to try the sandbox'
    findings.push({ area: 'portals', check: 'connected', level: 'note', says: 'none', todo })
  }
  return findings
}
