import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openRedis } from '#jobs/redis.ts'
import { createTokenVault, type TokenVaultDeps } from '#jobs/token-vault.ts'
import type { AccessToken } from '#src/connector-port.ts'
import type { PortalId } from '#src/ports.ts'

const NOW = 1_800_000_000_000
const seal = (text: string) => Buffer.from(text).toString('base64')
const open = (text: string) => Buffer.from(text, 'base64').toString('utf8')
const token = (value: string, expiresAt = NOW + 60_000): AccessToken => ({ value, expiresAt })
const never = (): Promise<AccessToken> => Promise.reject(new Error('nothing was to be renewed'))

describe('the token that processes share', () => {
  let redis: Redis
  beforeAll(async () => {
    redis = await openRedis(inject('redisUrl'))
  })
  afterAll(() => redis?.disconnect())
  const vault = (portal: PortalId, more: Partial<TokenVaultDeps> = {}) =>
    createTokenVault({ redis, sleep, now: () => NOW, seal, open, ...more }, portal)

  it('is found by another process, and stands in Redis only sealed', async () => {
    const whole = {
      ...token('open-sesame'),
      instanceUrl: 'https://org.example',
      identityUrl: 'https://org.example/id/1/2',
    }
    await vault('salesforce:501').take(undefined, async () => whole)

    expect(await vault('salesforce:501').take(undefined, never)).toEqual(whole)
    const keys = await redis.keys('leadwell:token:salesforce:501*')
    expect(keys).toEqual(['leadwell:token:salesforce:501'])
    expect(await redis.get('leadwell:token:salesforce:501')).not.toContain('open-sesame')
  })

  it.each([
    ['ended', { now: () => NOW + 60_000 }, undefined],
    ['was sealed by another key', { open: () => undefined }, undefined],
    ['was refused by the CRM', {}, 'old'],
  ])('is renewed when it %s', async (how, more, refused) => {
    const portal: PortalId = `hubspot:${how.replaceAll(' ', '')}`
    await vault(portal).take(undefined, async () => token('old'))

    const taken = await vault(portal, more).take(refused, async () => token('new', NOW + 120_000))

    expect(taken.value).toBe('new')
  })

  it('is renewed when Redis was emptied or its entry damaged', async () => {
    await redis.set('leadwell:token:hubspot:504', 'nonsense')
    const damaged = await vault('hubspot:504').take(undefined, async () => token('one'))
    await redis.del('leadwell:token:hubspot:504')
    const emptied = await vault('hubspot:504').take(undefined, async () => token('two'))

    expect([damaged.value, emptied.value]).toEqual(['one', 'two'])
  })

  it('is renewed by one process while the others wait for what it gets', async () => {
    let renewals = 0
    const renew = async (): Promise<AccessToken> => {
      renewals += 1
      await sleep(20)
      return token(`token ${renewals}`)
    }
    const processes = Array.from({ length: 8 }, () => vault('hubspot:505'))

    const got = await Promise.all(
      processes.flatMap((one) => [one.take(undefined, renew), one.take(undefined, renew)]),
    )

    expect(new Set(got.map(({ value }) => value))).toEqual(new Set(['token 1']))
    expect(renewals).toBe(1)
  })

  it('is not given to a caller whom the CRM refused it meanwhile', async () => {
    const shared = vault('hubspot:506')
    await shared.take(undefined, async () => token('stale'))

    const [first, second] = await Promise.all([
      shared.take(undefined, never),
      shared.take('stale', async () => token('fresh')),
    ])

    expect([first.value, second.value]).toEqual(['stale', 'fresh'])
  })

  it('can be renewed again after a renewal failed', async () => {
    const failing = vault('hubspot:507').take(undefined, () => Promise.reject(new Error('refused')))

    await expect(failing).rejects.toThrow('refused')
    const next = await vault('hubspot:507').take(undefined, async () => token('next'))
    expect(next.value).toBe('next')
  })

  it('is renewed by others soon after a process was killed while renewing', async () => {
    const lockMs = 200
    await redis.set('leadwell:token:hubspot:508:lock', 'of a dead process', 'PX', lockMs)

    const next = await vault('hubspot:508', { lockMs }).take(undefined, async () => token('next'))

    expect(next.value).toBe('next')
  })

  it('stays with a slow process as long as that lives', async () => {
    const lockMs = 60
    let others = 0
    const slow = vault('hubspot:509', { lockMs }).take(undefined, async () => {
      await sleep(lockMs * 5)
      return token('slow')
    })
    const other = vault('hubspot:509', { lockMs }).take(undefined, async () => {
      others += 1
      return token('other')
    })

    expect((await Promise.all([slow, other])).map(({ value }) => value)).toEqual(['slow', 'slow'])
    expect(others).toBe(0)
  })

  it('says that another process is at it, when that takes too long to wait for', async () => {
    await redis.set('leadwell:token:hubspot:510:lock', 'of another', 'PX', 60_000)

    const waiting = vault('hubspot:510', { sleep: async () => undefined }).take(undefined, never)

    await expect(waiting).rejects.toMatchObject({
      name: 'TransientError',
      code: 'token-renewal-busy',
    })
  })

  it('is forgotten when the portal is connected anew', async () => {
    await vault('hubspot:511').take(undefined, async () => token('of the old app'))
    await vault('hubspot:511').forget()

    const taken = await vault('hubspot:511').take(undefined, async () => token('of the new app'))

    expect(taken.value).toBe('of the new app')
  })
})
