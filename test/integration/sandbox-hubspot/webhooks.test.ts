import { Signature } from '@hubspot/api-client'
import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { signWebhook } from '#sandbox/hubspot/sign-webhook.ts'
import { listen } from '#sandbox/listen.ts'
import { contactId, openPortal } from './open-portal.ts'

const CONTACTS = '/crm/objects/2026-09/contacts'
const clientSecret = 'sandbox-hubspot-secret'

interface Delivery {
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
  readonly events: readonly Record<string, unknown>[]
}

/** An endpoint that keeps what it got; `answers` are its first statuses, then 200. */
async function openEndpoint(answers: number[] = []) {
  const deliveries: Delivery[] = []
  const app = express()
  app.post('/hook', express.text({ type: '*/*', limit: '5mb' }), (request, response) => {
    const body = String(request.body)
    deliveries.push({ headers: request.headers, body, events: JSON.parse(body) })
    response.status(answers.shift() ?? 200).end()
  })
  const listener = await listen(app, 0)
  onTestFinished(() => listener.close())
  const events = () => deliveries.flatMap((delivery) => delivery.events)
  return { url: `${listener.url}/hook`, deliveries, events }
}

const keyOf = (event: Record<string, unknown>) =>
  [event['subscriptionType'], event['objectId'], event['eventId']].join('/')

describe('the signature ("Validating requests")', () => {
  const creation =
    '[{"eventId":1,"subscriptionId":12345,"portalId":62515,"occurredAt":1564113600000,"subscriptionType":"contact.creation","attemptNumber":0,"objectId":123,"changeSource":"CRM","changeFlag":"NEW","appId":54321}]'
  const request = {
    clientSecret: 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy',
    method: 'POST',
    uri: 'https://www.example.com/webhook_uri',
    body: creation,
    timestamp: 1_700_000_000_000,
  }

  it('is the known one for known input', () => {
    expect(signWebhook(request)).toBe('/pXDSgWeGksQpwCsgqd43P0eY6gBIse9UX0tfkudUrE=')
  })

  it('is made over the URI with its twelve codes decoded and no other', () => {
    const encoded = 'https://x.example/a%3A%2F%3F%40%21%24%27%28%29%2A%2C%3b?b=%20%26%3D%2B'
    const decoded = "https://x.example/a:/?@!$'()*,;?b=%20%26%3D%2B"

    expect(signWebhook({ ...request, uri: encoded })).toBe(
      signWebhook({ ...request, uri: decoded }),
    )
    expect(signWebhook({ ...request, uri: 'https://x.example/a%20' })).not.toBe(
      signWebhook({ ...request, uri: 'https://x.example/a ' }),
    )
  })
})

