import { Signature } from '@hubspot/api-client'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  parseHubspotEvents,
  type SignedRequest,
  signatureOf,
  verifyHubspotSignature,
} from '#connectors/hubspot/webhook.ts'

const SECRET = 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy'
const BODY =
  '[{"eventId":1,"subscriptionId":12345,"portalId":62515,"occurredAt":1564113600000,"subscriptionType":"contact.creation","attemptNumber":0,"objectId":123,"changeSource":"CRM","changeFlag":"NEW","appId":54321}]'
const SENT_AT = 1_700_000_000_000

const REQUEST: SignedRequest = {
  method: 'POST',
  uri: 'https://www.example.com/webhook_uri',
  rawBody: Buffer.from(BODY),
  signature: '/pXDSgWeGksQpwCsgqd43P0eY6gBIse9UX0tfkudUrE=',
  timestamp: String(SENT_AT),
  secret: SECRET,
  nowMs: SENT_AT + 1_000,
}

const signed = (changes: Partial<SignedRequest>): SignedRequest => {
  const request = { ...REQUEST, ...changes }
  return { ...request, signature: signatureOf({ ...request, timestamp: String(SENT_AT) }) }
}

test('accepts what HubSpot signed', () => {
  expect(verifyHubspotSignature(REQUEST)).toBe('valid')
})

test("agrees with the vendor's own check", () => {
  const timestamp = Date.now()
  const signature = signatureOf({ ...REQUEST, timestamp: String(timestamp) })

  const agrees = Signature.isValid({
    signatureVersion: 'v3',
    signature,
    clientSecret: SECRET,
    requestBody: BODY,
    url: REQUEST.uri,
    timestamp,
  })

  expect(agrees).toBe(true)
})

test.each([
  ['body', { rawBody: Buffer.from(`${BODY} `) }],
  ['method', { method: 'PUT' }],
  ['address', { uri: 'https://www.example.com/other' }],
  ['time', { timestamp: String(SENT_AT + 1) }],
  ['secret', { secret: 'another' }],
  ['signature', { signature: 'AAAA' }],
  ['timestamp that is no number', { timestamp: 'yesterday' }],
])('refuses another %s', (_, changes) => {
  expect(verifyHubspotSignature({ ...REQUEST, ...changes })).toBe('wrong')
})

test.each([
  ['signature', { signature: undefined }],
  ['empty signature', { signature: '' }],
  ['timestamp', { timestamp: undefined }],
])('refuses a missing %s', (_, changes) => {
  expect(verifyHubspotSignature({ ...REQUEST, ...changes })).toBe('missing')
})

test.each([
  [300_000, 'valid'],
  [300_001, 'stale'],
  [-300_000, 'valid'],
  [-300_001, 'stale'],
])('treats a delivery %i ms old as %s', (ageMs, verdict) => {
  expect(verifyHubspotSignature({ ...REQUEST, nowMs: SENT_AT + ageMs })).toBe(verdict)
})

test('signs over the decoded address: twelve codes and no others', () => {
  const encoded =
    'https://x.example/a%3A%2f%3F%40%21%24%27%28%29%2A%2C%3B%20%26%3D%2B?b=%3Ac&d=%2520'
  const decoded = "https://x.example/a:/?@!$'()*,;%20%26%3D%2B?b=:c&d=%2520"
  const { signature } = signed({ uri: decoded })

  const verdict = verifyHubspotSignature({ ...REQUEST, uri: encoded, signature })

  expect(verdict).toBe('valid')
})

test('signs bodies byte by byte', () => {
  const rawBody = Buffer.from([0xff, 0xfe, 0x00])

  expect(verifyHubspotSignature(signed({ rawBody }))).toBe('valid')
  expect(verifyHubspotSignature({ ...signed({ rawBody }), rawBody: Buffer.from('��\0') })).toBe(
    'wrong',
  )
})

