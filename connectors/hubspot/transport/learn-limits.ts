import type { Quota } from '#src/connector-port.ts'
import type { Pool } from './pools.ts'

const DAY_MS = 86_400_000
/** The day's allowance is noted once in so many calls: nobody paces by it. */
const DAILY_EVERY = 50

/**
 * Search answers carry no window of their own (HubSpot docs, "Search the CRM"): headers on one would
 * be another pool's.
 */
export async function learnLimits(quota: Quota, pool: Pool, headers: Headers): Promise<void> {
  if (pool === 'search') return
  const read = (name: string): number =>
    Number.parseInt(headers.get(`x-hubspot-ratelimit-${name}`) ?? '', 10)
  const limit = read('max')
  const remaining = read('remaining')
  if (!(limit > 0) || !(remaining >= 0)) return
  const intervalMs = read('interval-milliseconds')
  await quota.learn(pool, {
    limit,
    remaining,
    intervalMs: intervalMs > 0 ? intervalMs : 10_000,
  })
  const day = { limit: read('daily'), remaining: read('daily-remaining'), intervalMs: DAY_MS }
  if (day.limit > 0 && day.remaining >= 0 && day.remaining % DAILY_EVERY === 0) {
    await quota.learn('general', day)
  }
}
