/**
 * Half an hour of HubSpot's limits in compressed time: `node bench/hubspot-quota.ts [minutes]`. Alone in
 * the portal, then beside another app on the same limit. Starts a redis-server of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPrivateRedis } from '#jobs/private-redis.ts'
import { openRedis } from '#jobs/redis.ts'
import { simulateQuota } from '#test/integration/jobs/simulate-quota.ts'

const minutes = Number(process.argv[2] ?? 30)
const folder = mkdtempSync(join(tmpdir(), 'leadwell-quota-'))
const server = await startPrivateRedis(folder)
const redis = await openRedis(server.url)
try {
  const alone = await timed(() => simulateQuota(redis, 'hubspot:1', { minutes }))
  const shared = await timed(() =>
    simulateQuota(redis, 'hubspot:2', { minutes, otherPerSecond: 6 }),
  )
  process.stdout.write(`${JSON.stringify({ bench: 'hubspot-quota', minutes, alone, shared })}\n`)
} finally {
  redis.disconnect()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
}

async function timed<T extends object>(run: () => Promise<T>): Promise<T & { seconds: number }> {
  const startedAt = performance.now()
  const figures = await run()
  return { ...figures, seconds: Math.round((performance.now() - startedAt) / 100) / 10 }
}
