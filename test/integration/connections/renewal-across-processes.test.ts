import { expect, test } from 'vitest'
import { noteTrouble } from '#jobs/portal-trouble.ts'
import type { Connector } from '#src/connector-port.ts'
import type { Credentials, PortalId } from '#src/ports.ts'
import type { Runtime } from '#src/runtime.ts'
import { openSecret } from '#src/store/secrets.ts'
import {
  type Clock,
  hubspotRefreshToken,
  type Processes,
  salesforceRefreshToken,
  savePortal,
  startHubspot,
  startProcesses,
  startSalesforce,
} from './two-processes.ts'

const NOW = Date.UTC(2026, 10, 20, 12)
const HOUR_MS = 3_600_000

interface World extends Processes {
  readonly clock: Clock
  readonly id: PortalId
  readonly credentials: Extract<Credentials, { refreshToken: string }>
  /** A call to the CRM in this process and lane. */
  readonly use: (runtime: Runtime, lane?: 'event' | 'bulk') => Promise<unknown>
  readonly logins: () => number
  /** Ends every access token at the CRM. */
  readonly refuseTokens: () => Promise<void>
  readonly revoke: () => Promise<void>
}

let serial = 0

async function hubspotWorld(): Promise<World> {
  serial += 1
  const clock = { now: NOW }
  const processes = await startProcesses(clock)
  const portalId = 71_000 + serial
  const served = await startHubspot(clock, portalId)
  const id: PortalId = `hubspot:${portalId}`
  const credentials = {
    kind: 'hubspot-oauth',
    clientId: 'sandbox-hubspot-client',
    clientSecret: 'sandbox-hubspot-secret',
    refreshToken: await hubspotRefreshToken(served),
  } as const
  await savePortal(processes.first, id, served.url, credentials)
  const before = served.sandbox.calls()['oauth'] ?? 0
  let revoked = 0
  return {
    ...processes,
    clock,
    id,
    credentials,
    use: async (runtime, lane = 'event') =>
      (await runtime.connectorFor(id, lane)).list('company', undefined),
    logins: () => (served.sandbox.calls()['oauth'] ?? 0) - before - revoked,
    refuseTokens: async () => {
      const { redis, keys } = processes.first
      const sealed = Buffer.from((await redis.get(`leadwell:token:${id}`)) ?? '', 'base64')
      const { value } = JSON.parse(openSecret(keys, `token of ${id}`, sealed)) as { value: string }
      await revokeAt(served.url, value)
      revoked += 1
    },
    revoke: async () => {
      const { refreshToken } = (await processes.first.store.portals.credentials(
        id,
      )) as typeof credentials
      await revokeAt(served.url, refreshToken)
    },
  }
}

async function revokeAt(url: string, token: string): Promise<void> {
  const body = new URLSearchParams({ token })
  await fetch(`${url}/oauth/2026-09/token/revoke`, { method: 'POST', body })
}

async function salesforceWorld(): Promise<World> {
  serial += 1
  const clock = { now: NOW }
  const processes = await startProcesses(clock)
  const orgId = `00D0000000${String(10_000 + serial)}AAA`
  const served = await startSalesforce(clock, orgId)
  const id: PortalId = `salesforce:${orgId}`
  const credentials = {
    kind: 'salesforce-refresh',
    loginUrl: served.url,
    clientId: served.sandbox.clientId,
    clientSecret: served.sandbox.clientSecret,
    refreshToken: await salesforceRefreshToken(served),
  } as const
  await savePortal(processes.first, id, served.url, credentials)
  const before = served.sandbox.calls()['token'] ?? 0
  return {
    ...processes,
    clock,
    id,
    credentials,
    use: async (runtime, lane = 'event') => await askSchema(await runtime.connectorFor(id, lane)),
    logins: () => (served.sandbox.calls()['token'] ?? 0) - before,
    refuseTokens: async () => served.sandbox.expireSessions(),
    revoke: async () =>
      served.sandbox.refuseLogins({ error: 'inactive_user', description: 'user is inactive' }),
  }
}

function askSchema(connector: Connector): Promise<unknown> {
  return connector.schema()
}

const WORLDS = [
  ['HubSpot', hubspotWorld, 'hubspot-uninstalled'],
  ['Salesforce', salesforceWorld, 'salesforce-user-inactive'],
] as const

