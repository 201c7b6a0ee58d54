import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { dailyUsage } from '#jobs/daily-share.ts'
import { createQuota } from '#jobs/quota.ts'
import type { Quota } from '#src/connector-port.ts'
import type { Lane } from '#src/ports.ts'

const PORTAL = 'salesforce:00D000000000901AAA'
const START = Date.UTC(2026, 10, 20, 12)
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const refuse = async (ms: number): Promise<never> => {
  throw new Error(`would wait ${ms > 0 ? 'some' : 'no'} ms`)
}

describe('our share of an organisation’s day', () => {
  let redis: Redis
  let at: number

  beforeAll(() => {
    redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  })
  afterAll(() => redis.disconnect())
  beforeEach(async () => {
    at = START
    const keys = await redis.keys(`leadwell:*${PORTAL}*`)
    if (keys.length > 0) await redis.del(keys)
  })

  const now = (): number => at
  const quotaWith = (dailyShare?: number): Quota =>
    createQuota({ redis, sleep: refuse, now, dailyShare }, PORTAL)
  const usage = (dailyShare?: number) => dailyUsage({ redis, dailyShare, now }, PORTAL)

  /** Calls let out when so many are wanted, a second apart. */
  const takeMany = async (quota: Quota, lane: Lane, wanted: number): Promise<number> => {
    for (let taken = 0; taken < wanted; taken += 1) {
      at += 1_000
      const refused: unknown = await quota.take('general', lane).then(
        () => undefined,
        (error: unknown) => error,
      )
      if (refused !== undefined) return taken
    }
    return wanted
  }
  const learn = (quota: Quota, limit: number, used: number) =>
    quota.learn('general', { limit, remaining: limit - used, intervalMs: DAY_MS })

  it('is a fifth where nothing is configured, and bulk work leaves a fifth of that', async () => {
    const quota = quotaWith()
    await learn(quota, 500, 0)

    const bulk = await takeMany(quota, 'bulk', 500)
    const event = await takeMany(quota, 'event', 500)

    expect([bulk, event]).toEqual([80, 20])
  })

  it('is as large as it was configured, whichever process asks', async () => {
    const [one, other] = [quotaWith(50), quotaWith(50)]
    await learn(one, 100, 0)

    const taken = [await takeMany(one, 'event', 30), await takeMany(other, 'event', 100)]

    expect(taken).toEqual([30, 20])
  })

  it('is refused with its own code until enough of the last 24 hours is over', async () => {
    const quota = quotaWith(10)
    await learn(quota, 100, 0)
    await takeMany(quota, 'event', 10)

    const refused = await quota.take('general', 'event').catch((error: unknown) => error)

    expect(refused).toMatchObject({ name: 'TransientError', code: 'salesforce-daily-share-used' })
    const { retryAfterMs } = refused as { retryAfterMs: number }
    at += retryAfterMs - 1
    await expect(quota.take('general', 'event')).rejects.toThrow('would wait')
    at += 1
    expect(await takeMany(quota, 'event', 20)).toBe(10)
    expect(retryAfterMs).toBeLessThanOrEqual(DAY_MS + HOUR_MS / 4)
    expect(retryAfterMs).toBeGreaterThan(DAY_MS - HOUR_MS / 4)
  })

  it('comes back bit by bit as the calls of a spread-out day grow old', async () => {
    const quota = quotaWith(12)
    await learn(quota, 100, 0)
    for (let hour = 0; hour < 12; hour += 1) {
      await quota.take('general', 'event')
      at += HOUR_MS
    }
    await expect(quota.take('general', 'event')).rejects.toMatchObject({
      code: 'salesforce-daily-share-used',
    })

    at += 13 * HOUR_MS

    expect(await takeMany(quota, 'event', 12)).toBe(1)
  })

  it('is not asked about before the organisation has told its limit', async () => {
    expect(await takeMany(quotaWith(1), 'event', 60)).toBe(60)
    expect(await usage()).toMatchObject({ usedByUs: 60, allowed: undefined, account: undefined })
  })

  it('ends early when other apps have nearly used up the organisation’s day', async () => {
    const quota = quotaWith()
    await learn(quota, 1_000, 960)

    await expect(quota.take('general', 'bulk')).rejects.toMatchObject({
      code: 'salesforce-daily-limit-near',
    })
    expect(await takeMany(quota, 'event', 1)).toBe(1)
    await learn(quota, 1_000, 985)
    await expect(quota.take('general', 'event')).rejects.toMatchObject({
      code: 'salesforce-daily-limit-near',
    })
  })

  it('sends one call in a quarter of an hour to look whether the organisation has more again', async () => {
    const quota = quotaWith()
    await learn(quota, 1_000, 990)
    at += HOUR_MS / 4

    expect(await takeMany(quota, 'event', 5)).toBe(1)
    await learn(quota, 1_000, 500)
    expect(await takeMany(quota, 'event', 5)).toBe(5)
  })

  it('can be read by whoever wants to know why a portal stands still', async () => {
    const quota = quotaWith(10)
    await learn(quota, 100, 40)
    await takeMany(quota, 'event', 10)

    const before = await usage(10)
    await quota.pause('general', 2 * DAY_MS, 'salesforce-request-limit')
    const paused = await usage(10)

    expect(before).toMatchObject({
      usedByUs: 10,
      share: 10,
      allowed: 10,
      account: { used: 40, limit: 100 },
      stoppedBy: 'salesforce-daily-share-used',
    })
    expect(paused).toMatchObject({
      stoppedBy: 'salesforce-request-limit',
      until: at + 2 * DAY_MS,
    })
  })

  it('says nothing stands in the way while nothing does', async () => {
    const quota = quotaWith()
    await learn(quota, 100_000, 5)
    await takeMany(quota, 'bulk', 3)

    expect(await usage()).toEqual({
      usedByUs: 3,
      share: 20,
      allowed: 20_000,
      account: { used: 5, limit: 100_000 },
      stoppedBy: undefined,
      until: undefined,
    })
  })
})