describe('webhooks ("Webhooks")', () => {
  it('sends a change signed so that the official client accepts it', async () => {
    const { call, sandbox, clock } = await openPortal()
    const endpoint = await openEndpoint()
    clock.at = Date.now()
    sandbox.setWebhookTarget(endpoint.url)

    await call('PATCH', `${CONTACTS}/${contactId(0)}`, { properties: { state: 'XX' } })
    await sandbox.flushWebhooks()

    const [delivery] = endpoint.deliveries
    expect(
      Signature.isValid({
        signatureVersion: 'v3',
        signature: String(delivery?.headers['x-hubspot-signature-v3']),
        method: 'POST',
        clientSecret,
        requestBody: delivery?.body ?? '',
        url: endpoint.url,
        timestamp: Number(delivery?.headers['x-hubspot-request-timestamp']),
      }),
    ).toBe(true)
    expect(delivery?.events[0]).toMatchObject({
      subscriptionType: 'contact.propertyChange',
      portalId: 50_100_200,
      objectId: Number(contactId(0)),
      propertyName: 'state',
      propertyValue: 'XX',
      changeSource: 'INTEGRATION',
      attemptNumber: 0,
      occurredAt: clock.at,
    })
  })

  it('says nothing of properties nobody subscribed to, calculated ones or equal values', async () => {
    const { call, sandbox } = await openPortal()
    const endpoint = await openEndpoint()
    sandbox.setWebhookTarget(endpoint.url)
    const { body } = await call('GET', `${CONTACTS}/${contactId(0)}?properties=state`)

    await call('PATCH', `${CONTACTS}/${contactId(0)}`, {
      properties: { message: 'free text', state: body.properties.state },
    })
    await sandbox.flushWebhooks()

    expect(endpoint.deliveries).toEqual([])
  })

  it('comes in arrays of at most a hundred, out of order, some events twice, none lost', async () => {
    const { call, sandbox } = await openPortal()
    const endpoint = await openEndpoint()
    sandbox.setWebhookTarget(endpoint.url)
    const states = Array.from({ length: 3 }, (_, round) =>
      Array.from({ length: 100 }, (_row, at) => ({
        id: contactId(at),
        properties: { state: `S${round}` },
      })),
    )

    for (const inputs of states) await call('POST', `${CONTACTS}/batch/update`, { inputs })
    await sandbox.flushWebhooks()

    const ids = endpoint.events().map((event) => Number(event['eventId']))
    const distinct = new Set(ids)
    expect(Math.max(...endpoint.deliveries.map(({ events }) => events.length))).toBeLessThanOrEqual(
      100,
    )
    expect(distinct.size).toBe(300)
    expect(ids.length).toBeGreaterThan(310)
    expect(ids.length).toBeLessThan(360)
    expect(ids).not.toEqual([...ids].sort((a, b) => a - b))
  })

  it('tries again what was refused, counting its attempts', async () => {
    const { call, sandbox } = await openPortal()
    const endpoint = await openEndpoint([500, 401])
    sandbox.setWebhookTarget(endpoint.url)

    await call('PATCH', `${CONTACTS}/${contactId(0)}`, { properties: { state: 'YY' } })
    await sandbox.flushWebhooks()

    const attempts = endpoint.deliveries.map(({ events }) => events[0]?.['attemptNumber'])
    expect(attempts).toEqual([0, 1, 2])
  })

  it('gives up after ten retries', async () => {
    const { call, sandbox } = await openPortal()
    const endpoint = await openEndpoint(Array.from({ length: 50 }, () => 503))
    sandbox.setWebhookTarget(endpoint.url)

    await call('PATCH', `${CONTACTS}/${contactId(0)}`, { properties: { state: 'YY' } })
    await sandbox.flushWebhooks()

    expect(endpoint.deliveries).toHaveLength(11)
  })

  it('tells of creation, merge, deletion and, for privacy, of both deletions', async () => {
    const { call, sandbox } = await openPortal()
    const endpoint = await openEndpoint()
    sandbox.setWebhookTarget(endpoint.url)

    const made = await call('POST', CONTACTS, { properties: { firstname: 'Ada' } })
    const merged = await call('POST', `${CONTACTS}/merge`, {
      primaryObjectId: contactId(0),
      objectIdToMerge: contactId(1),
    })
    await call('DELETE', `${CONTACTS}/${contactId(2)}`)
    await call('POST', `${CONTACTS}/gdpr-delete`, { objectId: contactId(3) })
    await sandbox.flushWebhooks()

    const told = new Set(
      endpoint
        .events()
        .map((event) => `${String(event['subscriptionType'])} ${String(event['objectId'])}`),
    )
    expect(told).toEqual(
      new Set([
        `contact.creation ${made.body.id}`,
        `contact.merge ${merged.body.id}`,
        `contact.deletion ${contactId(2)}`,
        `contact.deletion ${contactId(3)}`,
        `contact.privacyDeletion ${contactId(3)}`,
      ]),
    )
    expect(
      endpoint.events().find((event) => event['subscriptionType'] === 'contact.merge'),
    ).toMatchObject({
      primaryObjectId: Number(contactId(0)),
      mergedObjectIds: [Number(contactId(1))],
      newObjectId: Number(merged.body.id),
    })
  })

  it('tells of a new call by object type, and of its association', async () => {
    const { call, sandbox } = await openPortal()
    const endpoint = await openEndpoint()
    sandbox.setWebhookTarget(endpoint.url)

    await call('POST', '/crm/objects/2026-09/calls', {
      properties: { hs_timestamp: '2026-11-20T10:00:00Z' },
      associations: [
        {
          to: { id: contactId(0) },
          types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 194 }],
        },
      ],
    })
    await sandbox.flushWebhooks()

    const byType = new Map(endpoint.events().map((event) => [event['subscriptionType'], event]))
    expect(byType.get('object.creation')).toMatchObject({ objectTypeId: '0-48' })
    expect(byType.get('contact.associationChange')).toMatchObject({
      associationType: 'CONTACT_TO_CALL',
      fromObjectId: Number(contactId(0)),
      associationRemoved: false,
    })
  })

  it('writes REDACTED for a sensitive value', async () => {
    const { sandbox, url } = await openPortal({
      subscriptions: [
        { subscriptionType: 'contact.propertyChange', propertyName: 'diagnosis_notes' },
      ],
    })
    const endpoint = await openEndpoint()
    sandbox.setWebhookTarget(endpoint.url)

    await fetch(`${url}/_sandbox/changes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'contacts',
        id: contactId(0),
        properties: { diagnosis_notes: 'F41.1' },
      }),
    })
    await sandbox.flushWebhooks()

    expect(endpoint.events()[0]).toMatchObject({
      propertyValue: 'REDACTED',
      changeSource: 'CRM_UI',
    })
  })

  it('is the same disorder every time', async () => {
    const run = async () => {
      const { call, sandbox } = await openPortal()
      const endpoint = await openEndpoint()
      sandbox.setWebhookTarget(endpoint.url)
      const inputs = Array.from({ length: 60 }, (_, at) => ({
        id: contactId(at),
        properties: { state: 'ZZ' },
      }))
      await call('POST', `${CONTACTS}/batch/update`, { inputs })
      await sandbox.flushWebhooks()
      return endpoint.events().map(keyOf)
    }

    expect(await run()).toEqual(await run())
  })
})
