import { expect, test } from 'vitest'
import { allow, BOOLEAN } from '#src/privacy/allow.ts'
import { useHttpMock } from '#test/http-mock.ts'
import { API, createConnector, createHarness, mockProperties, NOW } from './harness.ts'

const mock = useHttpMock()
const MINUTE = 60_000
const SINCE = NOW - 60 * MINUTE
const iso = (ms: number): string => new Date(ms).toISOString()
const search = (type: string): string => `/crm/objects/2026-09/${type}/search`
const EMPTY = { total: 0, results: [] }
const ACTIVITY_SEARCHES = /\/(calls|emails|meetings|communications|deals)\/search$/
const ACTIVITIES = ['calls', 'emails', 'meetings', 'communications', 'deals']

interface Body {
  filterGroups: { filters: { propertyName: string; operator: string; value: string }[] }[]
  sorts: unknown[]
  properties: string[]
  limit: number
  after: string
}
type Scope = ReturnType<typeof mock>

function quiet(scope: Scope, types: readonly string[]): void {
  for (const type of types) {
    mockProperties(scope, type, ['industry', 'hs_lastmodifieddate'])
    scope.post(search(type)).reply(200, EMPTY)
  }
}

const CONTACT_PROPERTIES = ['jobtitle', 'lastmodifieddate', 'associatedcompanyid', 'hs_object_id']
const found = (id: number, at: number, more: object = {}) => ({
  id: String(id),
  properties: { lastmodifieddate: iso(at), ...more },
})

test('searches from the last stamp less the overlap, all five fields sent', async () => {
  const scope = mock(API)
  quiet(scope, ['companies', ...ACTIVITIES])
  mockProperties(scope, 'contacts', CONTACT_PROPERTIES)
  let body: Body | undefined
  scope
    .post(search('contacts'), (sent: Body) => {
      body = sent
      return true
    })
    .reply(200, { results: [found(5, NOW - MINUTE)] })
  const cursor = { contacts: { since: SINCE, reachedAt: NOW - MINUTE, seen: [] } }

  const page = await createConnector().changes(cursor, 0)

  expect(body).toEqual({
    filterGroups: [
      {
        filters: [
          {
            propertyName: 'lastmodifieddate',
            operator: 'GTE',
            value: String(SINCE - 5 * MINUTE),
          },
        ],
      },
    ],
    sorts: [{ propertyName: 'lastmodifieddate', direction: 'ASCENDING' }],
    properties: ['jobtitle', 'hs_email_optout', 'associatedcompanyid', 'lastmodifieddate'],
    limit: 200,
    after: '0',
  })
  expect(page.changed.map(({ ref }) => ref)).toEqual([{ object: 'contact', id: '5' }])
  expect(page.cursor).toMatchObject({ contacts: { since: NOW - MINUTE, reachedAt: NOW } })
})

test.each([undefined, null, 'x', { contacts: 5 }, { contacts: { since: 'x' } }])(
  'starts at the given time when the cursor is %j',
  async (cursor) => {
    const scope = mock(API)
    quiet(scope, ['companies', ...ACTIVITIES])
    mockProperties(scope, 'contacts', CONTACT_PROPERTIES)
    const value = String(SINCE - 5 * MINUTE)
    scope
      .post(search('contacts'), (body: Body) => body.filterGroups[0]?.filters[0]?.value === value)
      .reply(200, EMPTY)

    const page = await createConnector().changes(cursor, SINCE)

    expect(page.changed).toEqual([])
  },
)

