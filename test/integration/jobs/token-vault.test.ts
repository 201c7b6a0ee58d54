import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openRedis } from '#jobs/redis.ts'
import { createTokenVault } from '#jobs/token-vault.ts'

const NOW = 1_800_000_000_000
const seal = (text: string) => Buffer.from(text).toString('base64')
const open = (text: string) => Buffer.from(text, 'base64').toString('utf8')

describe('the token that processes share', () => {
  let redis: Redis
  beforeAll(async () => {
    redis = await openRedis(inject('redisUrl'))
  })
  afterAll(() => redis?.disconnect())
  const vault = (portal: `hubspot:${string}`, now = NOW) =>
    createTokenVault({ redis, sleep, now: () => now, seal, open }, portal)

  it('is found by another process, and stands in Redis only sealed', async () => {
    await vault('hubspot:501').write({ value: 'open-sesame', expiresAt: NOW + 60_000 })

    expect(await vault('hubspot:501').read()).toEqual({
      value: 'open-sesame',
      expiresAt: NOW + 60_000,
    })
    expect(await redis.get('leadwell:token:hubspot:501')).not.toContain('open-sesame')
  })

  it('is not given out once it has ended, was refused or was damaged', async () => {
    await vault('hubspot:502').write({ value: 'a', expiresAt: NOW + 10 })
    const ended = await vault('hubspot:502', NOW + 10).read()
    await vault('hubspot:503').write({ value: 'b', expiresAt: NOW + 60_000 })
    await vault('hubspot:503').forget()
    const refused = await vault('hubspot:503').read()
    await redis.set('leadwell:token:hubspot:504', 'nonsense')
    const damaged = await vault('hubspot:504').read()

    expect([ended, refused, damaged]).toEqual([undefined, undefined, undefined])
  })

  it('is renewed by one process while the others wait for what it gets', async () => {
    let renewals = 0
    const renew = (): Promise<string> =>
      vault('hubspot:505').exclusively(async () => {
        const known = await vault('hubspot:505').read()
        if (known !== undefined) return known.value
        renewals += 1
        await vault('hubspot:505').write({ value: `token ${renewals}`, expiresAt: NOW + 60_000 })
        return `token ${renewals}`
      })

    const got = await Promise.all(Array.from({ length: 8 }, renew))

    expect(new Set(got)).toEqual(new Set(['token 1']))
    expect(renewals).toBe(1)
  })

  it('can be renewed again after a renewal failed', async () => {
    const failing = vault('hubspot:506').exclusively(() => Promise.reject(new Error('refused')))

    await expect(failing).rejects.toThrow('refused')
    await expect(vault('hubspot:506').exclusively(() => Promise.resolve('next'))).resolves.toBe(
      'next',
    )
  })
})
