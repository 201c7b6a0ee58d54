import type { Redis } from 'ioredis'
import type { PortalId } from '#src/ports.ts'
import { type DailyUsage, type DailyUsageOptions, dailyUsage } from './daily-share.ts'
import { callsMade } from './quota.ts'
import { quotaKey } from './quota-keys.ts'
import { CLOCK } from './quota-scripts.ts'

/** How the calls to one portal stand, every process together. */
export interface CallFigures {
  /** Ever made, by pool. */
  readonly made: Readonly<Record<string, number>>
  readonly pools: readonly PoolState[]
  readonly day: DailyUsage
}

/** One pool in its window of seconds. */
interface PoolState {
  readonly pool: string
  readonly used: number
  /** What the CRM said it allows; `undefined` until it has. */
  readonly limit: number | undefined
}

/** What metrics tell; makes no call and counts none. */
export async function callFigures(
  options: DailyUsageOptions,
  portal: PortalId,
): Promise<CallFigures> {
  const made = await callsMade(options.redis, portal)
  const pools = Object.keys(made).map((pool) => poolState(options.redis, portal, pool))
  return { made, pools: await Promise.all(pools), day: await dailyUsage(options, portal) }
}

async function poolState(redis: Redis, portal: PortalId, pool: string): Promise<PoolState> {
  const keys = [quotaKey(portal, pool, 'window'), quotaKey(portal, pool, 'meta')]
  const [used, limit] = (await redis.eval(STATE, 2, ...keys, '')) as [number, number]
  return { pool, used, limit: limit > 0 ? limit : undefined }
}

/** KEYS: window, meta. A window nobody has told the length of is HubSpot's ten seconds. */
const STATE = `${CLOCK}
local interval = tonumber(redis.call('HGET', KEYS[2], 'interval') or '10000')
local limit = tonumber(redis.call('HGET', KEYS[2], 'limit') or '0')
return {redis.call('ZCOUNT', KEYS[1], now - interval, '+inf'), limit}
`
