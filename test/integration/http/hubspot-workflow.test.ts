import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signatureV2Of } from '#connectors/hubspot/signature-v2.ts'
import { createHttpApp } from '#src/http/create-http-app.ts'
import { type HttpServer, serve } from '#src/http/serve.ts'
import { createLog } from '#src/log.ts'
import type { PortalId } from '#src/ports.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'
import { createTestDatabase } from '#test/services.ts'

const SECRET = 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy'
const NOW = Date.parse('2026-11-20T12:00:00Z')
const PORTAL: PortalId = 'hubspot:62515'
const GONE: PortalId = 'hubspot:62516'
const PATH = '/hubspot/workflow-actions/rescore'
const CALL = {
  callbackId: 'ap-62515-1-1-0',
  origin: { portalId: 62515, actionDefinitionId: 1, actionDefinitionVersion: 1 },
  context: { source: 'WORKFLOWS', workflowId: 1 },
  object: { objectId: 108456792064, objectType: 'CONTACT' },
  inputFields: {},
}

describe('the workflow action that asks for a new score', () => {
  let store: Store
  let server: HttpServer
  let kicked: PortalId[]
  let logged = ''

  beforeAll(async () => {
    const log = createLog({
      level: 'info',
      destination: { write: (line) => void (logged += line) },
    })
    store = await openStore({
      databaseUrl: await createTestDatabase(),
      dataDir: '/nonexistent',
      keys: createKeyring(Buffer.alloc(32, 1).toString('base64')),
      now: () => NOW,
      log,
    })
    const rest = { name: 'Test', timeZone: 'UTC', apiUrl: 'http://x', sandbox: false } as const
    for (const id of [PORTAL, GONE]) {
      await store.portals.save(
        { ...rest, id, crm: 'hubspot' },
        { kind: 'hubspot-token', accessToken: 'none' },
      )
    }
    await store.portals.setStatus(GONE, 'disconnected', 'revoked')
    const app = createHttpApp({
      store,
      log,
      now: () => NOW,
      publicUrl: 'https://leadwell.example',
      hubspotSecrets: () => ['of-another-app', SECRET],
      kick: async (portal) => void kicked.push(portal),
      poll: async () => undefined,
      pingRedis: async () => undefined,
    })
    server = await serve(app, 0)
  })
  afterAll(async () => {
    await server.close()
    await store.close()
  })
  beforeEach(async () => {
    kicked = []
    for (const portal of [PORTAL, GONE]) {
      await store.marks.settle(portal, await store.marks.claim(portal, { limit: 100, leaseMs: 0 }))
    }
  })

  const signed = (
    body: string,
    uri = `https://leadwell.example${PATH}`,
  ): Record<string, string> => ({
    'x-hubspot-signature': signatureV2Of({
      method: 'POST',
      uri,
      rawBody: Buffer.from(body),
      secret: SECRET,
    }),
    'x-hubspot-signature-version': 'v2',
  })
  const post = (body: string, headers = signed(body)) =>
    fetch(`http://127.0.0.1:${server.port}${PATH}`, { method: 'POST', body, headers })
  const send = (call: unknown) => post(JSON.stringify(call))
  const waiting = async (portal: PortalId) => (await store.marks.pending(portal)).waiting

  it('marks the contact ahead of bulk work and says so to the workflow', async () => {
    const response = await send(CALL)

    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      outputFields: { rescore_status: 'marked', hs_execution_state: 'SUCCESS' },
    })
    const marks = await store.marks.claim(PORTAL, { limit: 10, leaseMs: 0 })
    expect(marks).toMatchObject([{ object: 'contact', id: '108456792064', lane: 'event' }])
    expect(kicked).toEqual([PORTAL])
  })

  it('lets nobody who signs nothing fill the log', async () => {
    logged = ''
    for (let i = 0; i < 5; i++) await post(JSON.stringify(CALL), {})

    expect(logged.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(1)
  })

  it('sent again leaves one mark, for its signature has no date', async () => {
    const body = JSON.stringify(CALL)
    const headers = signed(body)

    const answers = [
      await post(body, headers),
      await post(body, headers),
      await post(body, headers),
    ]

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await waiting(PORTAL)).toBe(1)
  })

  it.each([
    ['we do not serve', 999],
    ['that is disconnected', 62516],
  ])('for a portal %s answers 200 and does nothing', async (_, portalId) => {
    const response = await send({ ...CALL, origin: { portalId } })

    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      outputFields: { rescore_status: 'not_connected' },
    })
    expect(await waiting(PORTAL)).toBe(0)
    expect(await waiting(GONE)).toBe(0)
    expect(kicked).toEqual([])
  })

  it('for a record that is not scored answers 200 and does nothing', async () => {
    const response = await send({ ...CALL, object: { objectId: 1, objectType: 'TICKET' } })

    expect(await response.json()).toMatchObject({
      outputFields: { rescore_status: 'not_a_contact' },
    })
    expect(await waiting(PORTAL)).toBe(0)
  })

  it.each([
    ['without a signature', () => ({})],
    ['with a signature for another body', () => signed('{}')],
    [
      'with a signature for another address',
      (body: string) => signed(body, 'https://leadwell.example/'),
    ],
    [
      'with a signature said to be version 1',
      (body: string) => ({ ...signed(body), 'x-hubspot-signature-version': 'v1' }),
    ],
  ])('%s answers 401 and changes nothing', async (_, headersFor) => {
    const body = JSON.stringify(CALL)

    const response = await post(body, headersFor(body))

    expect(response.status).toBe(401)
    expect(await waiting(PORTAL)).toBe(0)
  })

  it('signed but not a call answers 400', async () => {
    const response = await post('{"origin":')

    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error: 'webhook-malformed' })
  })

  it('signed but larger than any call answers 413', async () => {
    const response = await send({ ...CALL, inputFields: { text: 'x'.repeat(70_000) } })

    expect(response.status).toBe(413)
    expect(await waiting(PORTAL)).toBe(0)
  })
})