test.each(WORLDS)(
  'two processes and their lanes renew a %s token once, and all go on',
  async (_, open) => {
    const world = await open()
    const { first, second, use, logins } = world

    await Promise.all([use(first), use(second), use(first, 'bulk'), use(second, 'bulk')])
    const atFirst = logins()
    world.clock.now += 3 * HOUR_MS
    await Promise.all([use(second), use(first)])

    expect([atFirst, logins()]).toEqual([1, 2])
  },
)

test.each(WORLDS)(
  'a %s token refused in two processes at once is renewed once',
  async (_, open) => {
    const { first, second, use, logins, refuseTokens } = await open()
    await Promise.all([use(first), use(second)])
    await refuseTokens()

    await Promise.all([use(first), use(second)])

    expect(logins()).toBe(2)
  },
)

test.each(WORLDS)('the rotated %s refresh token is the one that is stored', async (_, open) => {
  const { first, second, use, id, credentials } = await open()

  await use(first)

  const stored = await second.store.portals.credentials(id)
  expect(stored).toMatchObject({ kind: credentials.kind, clientId: credentials.clientId })
  expect(stored).not.toEqual(credentials)
})

test.each(WORLDS)(
  'an emptied Redis costs one %s login, and the portal goes on',
  async (_, open) => {
    const { first, second, use, logins, id, clock } = await open()
    await Promise.all([use(first), use(second)])

    await first.redis.del(`leadwell:token:${id}`, `leadwell:token:${id}:lock`)
    first.forgetConnectors(id)
    second.forgetConnectors(id)
    await Promise.all([use(first), use(second)])
    clock.now += 3 * HOUR_MS
    await use(second)

    expect(logins()).toBe(3)
  },
)

test.each(WORLDS)('no %s token can be read in Redis', async (_, open) => {
  const { first, use, id, credentials } = await open()
  const seen: string[] = []
  await use(first)

  for (const key of await first.redis.keys('leadwell:token:*')) {
    seen.push((await first.redis.get(key)) ?? '')
  }

  expect(seen.length).toBeGreaterThan(0)
  const stored = await first.store.portals.credentials(id)
  const secrets = [credentials.refreshToken, 'refreshToken' in stored ? stored.refreshToken : '']
  for (const text of seen) {
    expect(text).not.toContain('expiresAt')
    for (const secret of secrets) expect(text).not.toContain(secret)
  }
})

test.each(WORLDS)(
  'a %s process that used a refresh token another has replaced goes on with the stored one',
  async (_, open) => {
    const { first, second, use, id, credentials } = await open()
    await use(first)
    const { store } = second
    const rotated = await store.portals.credentials(id)
    await store.portals.saveCredentials(id, credentials)
    const honest = store.portals.credentials.bind(store.portals)
    let looks = 0
    // The other process saves between our first look and the CRM's refusal.
    const racing = async (portal: PortalId): Promise<Credentials> => {
      looks += 1
      if (looks === 3) await store.portals.saveCredentials(id, rotated)
      return await honest(portal)
    }
    Object.assign(store.portals, { credentials: racing })
    await second.redis.del(`leadwell:token:${id}`)

    await use(second)

    expect(looks).toBeGreaterThanOrEqual(3)
    expect(await honest(id)).not.toEqual(credentials)
  },
)

test.each(WORLDS)(
  '%s access that was withdrawn stops the portal with a reason',
  async (_, open, reason) => {
    const { first, use, revoke, id, clock } = await open()
    await use(first)
    await revoke()
    clock.now += 3 * HOUR_MS

    const error = await use(first).catch((thrown: unknown) => thrown)
    await noteTrouble({ store: first.store, log: first.log, now: () => clock.now }, id, error)

    expect(await first.store.portals.find(id)).toMatchObject({
      status: 'disconnected',
      statusReason: reason,
    })
  },
)

test('a token renewed while somebody connected the portal anew does not undo that', async () => {
  const { first, second, use, id, credentials, clock } = await hubspotWorld()
  await use(first)
  const other = { ...credentials, clientSecret: 'of the new app', refreshToken: 'new' }
  const save = second.store.portals.saveCredentials.bind(second.store.portals)
  const honest = first.store.portals.credentials.bind(first.store.portals)
  Object.assign(first.store.portals, {
    credentials: async (portal: PortalId) => {
      const found = await honest(portal)
      await save(id, other)
      return found
    },
  })
  clock.now += 3 * HOUR_MS

  await use(first)

  expect(await second.store.portals.credentials(id)).toEqual(other)
})
