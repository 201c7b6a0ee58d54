import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { OUTBOUND_ACK } from '#connectors/salesforce/webhook.ts'
import { TransientError } from '#src/errors.ts'
import {
  CONTACT,
  LEAD,
  ORG,
  outboundMessage,
  PORTAL,
  startWebProcess,
  type WebProcess,
} from './salesforce-outbound.ts'

const GOOD = outboundMessage([{ type: 'Lead', id: LEAD }])

describe('outbound messages over HTTP', () => {
  let web: WebProcess

  beforeAll(async () => {
    web = await startWebProcess()
  })
  afterAll(() => web.close())
  beforeEach(async () => {
    web.trouble = undefined
    await web.takeMarks()
    web.kicked.length = 0
    web.polled.length = 0
  })

  it('are acknowledged to the letter once every record is marked', async () => {
    const response = await web.post(
      outboundMessage([
        { type: 'Lead', id: LEAD },
        { type: 'Contact', id: CONTACT.slice(0, 15) },
        { type: 'Task', id: '00T5g000001AAAA', more: `<sf:WhoId>${CONTACT}</sf:WhoId>` },
      ]),
    )

    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/xml; charset=UTF-8')
    expect(await response.text()).toBe(OUTBOUND_ACK)
    expect(await web.takeMarks()).toEqual([`contact:${CONTACT}`, `lead:${LEAD}`])
    await vi.waitFor(() => expect(web.kicked).toEqual([PORTAL]))
  })

  it('about records of other objects ask for a poll instead of being sent for a day', async () => {
    const response = await web.post(outboundMessage([{ type: 'Task', id: '00T5g000001AAAA' }]))

    expect(await response.text()).toBe(OUTBOUND_ACK)
    expect(await web.takeMarks()).toEqual([])
    await vi.waitFor(() => expect(web.polled).toEqual([PORTAL]))
  })

  it('mark a hundred records of which some were deleted since', async () => {
    const ids = Array.from({ length: 100 }, (_, at) => `00Q5g00000AB${String(at).padStart(3, '0')}`)

    const response = await web.post(outboundMessage(ids.map((id) => ({ type: 'Lead', id }))))

    expect(await response.text()).toBe(OUTBOUND_ACK)
    expect(await web.takeMarks()).toHaveLength(100)
  })

  it('repeated and out of order leave the same marks as once', async () => {
    const first = outboundMessage([{ type: 'Lead', id: LEAD }])
    const second = outboundMessage([
      { type: 'Contact', id: CONTACT },
      { type: 'Lead', id: LEAD },
    ])

    const answers = await Promise.all([second, first, second, first].map((body) => web.post(body)))

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await web.takeMarks()).toEqual([`contact:${CONTACT}`, `lead:${LEAD}`])
  })

  it.each([
    ['15', ORG.slice(0, 15)],
    ['18', ORG],
  ])('name their organisation in %s characters', async (_length, organization) => {
    const response = await web.post(outboundMessage([{ type: 'Lead', id: LEAD }], organization))

    expect(response.status).toBe(200)
  })

  it.each([
    ['another organisation', '00D5g000004TXi3EAG'],
    ['another organisation in 15 characters', '00D5g000004TXi3'],
    ['ours in other case', ORG.toLowerCase().replace('00d', '00D')],
    ['ours with another checksum', `${ORG.slice(0, 15)}AAA`],
  ])('of %s answer 401 and leave nothing', async (_case, organization) => {
    const response = await web.post(outboundMessage([{ type: 'Lead', id: LEAD }], organization))

    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ error: 'other-organisation' })
    expect(await web.takeMarks()).toEqual([])
  })

  it.each([
    ['a guessed key', (url: string) => `${url.slice(0, -32)}${'A'.repeat(32)}`],
    ['half a key', (url: string) => url.slice(0, -16)],
    ['a zero character', (url: string) => `${url.slice(0, -32)}%00`],
    ['a broken escape', (url: string) => `${url.slice(0, -32)}%E0%A4%A`],
    ['a path above', (url: string) => `${url.slice(0, -32)}..%2f..%2fx`],
    ['no key', (url: string) => url.slice(0, -33)],
  ])('to %s answer 404 like any path there is not', async (_case, change) => {
    const response = await web.post(GOOD, { url: change(web.url) })

    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ error: 'not-found' })
    expect(await web.takeMarks()).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['a cut message', GOOD.slice(0, -30)],
    ['a document type', GOOD.replace('<soapenv:Env', '<!DOCTYPE a [<!ENTITY b "c">]><soapenv:Env')],
    ['UTF-16', Buffer.from(`\ufeff${GOOD}`, 'utf16le')],
    ['UTF-7 by its declaration', GOOD.replace('UTF-8', 'UTF-7')],
    ['101 notifications', outboundMessage(Array(101).fill({ type: 'Lead', id: LEAD }))],
    ['no notification', outboundMessage([])],
    ['another namespace', GOOD.replace('2005/09/outbound', '2006/04/metadata')],
  ])('that are %s answer 400 without an acknowledgement', async (_case, body) => {
    const response = await web.post(body)

    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error: 'webhook-malformed' })
    expect(await web.takeMarks()).toEqual([])
  })

  it('with a byte order mark of UTF-8 are read', async () => {
    expect((await web.post(`\ufeff${GOOD}`)).status).toBe(200)
  })

  it('over the limit answer 413', async () => {
    const more = `<sf:Description>${'x'.repeat(2_200_000)}</sf:Description>`

    const response = await web.post(outboundMessage([{ type: 'Lead', id: LEAD, more }]))

    expect(response.status).toBe(413)
    expect(await web.takeMarks()).toEqual([])
  })

  it.each([
    ['JSON', { 'content-type': 'application/json' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a page of text', { 'content-type': 'text/plain' }],
    ['XML in another encoding', { 'content-type': 'text/xml; charset=utf-16' }],
  ])('labelled as %s answer 415', async (_case, headers) => {
    const response = await web.post(GOOD, { headers })

    expect(response.status).toBe(415)
    expect(await web.takeMarks()).toEqual([])
  })

  it('that are compressed answer 415, whatever they would unpack to', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))

    const response = await web.post(bomb, { headers: { 'content-encoding': 'gzip' } })

    expect(response.status).toBe(415)
  })

  it.each([
    ['is away for now', new TransientError('database-unavailable', 'gone'), 503],
    ['breaks', new Error('broken'), 500],
  ])(
    'are not acknowledged while the store %s, and are kept when sent again',
    async (_case, trouble, status) => {
      web.trouble = trouble
      const failed = await web.post(GOOD)
      const text = await failed.text()
      web.trouble = undefined

      const again = await web.post(GOOD)

      expect(failed.status).toBe(status)
      expect(text).not.toContain('Ack')
      expect(await again.text()).toBe(OUTBOUND_ACK)
      expect(await web.takeMarks()).toEqual([`lead:${LEAD}`])
    },
  )
})