const event = (fields: object) => ({ eventId: 1, portalId: 1, occurredAt: SENT_AT, ...fields })
const parseOne = (fields: object) => parseHubspotEvents([event(fields)])[0]

test('groups events by portal and names each record once', () => {
  const body = [
    ...JSON.parse(BODY),
    event({ subscriptionType: 'contact.propertyChange', objectId: 5, propertyName: 'jobtitle' }),
    event({ eventType: 'contact.propertyChange', objectId: 5, propertyName: 'email' }),
    event({ subscriptionType: 'company.restore', objectId: '9' }),
  ]

  expect(parseHubspotEvents(body)).toEqual([
    {
      portalId: 'hubspot:62515',
      events: 1,
      refs: [{ object: 'contact', id: '123' }],
      deleted: [],
      forgotten: [],
      activities: [],
    },
    {
      portalId: 'hubspot:1',
      events: 3,
      refs: [
        { object: 'contact', id: '5' },
        { object: 'company', id: '9' },
      ],
      deleted: [],
      forgotten: [],
      activities: [],
    },
  ])
})

test('reads an ordinary deletion as deleted', () => {
  expect(parseOne({ subscriptionType: 'contact.deletion', objectId: 7 })).toMatchObject({
    refs: [],
    deleted: [{ object: 'contact', id: '7' }],
    forgotten: [],
  })
})

test.each([
  [['contact.privacyDeletion']],
  [['contact.privacyDeletion', 'contact.deletion']],
  [['contact.deletion', 'contact.privacyDeletion', 'contact.privacyDeletion']],
  [['contact.propertyChange', 'contact.privacyDeletion', 'contact.restore']],
])('reads %j as one person to be forgotten and nobody merely deleted', (types) => {
  const [events] = parseHubspotEvents(
    types.map((subscriptionType) => ({ portalId: 1, subscriptionType, objectId: 7 })),
  )

  expect(events).toMatchObject({
    refs: [],
    deleted: [],
    forgotten: [{ object: 'contact', id: '7' }],
  })
})

test('looks at both sides of a merge', () => {
  const merged = parseOne({
    subscriptionType: 'contact.merge',
    objectId: 1,
    primaryObjectId: 1,
    mergedObjectIds: [2],
    newObjectId: 3,
  })

  expect(merged?.refs.map(({ id }) => id).toSorted()).toEqual(['1', '2', '3'])
})

test.each([
  [{ subscriptionType: 'contact.associationChange', associationType: 'CONTACT_TO_COMPANY' }],
  [
    {
      subscriptionType: 'object.associationChange',
      fromObjectTypeId: '0-1',
      toObjectTypeId: '0-2',
    },
  ],
])('looks at both sides of an association: %j', (fields) => {
  const changed = parseOne({ ...fields, fromObjectId: 1, toObjectId: 2 })

  expect(changed?.refs).toEqual([
    { object: 'contact', id: '1' },
    { object: 'company', id: '2' },
  ])
})

test.each([
  ['deal', { associationType: 'DEAL_TO_CONTACT' }],
  ['object', { fromObjectTypeId: '0-48', toObjectTypeId: '0-1' }],
])('reads the contact of a %s association, and with it whatever hangs on it', (subject, fields) => {
  const changed = parseOne({
    subscriptionType: `${subject}.associationChange`,
    ...fields,
    fromObjectId: 1,
    toObjectId: 2,
  })

  expect(changed).toMatchObject({ refs: [{ object: 'contact', id: '2' }], activities: [] })
})

test('knows the first side of an association by the name of the event', () => {
  const changed = parseOne({ subscriptionType: 'contact.associationChange', fromObjectId: 1 })

  expect(changed?.refs).toEqual([{ object: 'contact', id: '1' }])
})

