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
      unnamed: 0,
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

  test('about an event, a campaign member or a contact role points at its people', () => {
    const xml = message(
      notification('Event', '00U5g000001AAAA', `<sf:WhoId>${CONTACT_1}</sf:WhoId>`) +
        notification('CampaignMember', '00v5g000001AAAA', `<sf:LeadId>${LEAD_1}</sf:LeadId>`),
    )

    expect(parse(xml).refs).toEqual([
      { object: 'contact', id: CONTACT_1 },
      { object: 'lead', id: LEAD_1 },
    ])
  })

  test('about something else points at nobody and says so, next to what it can name', () => {
    const xml = message(
      notification('Case', '5005g000001AAAA') +
        notification('Task', '00T5g000001AAAA', '<sf:WhoId xsi:nil="true"/>') +
        notification('Lead', LEAD_1),
    )

    expect(parse(xml)).toMatchObject({ refs: [{ object: 'lead', id: LEAD_1 }], unnamed: 2 })
  })

  test('may use other prefixes for the same namespaces, and values that are escaped', () => {
    const xml = message(
      notification('Lead', LEAD_1, '<sf:Company>A &amp; B &#8212; C</sf:Company>'),
    )
      .replaceAll('soapenv:', 's:')
      .replace('xmlns:soapenv', 'xmlns:s')
      .replaceAll('sf:', 'ens:')
      .replaceAll('xmlns:sf=', 'xmlns:ens=')

    expect(parse(xml).refs).toEqual([{ object: 'lead', id: LEAD_1 }])
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
    ['another namespace', good.replace('2005/09/outbound', '2005/09/outbound2')],
    ['no namespace', good.replace(' xmlns="http://soap.sforce.com/2005/09/outbound"', '')],
    [
      'a namespace that only an outer element has',
      good
        .replace(
          '<soapenv:Envelope',
          '<soapenv:Envelope xmlns:o="http://soap.sforce.com/2005/09/outbound"',
        )
        .replace(' xmlns="http://soap.sforce.com/2005/09/outbound"', ''),
    ],
    ['another envelope namespace', good.replace('schemas.xmlsoap.org', 'example.org')],
    [
      'two organisations',
      good.replace('<ActionId>', `<OrganizationId>${ORG_ID}</OrganizationId><ActionId>`),
    ],
    ['two bodies', good.replace('</soapenv:Body>', '</soapenv:Body><soapenv:Body/>')],
    ['two roots', `${good}<a/>`],
    ['two record ids', message(notification('Lead', LEAD_1, `<sf:Id>${LEAD_1}</sf:Id>`))],
    ['an id cut by a comment', message(notification('Lead', `${LEAD_1}<!-- -->`))],
    ['an id in CDATA', message(notification('Lead', `<![CDATA[${LEAD_1}]]>`))],
    ['CDATA in CDATA', message(notification('Lead', `<![CDATA[<![CDATA[${LEAD_1}]]>]]>`))],
    ['an id of character references', message(notification('Lead', `&#48;${LEAD_1.slice(1)}`))],
    ['an unknown entity', message(notification('Lead', LEAD_1, '<sf:Name>&lol;</sf:Name>'))],
    ['an instruction', good.replace('<soapenv:Env', '<?xml-stylesheet href="x"?><soapenv:Env')],
    ['a second declaration', good.replace('<soapenv:Body>', '<?xml version="1.0"?><soapenv:Body>')],
    ['UTF-7 by its declaration', good.replace('UTF-8', 'UTF-7')],
    ['UTF-16 by its declaration', good.replace('UTF-8', 'UTF-16')],
    ['XML 1.1', good.replace('version="1.0"', 'version="1.1"')],
    ['a zero character', good.replace('</sf:Email>', '\0</sf:Email>')],
    [
      'a parameter entity',
      good.replace('<soapenv:Env', '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://x">%b;]><soapenv:Env'),
    ],
    [
      'a billion laughs',
      good.replace(
        '<soapenv:Env',
        '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><soapenv:Env',
      ),
    ],
    [
      'depth hidden behind a sign in an attribute',
      `${'<a b=">">'.repeat(1000)}${'</a>'.repeat(1000)}`,
    ],
    ['a thousand levels', `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`],
  ])('%s', (_name, xml) => {
    expect(() => parse(xml)).toThrow(expect.objectContaining({ code: 'webhook-malformed' }))
  })

  test('other encodings, in which a document type could hide', () => {
    expect(() => parseOutboundMessage(Buffer.from(good, 'utf16le'))).toThrow(
      expect.objectContaining({ code: 'webhook-malformed' }),
    )
    for (const bytes of [
      [0xff, 0xfe, 0x3c],
      [0x3c, 0, 0x61, 0],
      [0xc0, 0xbc],
      [0x2b, 0x41, 0x44],
    ]) {
      expect(() => parseOutboundMessage(Buffer.from(bytes))).toThrow(
        expect.objectContaining({ code: 'webhook-malformed' }),
      )
    }
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
