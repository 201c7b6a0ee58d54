import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { Quota } from '#src/connector-port.ts'
import { crmOf } from '#src/crm-of.ts'
import { TransientError } from '#src/errors.ts'
import type { Crm, Lane, PortalId } from '#src/ports.ts'
import { countCall } from './count-calls.ts'
import { shareOf } from './daily-share.ts'
import { callsKey, callsOfDayKey, quotaKey } from './quota-keys.ts'
import { LEARN, LEARN_DAY, PAUSE, TAKE } from './quota-scripts.ts'

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
/** Windows from here on are daily allowances: remembered, not paced call by call. */
const DAILY_FROM_MS = 3_600_000
/** Waiting longer than this is the scheduler's business, not a sleeping job's. */
const MAX_WAIT_MS = 60_000
/** How long a refused pool is used with more caution. */
const CAUTION_MS = 60_000

export interface QuotaDeps {
  readonly redis: Redis
  readonly sleep: (ms: number) => Promise<void>
  /** Epoch ms in place of Redis' own clock, which all processes share; for compressed time. */
  readonly now?: () => number
  /** Percent of the account's daily requests that are ours, where one is configured. */
  readonly dailyShare?: number | undefined
}

interface Waiting {
  readonly waitMs: number
  /** Why the pool is paused, where it is. */
  readonly code: string
}

/**
 * The call budget of one portal in Redis, shared by every process: a sliding window per pool, never
 * more calls in any interval than the CRM allows, event calls before bulk calls.
 */
export function createQuota(deps: QuotaDeps, portal: PortalId): Quota {
  const { redis, sleep, now } = deps
  const crm = crmOf(portal)
  const share = shareOf(portal, deps.dailyShare)
  const key = (pool: string, what: string): string => quotaKey(portal, pool, what)
  const at = (): number | string => now?.() ?? ''
  const startOf = (pool: string): Limit => STARTING_LIMITS[crm][pool] ?? FALLBACK

  const tryTake = async (pool: string, lane: Lane, callId: string): Promise<Waiting> => {
    const { limit, intervalMs } = startOf(pool)
    const own = [key(pool, 'window'), key(pool, 'meta'), callsKey(portal), key(pool, 'waiting')]
    const keys = [...own, callsOfDayKey(portal)]
    const args = [at(), limit, intervalMs + MARGIN_MS, lane, callId, pool, share, crm]
    const answer = (await redis.eval(TAKE, keys.length, ...keys, ...args)) as [number, string]
    return { waitMs: answer[0], code: answer[1] }
  }

  return {
    take: async (pool, lane) => {
      const callId = randomUUID()
      for (;;) {
        const { waitMs, code } = await tryTake(pool, lane, callId)
        if (waitMs === 0) return countCall()
        if (waitMs > MAX_WAIT_MS) {
          const message = `Calls to ${portal} are paused.`
          throw new TransientError(code === '' ? 'quota-paused' : code, message, waitMs)
        }
        await sleep(waitMs)
      }
    },
    learn: async (pool, { limit, remaining, intervalMs }) => {
      if (intervalMs >= DAILY_FROM_MS) {
        await redis.eval(LEARN_DAY, 1, key(pool, 'meta'), at(), limit, remaining)
        return
      }
      const keys = [key(pool, 'window'), key(pool, 'meta')]
      await redis.eval(LEARN, 2, ...keys, at(), limit, remaining, intervalMs + MARGIN_MS)
    },
    pause: async (pool, forMs, code = '') => {
      const caution = forMs <= MAX_WAIT_MS ? CAUTION_MS : 0
      const args = [at(), forMs, code, caution, startOf(pool).limit]
      await redis.eval(PAUSE, 1, key(pool, 'meta'), ...args)
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