test('gives the fingerprint that reading the record gives, whatever we wrote on it', async () => {
  const scope = mock(API)
  quiet(scope, ['companies', ...ACTIVITIES])
  mockProperties(scope, 'contacts', CONTACT_PROPERTIES)
  const properties = { jobtitle: 'HR Director', associatedcompanyid: '9', leadwell_score: '7' }
  scope
    .post(search('contacts'))
    .reply(200, { results: [found(5, NOW, properties)] })
    .post('/crm/objects/2026-09/contacts/batch/read')
    .reply(200, { results: [{ id: '5', properties: { ...properties, leadwell_score: '81' } }] })
    .post(/^\/crm\/associations\//)
    .times(5)
    .reply(200, { results: [] })
  const connector = createConnector()

  const { changed } = await connector.changes(undefined, SINCE)
  const { records } = await connector.read([{ object: 'contact', id: '5' }])

  expect(changed[0]?.fingerprint).toBe(records[0]?.fingerprint)
})

test('steps over nothing when a record moves to the end while pages are read', async () => {
  const scope = mock(API)
  quiet(scope, ['companies', ...ACTIVITIES])
  mockProperties(scope, 'contacts', CONTACT_PROPERTIES)
  const stamps = new Map(Array.from({ length: 450 }, (_, index) => [index + 1, SINCE + index]))
  let calls = 0
  scope
    .post(search('contacts'))
    .times(3)
    .reply(async (request: Request) => {
      const { filterGroups, after } = (await request.json()) as Body
      const from = Number(filterGroups[0]?.filters[0]?.value)
      const results = [...stamps]
        .filter(([, at]) => at >= from)
        .toSorted(([, a], [, b]) => a - b)
        .slice(Number(after), Number(after) + 200)
        .map(([id, at]) => found(id, at))
      calls += 1
      if (calls === 1) stamps.set(1, SINCE + 10_000)
      return [200, { results }]
    })

  const { changed } = await createConnector().changes(undefined, SINCE)

  expect(new Set(changed.map(({ ref }) => ref.id)).size).toBe(450)
})

test('gets past ten thousand records of one stamp by their ids', async () => {
  const scope = mock(API)
  quiet(scope, ['companies', ...ACTIVITIES])
  mockProperties(scope, 'contacts', CONTACT_PROPERTIES)
  const ids = Array.from({ length: 10_300 }, (_, index) => index + 1)
  let beyondWall = false
  scope
    .post(search('contacts'))
    .times(51 + 52 + 1)
    .reply(async (request: Request) => {
      const { filterGroups, after, limit } = (await request.json()) as Body
      beyondWall ||= Number(after) + limit > 10_000
      const filters = filterGroups[0]?.filters ?? []
      const above = Number(filters.find(({ operator }) => operator === 'GT')?.value ?? 0)
      const from = Number(filters.find(({ operator }) => operator === 'GTE')?.value ?? 0)
      const results = ids
        .filter((id) => id > above && SINCE >= from)
        .slice(Number(after), Number(after) + limit)
        .map((id) => found(id, SINCE))
      return [200, { results }]
    })

  const { changed } = await createConnector().changes(undefined, SINCE)

  expect(changed).toHaveLength(10_300)
  expect(beyondWall).toBe(false)
})

test('asks who a new activity belongs to, and not again while it stays as it was', async () => {
  const scope = mock(API)
  quiet(scope, ['contacts', 'companies', 'emails', 'meetings', 'communications', 'deals'])
  mockProperties(scope, 'calls', ['hs_lastmodifieddate'])
  const call = { id: '51', properties: { hs_lastmodifieddate: iso(NOW - MINUTE) } }
  scope
    .post(search('calls'), (body: Body) => body.properties?.join() === 'hs_lastmodifieddate')
    .times(2)
    .reply(200, { results: [call] })
    .post('/crm/associations/2026-09/calls/contacts/batch/read', { inputs: [{ id: '51' }] })
    .reply(200, { results: [{ from: { id: '51' }, to: [{ toObjectId: 1 }] }] })
    .post(/\/(contacts|companies|emails|meetings|communications|deals)\/search$/)
    .times(6)
    .reply(200, EMPTY)
  const connector = createConnector()

  const first = await connector.changes(undefined, SINCE)
  const second = await connector.changes(JSON.parse(JSON.stringify(first.cursor)), 0)

  expect(first.touched).toEqual([{ object: 'contact', id: '1' }])
  expect(second.touched).toEqual([])
})

test('stops looking back once a quiet portal has been quiet for the overlap', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', CONTACT_PROPERTIES)
  mockProperties(scope, 'companies', ['industry'])
  for (const type of ACTIVITIES) mockProperties(scope, type, ['hs_timestamp'])
  const from: number[] = []
  scope
    .post(search('contacts'))
    .times(2)
    .reply(async (request: Request) => {
      const { filterGroups } = (await request.json()) as Body
      from.push(Number(filterGroups[0]?.filters[0]?.value))
      return [200, { results: [found(1, NOW - 1_000)] }]
    })
    .post(/\/(companies|calls|emails|meetings|communications|deals)\/search$/)
    .times(12)
    .reply(200, EMPTY)
  const harness = createHarness()
  const connector = createConnector(harness)

  const first = await connector.changes(undefined, SINCE)
  harness.now += 5 * MINUTE - 1
  const second = await connector.changes(first.cursor, 0)

  expect(from).toEqual([SINCE - 5 * MINUTE, NOW - 1_000 - 5 * MINUTE])
  expect(second.cursor).toMatchObject({ contacts: { since: NOW - 1_000, reachedAt: NOW } })
})

