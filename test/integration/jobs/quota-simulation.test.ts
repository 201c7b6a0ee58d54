import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { simulateQuota } from './simulate-quota.ts'

const PORTAL = 'hubspot:901'
/** The bench runs the half hour; the figures are the same. */
const MINUTES = 2

describe('minutes on end at the limits of a professional portal', () => {
  let redis: Redis

  beforeAll(() => {
    redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  })
  afterAll(() => redis.disconnect())
  beforeEach(async () => {
    const keys = await redis.keys(`leadwell:*${PORTAL}*`)
    if (keys.length > 0) await redis.del(keys)
  })

  it('uses the window to the full without one refusal, and webhook marks do not wait for it', async () => {
    const figures = await simulateQuota(redis, PORTAL, { minutes: MINUTES })

    expect(figures.refused).toBe(0)
    expect(figures.usedShare).toBeGreaterThanOrEqual(0.95)
    expect(figures.marks).toBe(15 * MINUTES)
    expect(figures.markP95Ms).toBeLessThan(5_000)
  })

  it('shares the limit with another app at one refusal a window at most', async () => {
    const figures = await simulateQuota(redis, PORTAL, { minutes: MINUTES, otherPerSecond: 6 })

    expect(figures.refusedInAWindow).toBeLessThanOrEqual(1)
    expect(figures.markP95Ms).toBeLessThan(5_000)
  })
})
