import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseHubspotEvents, verifyHubspotSignature } from '#connectors/hubspot/webhook.ts'
import { openSandboxPortal, type SandboxPortal } from './sandbox-portal.ts'

interface Delivery {
  readonly uri: string
  readonly rawBody: Buffer
  readonly signature: string | undefined
  readonly timestamp: string | undefined
}

let portal: SandboxPortal
let deliveries: Delivery[]
let url: string
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    deliveries.push({
      uri: `http://${request.headers.host}${request.url}`,
      rawBody: Buffer.concat(chunks),
      signature: request.headers['x-hubspot-signature-v3'] as string | undefined,
      timestamp: request.headers['x-hubspot-request-timestamp'] as string | undefined,
    })
    response.end()
  })
})

beforeEach(async () => {
  deliveries = []
  portal = await openSandboxPortal(20)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/hubspot?a=b%20c`
})
afterEach(async () => {
  await portal.close()
  server.closeAllConnections()
  const closed = once(server, 'close')
  server.close()
  await closed
})

test('accepts what a portal signs and knows which records it speaks of', async () => {
  const { records } = await portal.connector.list('contact', undefined)
  const changed = records.slice(0, 3).map(({ id }) => id)
  portal.sandbox.setWebhookTarget(url)
  for (const id of changed) {
    await fetch(new URL('/_sandbox/changes', portal.deps.portal.apiUrl), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ type: 'contacts', id, properties: { do_not_call: 'true' } }),
    })
  }

  await portal.sandbox.flushWebhooks()

  const secret = 'sandbox-hubspot-secret'
  const signedAt = (delivery: Delivery): number => Number(delivery.timestamp)
  const verdicts = deliveries.map((delivery) =>
    verifyHubspotSignature({ ...delivery, method: 'POST', secret, nowMs: signedAt(delivery) }),
  )
  const events = deliveries.flatMap(({ rawBody }) =>
    parseHubspotEvents(JSON.parse(String(rawBody))),
  )
  expect(new Set(verdicts)).toEqual(new Set(['valid']))
  expect(new Set(events.map(({ portalId }) => portalId))).toEqual(new Set([portal.deps.portal.id]))
  const ids = new Set(events.flatMap(({ refs }) => refs.map(({ id }) => id)))
  expect([...ids].toSorted()).toEqual(changed.toSorted())
})
