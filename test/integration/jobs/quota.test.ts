import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { callsMade, createQuota } from '#jobs/quota.ts'
import { TransientError } from '#src/errors.ts'

const PORTAL = 'hubspot:900'

const refuse = async (ms: number): Promise<never> => {
  throw new Error(`would wait ${ms > 0 ? 'some' : 'no'} ms`)
}
const taken = (calls: readonly PromiseSettledResult<void>[]): number =>
  calls.filter(({ status }) => status === 'fulfilled').length

describe('the call budget of a portal', () => {
  let redis: Redis

  beforeAll(() => {
    redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  })
  afterAll(() => redis.disconnect())
  beforeEach(async () => {
    const keys = await redis.keys(`leadwell:*${PORTAL}*`)
    if (keys.length > 0) await redis.del(keys)
  })

  /** Sleeping is refused, so that taking more than there is shows at once. */
  const impatient = () => createQuota({ redis, sleep: refuse }, PORTAL)

  it('lets no more calls out in a window than the CRM allows, whoever asks', async () => {
    const one = impatient()
    const other = impatient()
    await one.learn('general', { limit: 6, remaining: 6, intervalMs: 60_000 })

    const calls = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? one : other).take('general', 'event')),
    )

    expect(taken(calls)).toBe(6)
  })

  it('spreads bulk calls once a quarter of the window is used, and lets event calls take the rest', async () => {
    const quota = impatient()
    await quota.learn('general', { limit: 40, remaining: 40, intervalMs: 60_000 })

    const bulk = await Promise.allSettled(
      Array.from({ length: 40 }, () => quota.take('general', 'bulk')),
    )
    const event = await Promise.allSettled(
      Array.from({ length: 40 }, () => quota.take('general', 'event')),
    )

    expect(taken(bulk)).toBe(10)
    expect(taken(event)).toBe(30)
  })

  it('gives the next free slot to event work that waits', async () => {
    let at = Date.UTC(2026, 10, 20)
    const order: string[] = []
    const quota = createQuota(
      { redis, now: () => at, sleep: async (ms) => void (at += ms) },
      PORTAL,
    )
    const refused = createQuota({ redis, now: () => at, sleep: refuse }, PORTAL)
    await quota.learn('general', { limit: 4, remaining: 4, intervalMs: 10_000 })
    for (let call = 0; call < 4; call += 1) {
      await quota.take('general', 'event')
      at += 100
    }
    await expect(refused.take('general', 'event')).rejects.toThrow('would wait')
    at += 9_910

    await expect(refused.take('general', 'bulk')).rejects.toThrow('would wait')
    await quota.take('general', 'event').then(() => order.push('event'))

    expect(order).toEqual(['event'])
  })

  it('leaves to other apps what their calls have already used, and a little to spare', async () => {
    const quota = impatient()
    await quota.learn('general', { limit: 40, remaining: 12, intervalMs: 60_000 })

    const calls = await Promise.allSettled(
      Array.from({ length: 40 }, () => quota.take('general', 'event')),
    )

    expect(taken(calls)).toBe(10)
  })

  it('is more careful for a minute with a pool that was refused', async () => {
    let at = Date.UTC(2026, 10, 20)
    const quota = createQuota({ redis, now: () => at, sleep: refuse }, PORTAL)
    const burst = async (): Promise<number> =>
      taken(
        await Promise.allSettled(Array.from({ length: 8 }, () => quota.take('search', 'event'))),
      )
    const before = await burst()
    await quota.pause('search', 1_000, 'hubspot-rate-limited')
    await quota.pause('search', 1_000, 'hubspot-rate-limited')
    at += 1_400

    const after = await burst()
    at += 70_000

    expect([before, after, await burst()]).toEqual([5, 4, 5])
  })

  it('says why a pool is paused', async () => {
    const quota = impatient()
    await quota.pause('general', 3_600_000, 'hubspot-daily-limit')

    await expect(quota.take('general', 'event')).rejects.toMatchObject({
      name: 'TransientError',
      code: 'hubspot-daily-limit',
    })
  })

  it('hands a long pause back to the scheduler with the time it lasts', async () => {
    const quota = impatient()
    await quota.pause('general', 3_600_000)

    const refused = await quota.take('general', 'event').catch((error: unknown) => error)

    expect(refused).toBeInstanceOf(TransientError)
    expect((refused as TransientError).retryAfterMs).toBeGreaterThan(3_590_000)
  })

  it('never shortens a pause that is already longer', async () => {
    const quota = impatient()
    await quota.pause('general', 3_600_000)
    await quota.pause('general', 1_000)

    await expect(quota.take('general', 'event')).rejects.toBeInstanceOf(TransientError)
  })

  it('counts the calls made, by pool', async () => {
    const quota = impatient()
    await quota.take('general', 'event')
    await quota.take('general', 'bulk')
    await quota.take('search', 'event')

    expect(await callsMade(redis, PORTAL)).toEqual({ general: 2, search: 1 })
  })
})
