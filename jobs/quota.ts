import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import { TransientError } from '#src/errors.ts'
import type { Crm, Lane, PortalId, Quota } from '#src/ports.ts'

interface Limit {
  readonly limit: number
  readonly intervalMs: number
}

/**
 * What a pool allows before its headers have told us: the lowest tier's figures. HubSpot: usage
 * guidelines and CRM search guide. Salesforce bounds the day, not the second; the burst here only
 * keeps one portal from flooding its org.
 */
const STARTING_LIMITS: Record<Crm, Readonly<Record<string, Limit>>> = {
  hubspot: {
    general: { limit: 100, intervalMs: 10_000 },
    search: { limit: 5, intervalMs: 1_000 },
    associations: { limit: 100, intervalMs: 10_000 },
  },
  salesforce: { general: { limit: 100, intervalMs: 10_000 } },
}
const FALLBACK: Limit = { limit: 10, intervalMs: 1_000 }

/** Network delay can squeeze two windows into one; the margin keeps that from costing a 429. */
const MARGIN_MS = 300
/** Bulk work leaves this share of a window to event work. */
const EVENT_SHARE = 0.1
/** Windows from here on are daily allowances: remembered, not paced call by call. */
const DAILY_FROM_MS = 3_600_000
/** Waiting longer than this is the scheduler's business, not a sleeping job's. */
const MAX_WAIT_MS = 60_000

/**
 * KEYS: window (sorted set of call times), meta (hash), calls (hash).
 * ARGV: limit, interval ms, share kept back, call id, pool. Returns ms to wait, 0 when taken.
 */
const TAKE = `
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local paused = tonumber(redis.call('HGET', KEYS[2], 'pausedUntil') or '0')
if paused > now then return paused - now end
local limit = tonumber(redis.call('HGET', KEYS[2], 'limit') or ARGV[1])
local interval = tonumber(redis.call('HGET', KEYS[2], 'interval') or ARGV[2])
local foreign = 0
if tonumber(redis.call('HGET', KEYS[2], 'foreignUntil') or '0') > now then
  foreign = tonumber(redis.call('HGET', KEYS[2], 'foreign') or '0')
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - interval)
local allowed = math.max(1, math.floor((limit - foreign) * (1 - tonumber(ARGV[3]))))
if redis.call('ZCARD', KEYS[1]) < allowed then
  redis.call('ZADD', KEYS[1], now, ARGV[4])
  redis.call('PEXPIRE', KEYS[1], interval * 2)
  redis.call('HINCRBY', KEYS[3], ARGV[5], 1)
  return 0
end
local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
if oldest[2] == nil then return 50 end
return math.max(10, tonumber(oldest[2]) + interval - now)
`

/** ARGV: limit, remaining, interval ms. What others used of the window is what ours does not explain. */
const LEARN = `
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('HSET', KEYS[2], 'limit', ARGV[1], 'interval', ARGV[3])
local ours = redis.call('ZCOUNT', KEYS[1], now - ARGV[3], '+inf')
local foreign = math.max(0, tonumber(ARGV[1]) - tonumber(ARGV[2]) - ours)
redis.call('HSET', KEYS[2], 'foreign', foreign, 'foreignUntil', now + ARGV[3])
return foreign
`

/** ARGV: ms. A shorter pause never shortens a longer one. */
const PAUSE = `
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local until_ms = now + tonumber(ARGV[1])
local paused = tonumber(redis.call('HGET', KEYS[1], 'pausedUntil') or '0')
if until_ms > paused then redis.call('HSET', KEYS[1], 'pausedUntil', until_ms) end
return 0
`

export interface QuotaDeps {
  readonly redis: Redis
  readonly sleep: (ms: number) => Promise<void>
}

/**
 * The call budget of one portal in Redis, shared by every process: a sliding window per pool, never
 * more calls in any interval than the CRM allows.
 */
export function createQuota({ redis, sleep }: QuotaDeps, portal: PortalId): Quota {
  const crm = portal.startsWith('hubspot:') ? 'hubspot' : 'salesforce'
  const keysOf = (pool: string): [string, string] => [
    `leadwell:quota:${portal}:${pool}:window`,
    `leadwell:quota:${portal}:${pool}:meta`,
  ]

  const tryTake = async (pool: string, lane: Lane): Promise<number> => {
    const { limit, intervalMs } = STARTING_LIMITS[crm][pool] ?? FALLBACK
    const share = lane === 'bulk' ? EVENT_SHARE : 0
    return (await redis.eval(
      TAKE,
      3,
      ...keysOf(pool),
      callsKey(portal),
      limit,
      intervalMs + MARGIN_MS,
      share,
      randomUUID(),
      pool,
    )) as number
  }

  return {
    take: async (pool, lane) => {
      for (;;) {
        const waitMs = await tryTake(pool, lane)
        if (waitMs === 0) return
        if (waitMs > MAX_WAIT_MS) {
          throw new TransientError('quota-paused', `Calls to ${portal} are paused.`, waitMs)
        }
        await sleep(waitMs)
      }
    },
    learn: async (pool, { limit, remaining, intervalMs }) => {
      if (intervalMs >= DAILY_FROM_MS) {
        await redis.hset(keysOf(pool)[1], 'dailyLimit', limit, 'dailyRemaining', remaining)
        return
      }
      await redis.eval(LEARN, 2, ...keysOf(pool), limit, remaining, intervalMs + MARGIN_MS)
    },
    pause: async (pool, forMs) => {
      await redis.eval(PAUSE, 1, keysOf(pool)[1], forMs)
    },
  }
}

/** Calls made so far by every process, by pool. */
export async function callsMade(
  redis: Redis,
  portal: PortalId,
): Promise<Readonly<Record<string, number>>> {
  const raw = await redis.hgetall(callsKey(portal))
  return Object.fromEntries(Object.entries(raw).map(([pool, count]) => [pool, Number(count)]))
}

function callsKey(portal: PortalId): string {
  return `leadwell:calls:${portal}`
}
