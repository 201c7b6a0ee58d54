import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type StartedOrg, startOrg } from './start-org.ts'

// SOAP API Developer Guide, "Outbound Messaging": notifications up to 100 a message, Ack, retries,
// no order, current values; Salesforce Help article 005232763: the session id is empty.

const ACK =
  '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>'

interface Message {
  readonly xml: string
  readonly ids: readonly string[]
  readonly recordIds: readonly string[]
}

async function startListener(refuse = 0): Promise<{ url: string; messages: Message[] }> {
  const messages: Message[] = []
  let left = refuse
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      messages.push(readMessage(Buffer.concat(chunks).toString('utf8')))
      left -= 1
      response.setHeader('Content-Type', 'text/xml')
      response.end(left >= 0 ? ACK.replace('true', 'false') : ACK)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/om`, messages }
}

function readMessage(xml: string): Message {
  const parser = new XMLParser({ removeNSPrefix: true, isArray: (name) => name === 'Notification' })
  const parsed = parser.parse(xml) as {
    Envelope: {
      Body: { notifications: { Notification: { Id: string; sObject: { Id: string } }[] } }
    }
  }
  const list = parsed.Envelope.Body.notifications.Notification
  return { xml, ids: list.map(({ Id }) => Id), recordIds: list.map(({ sObject }) => sObject.Id) }
}

async function leadIds(org: StartedOrg, count: number): Promise<string[]> {
  return (await org.query(`SELECT Id FROM Lead LIMIT ${count}`)).map((row) => String(row['Id']))
}

describe('outbound messages', () => {
  it('tell of a salesperson’s edit in the documented envelope, without a session id', async () => {
    const org = await startOrg()
    const listener = await startListener()
    const [id = ''] = await leadIds(org, 1)
    org.sandbox.setOutboundTarget(listener.url)

    org.sandbox.edits.edit('Lead', id, { Title: 'x' })
    await org.sandbox.flushOutbound()

    const [message] = listener.messages
    expect(message?.recordIds).toEqual([id])
    expect(message?.ids[0]).toMatch(/^04l\w{15}$/)
    expect(message?.xml).toContain(
      '<notifications xmlns="http://soap.sforce.com/2005/09/outbound">',
    )
    expect(message?.xml).toContain(`<OrganizationId>${org.sandbox.orgId}</OrganizationId>`)
    expect(message?.xml).toContain('<SessionId xsi:nil="true"/>')
    expect(message?.xml).toContain('xsi:type="sf:Lead"')
  })

  it('keep quiet about the integration user’s own writes', async () => {
    const org = await startOrg()
    const listener = await startListener()
    const [id = ''] = await leadIds(org, 1)
    org.sandbox.setOutboundTarget(listener.url)

    await org.api('PATCH', `/sobjects/Lead/${id}`, { Title: 'x' })
    await org.sandbox.flushOutbound()

    expect(listener.messages).toEqual([])
  })

  it('carry at most 100 notifications, some of them twice', async () => {
    const org = await startOrg({ people: 300, random: () => 0.05 })
    const listener = await startListener()
    const ids = await leadIds(org, 150)
    org.sandbox.setOutboundTarget(listener.url)

    for (const id of ids) org.sandbox.edits.edit('Lead', id, { Title: 'x' })
    await org.sandbox.flushOutbound()

    const sizes = listener.messages.map((message) => message.ids.length)
    expect(Math.max(...sizes)).toBe(100)
    expect(sizes).toHaveLength(4)
    expect(new Set(listener.messages.flatMap(({ ids: sent }) => sent)).size).toBe(150)
  })

  it('come again with the same id until they are acknowledged', async () => {
    const org = await startOrg({ random: () => 0.5 })
    const listener = await startListener(2)
    const [id = ''] = await leadIds(org, 1)
    org.sandbox.setOutboundTarget(listener.url)

    org.sandbox.edits.edit('Lead', id, { Title: 'x' })
    await org.sandbox.flushOutbound()

    expect(listener.messages).toHaveLength(3)
    expect(new Set(listener.messages.flatMap(({ ids }) => ids)).size).toBe(1)
  })

  it('wait for a listener that is away', async () => {
    const org = await startOrg({ random: () => 0.5 })
    const [id = ''] = await leadIds(org, 1)
    org.sandbox.setOutboundTarget('http://127.0.0.1:1/om')
    org.sandbox.edits.edit('Lead', id, { Title: 'x' })
    await org.sandbox.flushOutbound()
    const listener = await startListener()

    org.sandbox.setOutboundTarget(listener.url)
    await org.sandbox.flushOutbound()

    expect(listener.messages.map(({ recordIds }) => recordIds)).toEqual([[id]])
  })
})
