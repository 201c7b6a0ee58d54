import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signatureHeaders } from '#sandbox/hubspot/sign-webhook.ts'
import { createHttpApp } from '#src/http/create-http-app.ts'
import { type HttpServer, serve } from '#src/http/serve.ts'
import { createLog } from '#src/log.ts'
import type { PortalId } from '#src/ports.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'
import { createTestDatabase } from '#test/services.ts'
import { outboundMessage } from './salesforce-outbound.ts'

const SECRET = 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy'
const NOW = Date.parse('2026-11-20T12:00:00Z')
const HUBSPOT: PortalId = 'hubspot:62515'
const ORG = '00De0000000pmu1EAA'
const SALESFORCE: PortalId = `salesforce:${ORG}`

const LEAD = { type: 'Lead', id: '00Q5g00000ABCDEAA4' }

const EVENT = {
  eventId: 1,
  subscriptionId: 12345,
  portalId: 62515,
  occurredAt: NOW - 1000,
  subscriptionType: 'contact.propertyChange',
  attemptNumber: 0,
  objectId: 123,
  changeSource: 'CRM_UI',
  propertyName: 'message',
  propertyValue: 'I cannot sleep since March',
}

describe('what the CRMs may send us', () => {
  let store: Store
  let server: HttpServer
  let origin: string
  let salesforceKey: string
  let kicked: PortalId[]

  beforeAll(async () => {
    const log = createLog({ level: 'silent' })
    const keys = createKeyring(Buffer.alloc(32, 1).toString('base64'))
    store = await openStore({
      databaseUrl: await createTestDatabase(),
      dataDir: '/nonexistent',
      keys,
      now: () => NOW,
      log,
    })
    const rest = { name: 'Test', timeZone: 'UTC', apiUrl: 'http://x', sandbox: false }
    const credentials = { kind: 'hubspot-token', accessToken: 'none' } as const
    await store.portals.save({ ...rest, id: HUBSPOT, crm: 'hubspot' }, credentials)
    const org = await store.portals.save(
      { ...rest, id: SALESFORCE, crm: 'salesforce' },
      credentials,
    )
    salesforceKey = org.webhookKey
    const app = createHttpApp({
      store,
      log,
      now: () => NOW,
      publicUrl: 'https://leadwell.example',
      hubspotSecrets: () => [SECRET],
      kick: async (portal) => void kicked.push(portal),
      poll: async () => undefined,
      pingRedis: async () => undefined,
    })
    server = await serve(app, 0)
    origin = `http://127.0.0.1:${server.port}`
  })
  afterAll(async () => {
    await server.close()
    await store.close()
  })
  beforeEach(async () => {
    kicked = []
    for (const portal of [HUBSPOT, SALESFORCE]) {
      await store.marks.settle(portal, await store.marks.claim(portal, { limit: 100, leaseMs: 0 }))
    }
  })

  const signed = (body: string, timestamp = NOW): Record<string, string> =>
    signatureHeaders({
      method: 'POST',
      uri: 'https://leadwell.example/webhooks/hubspot',
      body,
      timestamp,
      clientSecret: SECRET,
    })
  const postHubspot = (body: string, headers: Record<string, string>) =>
    fetch(`${origin}/webhooks/hubspot`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    })
  const postSalesforce = (body: string, key = salesforceKey) =>
    fetch(`${origin}/webhooks/salesforce/${key}`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8' },
      body,
    })
  const marked = async (portal: PortalId) => (await store.marks.pending(portal)).waiting

  it('a signed event leaves a mark, not what it says', async () => {
    const body = JSON.stringify([EVENT, { ...EVENT, objectId: 124 }])

    const response = await postHubspot(body, signed(body))

    expect(response.status).toBe(200)
    const marks = await store.marks.claim(HUBSPOT, { limit: 10, leaseMs: 0 })
    expect(marks.map(({ object, id }) => `${object}:${id}`).toSorted()).toEqual([
      'contact:123',
      'contact:124',
    ])
    expect(JSON.stringify(marks)).not.toContain('sleep')
    expect(kicked).toEqual([HUBSPOT])
  })

  it.each([
    ['without a signature', () => ({})],
    ['with a signature for another body', () => signed('[]')],
    ['older than five minutes', (body: string) => signed(body, NOW - 301_000)],
    ['from the future', (body: string) => signed(body, NOW + 301_000)],
  ])('an event %s answers 401 and changes nothing', async (_, headersFor) => {
    const body = JSON.stringify([EVENT])

    const response = await postHubspot(body, headersFor(body))

    expect(response.status).toBe(401)
    expect(await marked(HUBSPOT)).toBe(0)
    expect(kicked).toEqual([])
  })

  it('a signed body that is not JSON answers 400', async () => {
    const body = '[{"eventId":'

    const response = await postHubspot(body, signed(body))

    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error: 'webhook-malformed' })
  })

  it('a body over the limit answers 413', async () => {
    const body = JSON.stringify([{ ...EVENT, propertyValue: 'x'.repeat(1_100_000) }])

    const response = await postHubspot(body, signed(body))

    expect(response.status).toBe(413)
    expect(await marked(HUBSPOT)).toBe(0)
  })

  it('an event of a portal we do not serve answers 200, or it would be sent for a day', async () => {
    const body = JSON.stringify([{ ...EVENT, portalId: 999 }])

    const response = await postHubspot(body, signed(body))

    expect(response.status).toBe(200)
    expect(kicked).toEqual([])
  })

  it('an outbound message is acknowledged once its records are marked', async () => {
    const response = await postSalesforce(outboundMessage([LEAD], ORG))

    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/xml; charset=UTF-8')
    expect(await response.text()).toContain('<Ack>true</Ack>')
    expect(await marked(SALESFORCE)).toBe(1)
  })

  it('an outbound message to a guessed address answers 404', async () => {
    const response = await postSalesforce(outboundMessage([LEAD], ORG), 'guess')

    expect(response.status).toBe(404)
    expect(await marked(SALESFORCE)).toBe(0)
  })

  it('an outbound message of another organisation answers 401 and changes nothing', async () => {
    const response = await postSalesforce(outboundMessage([LEAD], '00D5g000004TXi3EAG'))

    expect(response.status).toBe(401)
    expect(await marked(SALESFORCE)).toBe(0)
  })

  it.each([
    ['no XML', 'hello'],
    ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${outboundMessage([], ORG)}`],
    ['another envelope', '<a><b/></a>'],
  ])('an outbound message that is %s answers 400', async (_, body) => {
    const response = await postSalesforce(body)

    expect(response.status).toBe(400)
    expect(await marked(SALESFORCE)).toBe(0)
  })

  it('after all of this the process still answers', async () => {
    const response = await fetch(`${origin}/readyz`)

    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: 'ok', postgres: 'ok', redis: 'ok' })
  })
})
