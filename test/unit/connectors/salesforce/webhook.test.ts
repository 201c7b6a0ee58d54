import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { OUTBOUND_ACK, parseOutboundMessage } from '#connectors/salesforce/webhook.ts'
import { CONTACT_1, LEAD_1, ORG_ID } from './harness.ts'

const notification = (type: string, id: string, more = ''): string =>
  `<Notification><Id>04le0000004lnFFAAY</Id>
   <sObject xsi:type="sf:${type}" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
    <sf:Id>${id}</sf:Id><sf:Email>a@b.example</sf:Email>${more}
   </sObject></Notification>`

const message = (notifications: string, organization = ORG_ID): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <soapenv:Body>
  <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
   <OrganizationId>${organization}</OrganizationId>
   <ActionId>04ke0000000Cb2DAAS</ActionId>
   <SessionId xsi:nil="true"/>
   <EnterpriseUrl>https://x.my.salesforce.com/services/Soap/c/67.0/00D</EnterpriseUrl>
   <PartnerUrl>https://x.my.salesforce.com/services/Soap/u/67.0/00D</PartnerUrl>
   ${notifications}
  </notifications>
 </soapenv:Body>
</soapenv:Envelope>`

const parse = (xml: string) => parseOutboundMessage(Buffer.from(xml))

describe('an outbound message', () => {
  test('says which organisation and which records, each once, and nothing of their values', () => {
    const xml = message(
      notification('Lead', LEAD_1) +
        notification('Contact', CONTACT_1.slice(0, 15)) +
        notification('Lead', LEAD_1),
    )

    const parsed = parse(xml)

    expect(parsed).toEqual({
      organizationId: ORG_ID,
      refs: [
        { object: 'lead', id: LEAD_1 },
        { object: 'contact', id: CONTACT_1 },
      ],
    })
  })

  test('with a 15-character organisation id names the same organisation', () => {
    const parsed = parse(message(notification('Lead', LEAD_1), ORG_ID.slice(0, 15)))

    expect(parsed.organizationId).toBe(ORG_ID)
  })

  test('about a task points at the person it is with', () => {
    const xml = message(notification('Task', '00T5g000001AAAA', `<sf:WhoId>${LEAD_1}</sf:WhoId>`))

    expect(parse(xml).refs).toEqual([{ object: 'lead', id: LEAD_1 }])
  })

  test('about something else points at nobody', () => {
    expect(parse(message(notification('Case', '5005g000001AAAA'))).refs).toEqual([])
  })

  test('may carry a hundred notifications', () => {
    const many = Array.from({ length: 100 }, () => notification('Lead', LEAD_1)).join('')

    expect(parse(message(many)).refs).toHaveLength(1)
  })
})

describe('refuses', () => {
  const good = message(notification('Lead', LEAD_1))

  test.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['JSON', '{"a":1}'],
    ['a cut message', good.slice(0, -40)],
    ['another root', '<html><body/></html>'],
    ['no notifications', message('')],
    ['a bad record id', message(notification('Lead', "x' OR '1"))],
    ['a bad organisation id', message(notification('Lead', LEAD_1), LEAD_1)],
    [
      'a document type',
      good.replace('<soapenv:Env', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><soapenv:Env'),
    ],
    ['an entity', good.replace('<soapenv:Env', '<!DOCTYPE a [<!ENTITY b "c">]><soapenv:Env')],
    ['a lower-case document type', good.replace('<soapenv:Env', '<!doctype a><soapenv:Env')],
    [
      'more than a hundred notifications',
      message(Array.from({ length: 101 }, () => notification('Lead', LEAD_1)).join('')),
    ],
    ['a thousand levels', `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`],
  ])('%s', (_name, xml) => {
    expect(() => parse(xml)).toThrow(expect.objectContaining({ code: 'webhook-malformed' }))
  })

  test('other encodings, in which a document type could hide', () => {
    expect(() => parseOutboundMessage(Buffer.from(good, 'utf16le'))).toThrow(
      expect.objectContaining({ code: 'webhook-malformed' }),
    )
    expect(() => parseOutboundMessage(Buffer.from([0xff, 0xfe, 0x3c]))).toThrow(
      expect.objectContaining({ code: 'webhook-malformed' }),
    )
  })

  test('without quoting what it was sent', () => {
    expect(() => parse('<a>jane@example.org</a>')).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('jane') }),
    )
  })
})

test('acknowledges in the form Salesforce documents', () => {
  const parsed: unknown = new XMLParser({ removeNSPrefix: true }).parse(OUTBOUND_ACK)

  expect(parsed).toMatchObject({ Envelope: { Body: { notificationsResponse: { Ack: true } } } })
  expect(OUTBOUND_ACK).toContain('xmlns="http://soap.sforce.com/2005/09/outbound"')
})