test.each([
  ['deal.creation', {}, 'deals'],
  ['deal.propertyChange', { propertyName: 'dealstage' }, 'deals'],
  ['deal.restore', {}, 'deals'],
  ['deal.merge', {}, 'deals'],
  ['object.creation', { objectTypeId: '0-3' }, 'deals'],
  ['object.propertyChange', { objectTypeId: '0-47', propertyName: 'hs_timestamp' }, 'meetings'],
  ['object.creation', { objectTypeId: '0-49' }, 'emails'],
  ['object.restore', { objectTypeId: '0-18' }, 'communications'],
])('%s %j asks for a look at the contacts of %s', (subscriptionType, fields, object) => {
  expect(parseOne({ subscriptionType, objectId: 9, ...fields })).toMatchObject({
    refs: [],
    activities: [{ object, id: '9' }],
  })
})

test('names activities for a later look at their contacts', () => {
  const created = parseOne({
    subscriptionType: 'object.creation',
    objectTypeId: '0-48',
    objectId: 874_716_779_721,
  })

  expect(created).toMatchObject({ refs: [], activities: [{ object: 'calls', id: '874716779721' }] })
})

test('does not take our own writes for work, but takes feedback of reps', () => {
  const change = (propertyName: string) =>
    parseOne({ subscriptionType: 'contact.propertyChange', objectId: 5, propertyName })?.refs

  expect(change('leadwell_score')).toEqual([])
  expect(change('leadwell_feedback')).toEqual([{ object: 'contact', id: '5' }])
})

test.each([
  [{ subscriptionType: 'conversation.newMessage', objectId: 1 }],
  [{ subscriptionType: 'contact.somethingNew', objectId: 1 }],
  [{ subscriptionType: 'contact.creation' }],
  [{ objectId: 1 }],
])('passes over %j', (fields) => {
  expect(parseOne(fields)).toMatchObject({ refs: [], deleted: [], activities: [] })
})

test('passes over entries that are no events', () => {
  expect(parseHubspotEvents([null, 'x', {}])).toEqual([])
})

test.each([[{}], [null], ['[]']])('refuses %j, which is no list of events', (body) => {
  expect(() => parseHubspotEvents(body)).toThrow(
    expect.objectContaining({ code: 'webhook-malformed' }),
  )
})

const anyEvent = fc.record({
  portalId: fc.constantFrom(1, '2'),
  subscriptionType: fc.constantFrom(
    'contact.creation',
    'contact.deletion',
    'contact.privacyDeletion',
    'company.merge',
    'company.deletion',
    'contact.associationChange',
    'object.propertyChange',
    'ticket.creation',
  ),
  objectId: fc.integer({ min: 1, max: 6 }),
  objectTypeId: fc.constantFrom('0-1', '0-2', '0-3', '0-48', '2-1234'),
  associationType: fc.constant('CONTACT_TO_COMPANY'),
  fromObjectId: fc.integer({ min: 1, max: 6 }),
  toObjectId: fc.integer({ min: 1, max: 6 }),
  primaryObjectId: fc.integer({ min: 1, max: 6 }),
  mergedObjectIds: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
})

/** What a delivery asks for, in no order and whatever the number of events that said so. */
const askedFor = (body: unknown): unknown =>
  parseHubspotEvents(body)
    .map(({ portalId, ...asked }) => [
      portalId,
      ...Object.entries(asked).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map((one) => JSON.stringify(one)).toSorted() : undefined,
      ]),
    ])
    .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))

test('neither order nor repetition of events changes what is asked for', () => {
  const shuffled = fc
    .array(anyEvent, { maxLength: 20 })
    .chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
      ),
    )
  fc.assert(
    fc.property(shuffled, ([events, again]) => {
      expect(askedFor(again)).toEqual(askedFor(events))
    }),
  )
})

test('no event, however odd, keeps the others of its delivery from being read', () => {
  const good = event({ subscriptionType: 'contact.creation', objectId: 5 })
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (odd) => {
      const told = parseHubspotEvents([...odd, good])
      expect(told.find(({ portalId }) => portalId === 'hubspot:1')?.refs).toContainEqual({
        object: 'contact',
        id: '5',
      })
    }),
  )
})
