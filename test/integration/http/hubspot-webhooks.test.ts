import type { Express } from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { signatureHeaders } from '#sandbox/hubspot/sign-webhook.ts'
import { TransientError } from '#src/errors.ts'
import { createHttpApp } from '#src/http/create-http-app.ts'
import { type HttpServer, serve } from '#src/http/serve.ts'
import { createLog } from '#src/log.ts'
import type { PortalId, RecordObject } from '#src/ports.ts'
import { fingerprintOf, restoreSafeRecord } from '#src/privacy/safe-record.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'
import { createTestDatabase } from '#test/services.ts'

const SECRET = 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy'
const PORTALS = ['hubspot:1', 'hubspot:2', 'hubspot:3'] as const
const [ONE, TWO, ERASED] = PORTALS

const event = (portalId: number, subscriptionType: string, objectId: number) => ({
  eventId: 1,
  portalId,
  subscriptionType,
  objectId,
})

describe('what HubSpot may send', () => {
  let now = Date.parse('2026-11-20T12:00:00Z')
  let store: Store
  let servers: HttpServer[]
  let lines: Record<string, unknown>[]
  let said: string[]
  let whenKicked: () => Promise<void>

  beforeAll(async () => {
    store = await openStore({
      databaseUrl: await createTestDatabase(),
      dataDir: '/nonexistent',
      keys: createKeyring(Buffer.alloc(32, 1).toString('base64')),
      now: () => now,
      log: createLog({ level: 'silent' }),
    })
    const rest = { crm: 'hubspot', name: 'Test', timeZone: 'UTC', apiUrl: 'http://x' } as const
    for (const id of PORTALS) {
      const credentials = { kind: 'hubspot-token', accessToken: 'none' } as const
      await store.portals.save({ ...rest, id, sandbox: false }, credentials)
    }
    await store.erasure.portal(ERASED)
  })
  afterAll(() => store.close())
  beforeEach(() => {
    servers = []
    lines = []
    said = []
    whenKicked = async () => undefined
    return async () => {
      for (const server of servers) await server.close()
      for (const portal of PORTALS) {
        await store.marks.settle(
          portal,
          await store.marks.claim(portal, { limit: 100, leaseMs: 0 }),
        )
      }
    }
  })

  const start = async (publicUrl?: string, change: (app: Express) => void = () => undefined) => {
    const destination = { write: (line: string) => void lines.push(JSON.parse(line)) }
    const app = createHttpApp({
      store,
      log: createLog({ level: 'warn', destination }),
      now: () => now,
      publicUrl,
      hubspotSecrets: () => [SECRET],
      kick: async (portal) => {
        said.push(`kick ${portal}`)
        await whenKicked()
      },
      poll: async (portal) => void said.push(`poll ${portal}`),
      pingRedis: async () => undefined,
    })
    change(app)
    const server = await serve(app, 0)
    servers.push(server)
    return `http://127.0.0.1:${server.port}`
  }
  const post = (
    origin: string,
    events: readonly object[],
    { signedFor = origin, path = '/webhooks/hubspot', headers = {} } = {},
  ) => {
    const body = JSON.stringify(events)
    const uri = `${signedFor}${path}`
    const signature = { method: 'POST', uri, body, timestamp: now, clientSecret: SECRET }
    return fetch(`${origin}${path}`, {
      method: 'POST',
      body,
      headers: { ...signatureHeaders(signature), ...headers },
    })
  }
  const marked = async (portal: PortalId) =>
    (await store.marks.claim(portal, { limit: 100, leaseMs: 0 }))
      .map(({ object, id }) => `${object}:${id}`)
      .toSorted()
  const known = (object: RecordObject, id: string, companyId?: string) =>
    restoreSafeRecord({
      object,
      id,
      companyId,
      facts: {},
      activities: [],
      fingerprint: fingerprintOf({}, companyId),
    })

  it('is kept for each of its portals', async () => {
    const origin = await start()

    const response = await post(origin, [
      event(2, 'contact.creation', 7),
      event(1, 'company.restore', 8),
      event(2, 'object.creation', 9),
      { ...event(1, 'object.creation', 9), objectTypeId: '0-48' },
    ])

    expect(response.status).toBe(200)
    expect(await marked(ONE)).toEqual(['company:8'])
    expect(await marked(TWO)).toEqual(['contact:7'])
    expect(said.toSorted()).toEqual(['kick hubspot:1', 'kick hubspot:2', 'poll hubspot:1'])
  })

  it('is answered without waiting for Redis, and said once more for all who came meanwhile', async () => {
    const origin = await start()
    let answer = (): void => undefined
    whenKicked = () => new Promise((resolve) => (answer = resolve))

    for (const id of [1, 2, 3]) {
      expect((await post(origin, [event(1, 'contact.creation', id)])).status).toBe(200)
    }

    expect(await marked(ONE)).toEqual(['contact:1', 'contact:2', 'contact:3'])
    expect(said).toEqual(['kick hubspot:1'])
    answer()
    await expect.poll(() => said).toEqual(['kick hubspot:1', 'kick hubspot:1'])
  })

  it('is refused for the moment when it cannot be kept, so that HubSpot sends it again', async () => {
    const origin = await start()
    const down = new TransientError('database-unreachable', 'Gone.')
    vi.spyOn(store.marks, 'mark').mockRejectedValueOnce(down)

    const lost = await post(origin, [event(1, 'contact.creation', 1)])

    expect(lost.status).toBe(503)
    expect(said).toEqual([])
  })

  it('is answered 200 and counted when its portal is unknown or was erased', async () => {
    const origin = await start()

    for (const portal of [999, 3]) {
      const events = [event(portal, 'contact.creation', 7), event(portal, 'deal.creation', 8)]
      expect((await post(origin, events)).status).toBe(200)
    }
    now += 60_000
    await post(origin, [event(999, 'contact.creation', 7)])

    expect(await marked(ERASED)).toEqual([])
    expect(said).toEqual([])
    expect(lines.map(({ msg, events, total }) => [msg, events, total])).toEqual([
      ['webhook of an unknown portal ignored', 2, 2],
      ['webhook of an unknown portal ignored', 3, 5],
    ])
  })

  it('takes a person out at once when it is a privacy deletion, and leaves no mark of them', async () => {
    const origin = await start()
    const ref = { object: 'contact', id: '210000000070' } as const
    await store.records.put(ONE, [known('contact', '210000000070')])

    await post(origin, [
      event(1, 'contact.propertyChange', 210_000_000_070),
      event(1, 'contact.deletion', 210_000_000_070),
      event(1, 'contact.privacyDeletion', 210_000_000_070),
    ])

    expect(await store.erasure.remains(ONE, ref)).toEqual([])
    expect([...(await store.erasure.forgotten(ONE, [ref])).values()]).toEqual(['privacy-deletion'])
  })

  it('marks both companies of a merge: read again, one is found gone, and its people follow', async () => {
    const origin = await start()

    await post(origin, [
      { ...event(1, 'company.merge', 91), primaryObjectId: 91, mergedObjectIds: [90] },
    ])

    expect(await marked(ONE)).toEqual(['company:90', 'company:91'])
  })

  const FORWARDED = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'crm.example' }
  const events = [event(1, 'contact.creation', 1)]

  it('may come through a proxy that takes a path prefix away, when PUBLIC_URL names it', async () => {
    const signedFor = 'https://crm.example/leadwell'
    const origin = await start(signedFor)

    expect((await post(origin, events, { signedFor })).status).toBe(200)
    expect((await post(origin, events)).status).toBe(401)
  })

  it('is not believed to have come to the address a stranger forwards', async () => {
    const origin = await start()
    const forged = { signedFor: 'https://crm.example', headers: FORWARDED }

    expect((await post(origin, events, forged)).status).toBe(401)
    expect((await post(origin, events, { headers: FORWARDED })).status).toBe(200)
    expect(lines).toMatchObject([{ msg: 'webhook refused', reason: 'wrong', publicUrlSet: false }])
  })

  it('may come through a proxy that is trusted to say which address was called', async () => {
    const origin = await start(undefined, (app) => app.set('trust proxy', 'loopback'))
    const forwarded = { signedFor: 'https://crm.example', headers: FORWARDED }

    expect((await post(origin, events, forwarded)).status).toBe(200)
  })

  it('may have a query, signed as it stands', async () => {
    const origin = await start()
    const path = '/webhooks/hubspot?app=a%3Ab%20c'

    expect((await post(origin, events, { path })).status).toBe(200)
  })
})