test('looks back no further than the last stamp after that', async () => {
  const scope = mock(API)
  quiet(scope, ['companies', ...ACTIVITIES])
  mockProperties(scope, 'contacts', CONTACT_PROPERTIES)
  const cursor = { contacts: { since: SINCE, reachedAt: NOW - 6 * MINUTE, seen: [] } }
  scope
    .post(
      search('contacts'),
      (body: Body) => body.filterGroups[0]?.filters[0]?.value === String(SINCE),
    )
    .reply(200, EMPTY)

  const page = await createConnector().changes(cursor, 0)

  expect(page.changed).toEqual([])
})

test.each([400, 403, 404])('does without activities whose search answers %i', async (status) => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', CONTACT_PROPERTIES)
  mockProperties(scope, 'companies', ['industry'])
  for (const type of ACTIVITIES) mockProperties(scope, type, ['hs_timestamp'])
  scope
    .post(/\/(contacts|companies)\/search$/)
    .times(2)
    .reply(200, EMPTY)
    .post(ACTIVITY_SEARCHES)
    .times(5)
    .reply(status, {})
  const harness = createHarness()

  const page = await createConnector(harness).changes(undefined, SINCE)

  expect(page.touched).toEqual([])
  expect(harness.warnings).toHaveLength(5)
})

test('searches by stamp alone where the list names more properties than a search may hold', async () => {
  const scope = mock(API)
  quiet(scope, ['companies', ...ACTIVITIES])
  const names = Array.from(
    { length: 60 },
    (_, index) => `a_property_with_a_rather_long_name_${index}`,
  )
  mockProperties(scope, 'contacts', [...names, 'lastmodifieddate'])
  const searched: string[][] = []
  const properties = { a_property_with_a_rather_long_name_7: 'true' }
  scope
    .post(search('contacts'), (body: Body) => searched.push(body.properties) > 0)
    .reply(200, { results: [found(5, NOW), found(6, NOW)] })
    .post('/crm/objects/2026-09/contacts/batch/read', (body) => body.properties.length > 60)
    .reply(207, { results: [{ id: '5', properties }], errors: [] })
    .post('/crm/objects/2026-09/contacts/batch/read')
    .reply(200, { results: [{ id: '5', properties }] })
    .post(/^\/crm\/associations\//)
    .times(6)
    .reply(200, { results: [] })
  const harness = createHarness()
  const shipped = harness.deps.allowList
  const contact = [
    ...(shipped.fields.contact ?? []).filter(({ field }) => field !== 'leadwell_feedback'),
    ...names.map((name, index) => allow(name, `own${index}`, BOOLEAN)),
  ]
  const allowList = { ...shipped, fields: { ...shipped.fields, contact } }
  const connector = createConnector({ ...harness, deps: { ...harness.deps, allowList } })

  const { changed } = await connector.changes(undefined, SINCE)
  const { records } = await connector.read([{ object: 'contact', id: '5' }])

  expect(searched).toEqual([['lastmodifieddate']])
  expect(changed).toMatchObject([
    { ref: { object: 'contact', id: '5' }, fingerprint: records[0]?.fingerprint },
  ])
})
