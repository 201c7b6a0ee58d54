import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { callsMade, createQuota } from '#jobs/quota.ts'
import { TransientError } from '#src/errors.ts'

const PORTAL = 'hubspot:900'

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
  const impatient = () =>
    createQuota(
      {
        redis,
        sleep: async (ms) => {
          throw new Error(`would wait ${ms > 0 ? 'some' : 'no'} ms`)
        },
      },
      PORTAL,
    )

  it('lets no more calls out in a window than the CRM allows, whoever asks', async () => {
    const one = impatient()
    const other = impatient()
    await one.learn('general', { limit: 6, remaining: 6, intervalMs: 60_000 })

    const taken = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? one : other).take('general', 'event')),
    )

    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
  })

  it('keeps a share of the window for event work', async () => {
    const quota = impatient()
    await quota.learn('general', { limit: 10, remaining: 10, intervalMs: 60_000 })

    const bulk = await Promise.allSettled(
      Array.from({ length: 12 }, () => quota.take('general', 'bulk')),
    )

    expect(bulk.filter(({ status }) => status === 'fulfilled')).toHaveLength(9)
    await expect(quota.take('general', 'event')).resolves.toBeUndefined()
  })

  it('leaves to other apps what their calls have already used', async () => {
    const quota = impatient()
    await quota.learn('general', { limit: 10, remaining: 3, intervalMs: 60_000 })

    const taken = await Promise.allSettled(
      Array.from({ length: 10 }, () => quota.take('general', 'event')),
    )

    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
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
