import { expect, test } from 'vitest'
import type { RecordRef } from '#src/ports.ts'
import { useHttpMock } from '#test/http-mock.ts'
import { API, createConnector, createHarness, mockProperties } from './harness.ts'

const mock = useHttpMock()
const READ = '/crm/objects/2026-09/contacts/batch/read'
const ASSOCIATIONS = /^\/crm\/associations\/2026-09\/contacts\/(\w+)\/batch\/read$/
const DATED = 'hs_email_last_open_date'
const contactRef = (id: string): RecordRef => ({ object: 'contact', id })
const contactRefs = (count: number): RecordRef[] =>
  Array.from({ length: count }, (_, index) => contactRef(String(index + 1)))
interface Body {
  inputs: { id: string }[]
  properties: string[]
  propertiesWithHistory: string[]
}

test('reads a hundred contacts in halves because history is asked for', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', ['jobtitle', 'associatedcompanyid', DATED])
  const bodies: Body[] = []
  scope
    .post(READ)
    .times(2)
    .reply(async (request: Request) => {
      const body = (await request.json()) as Body
      bodies.push(body)
      const properties = { associatedcompanyid: '9' }
      return [200, { results: body.inputs.map(({ id }) => ({ id, properties })) }]
    })
    .post(ASSOCIATIONS, ({ inputs }) => inputs.length === 100)
    .times(5)
    .reply(200, { results: [] })
  const harness = createHarness()

  const { records, missing } = await createConnector(harness).read(contactRefs(100))

  expect(bodies.map(({ inputs }) => inputs.length)).toEqual([50, 50])
  expect(bodies[0]?.properties).toEqual([
    'jobtitle',
    'hs_email_optout',
    DATED,
    'associatedcompanyid',
  ])
  expect(bodies[0]?.propertiesWithHistory).toEqual([DATED])
  expect(records).toHaveLength(100)
  expect(records[0]?.companyId).toBe('9')
  expect(missing).toEqual([])
  expect(harness.taken.filter((pool) => pool === 'associations')).toHaveLength(5)
})

test('reads a hundred at once, all fields sent, where nothing has a history', async () => {
  const scope = mock(API)
  mockProperties(scope, 'companies', ['industry'])
  scope
    .post('/crm/objects/2026-09/companies/batch/read', {
      inputs: [{ id: '4' }],
      properties: ['industry'],
      propertiesWithHistory: [],
    })
    .reply(200, { results: [{ id: '4', properties: { industry: 'HOSPITAL_HEALTH_CARE' } }] })

  const { records } = await createConnector().read([{ object: 'company', id: '4' }])

  expect(records).toMatchObject([{ object: 'company', id: '4', activities: [] }])
})

test.each([200, 207])('names records missing that a %i leaves out', async (status) => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', ['jobtitle'])
  scope
    .post(READ)
    .reply(status, {
      results: [
        { id: '1', properties: {} },
        { id: '3', properties: {}, archived: true },
      ],
      errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['2'] } }],
    })
    .post(ASSOCIATIONS)
    .times(6)
    .reply(200, { results: [] })

  const { records, missing } = await createConnector().read(contactRefs(3))

  expect(records.map(({ id }) => id)).toEqual(['1'])
  expect(missing).toEqual([contactRef('2'), contactRef('3')])
})

test('does not take a row that failed for a moment for a record that is gone', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', ['jobtitle'])
  scope.post(READ).reply(207, { results: [], errors: [{ category: 'INTERNAL_ERROR' }] })

  const read = createConnector().read(contactRefs(1))

  await expect(read).rejects.toMatchObject({ name: 'TransientError' })
})

test('finds company and activities by association', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', ['jobtitle'])
  mockProperties(scope, 'calls', ['hs_timestamp', 'hs_call_disposition'])
  const to = (...ids: number[]) => ({
    results: [{ from: { id: '1' }, to: ids.map((toObjectId) => ({ toObjectId })) }],
  })
  scope
    .post(READ)
    .reply(200, { results: [{ id: '1', properties: {} }] })
    .post(/contacts\/companies/)
    .reply(200, {
      results: [
        {
          from: { id: '1' },
          to: [
            { toObjectId: 5, associationTypes: [{ typeId: 279, category: 'HUBSPOT_DEFINED' }] },
            { toObjectId: 6, associationTypes: [{ typeId: 1 }] },
          ],
        },
      ],
    })
    .post(/contacts\/calls/)
    .reply(200, to(51))
    .post(/contacts\/(emails|meetings|deals)/)
    .times(3)
    .reply(200, { results: [] })
    .post(/contacts\/communications/)
    .reply(404)
    .post('/crm/objects/2026-09/calls/batch/read')
    .reply(200, {
      results: [
        {
          id: '51',
          properties: {
            hs_timestamp: '2026-11-02T00:00:00Z',
            hs_call_disposition: '73a0d17f-1163-4015-bdd5-ec830791da20',
          },
        },
      ],
    })

  const { records } = await createConnector().read(contactRefs(1))

  expect(records).toMatchObject([
    {
      id: '1',
      companyId: '6',
      activities: [{ kind: 'call-no-answer', at: Date.UTC(2026, 10, 2) }],
    },
  ])
})

test('reads without history where a server refuses it', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', [DATED])
  scope
    .post(READ, ({ propertiesWithHistory }) => propertiesWithHistory.length === 1)
    .reply(400, {})
    .post(READ, ({ propertiesWithHistory }) => propertiesWithHistory.length === 0)
    .reply(200, { results: [{ id: '1', properties: { [DATED]: '2026-11-03T08:00:00Z' } }] })
    .post(ASSOCIATIONS)
    .times(6)
    .reply(200, { results: [] })

  const { records } = await createConnector().read(contactRefs(1))

  expect(records[0]?.activities).toMatchObject([
    { kind: 'email-opened', at: Date.UTC(2026, 10, 3, 8) },
  ])
})

test('tells the contacts that activities belong to', async () => {
  mock(API)
    .post('/crm/associations/2026-09/calls/contacts/batch/read', { inputs: [{ id: '51' }] })
    .reply(200, { results: [{ from: { id: '51' }, to: [{ toObjectId: 1 }, { toObjectId: 2 }] }] })
    .post('/crm/associations/2026-09/meetings/contacts/batch/read', { inputs: [{ id: '61' }] })
    .reply(200, { results: [{ from: { id: '61' }, to: [{ toObjectId: 2 }] }] })

  const refs = await createConnector().recordsOfActivities([
    { object: 'calls', id: '51' },
    { object: 'calls', id: '51' },
    { object: 'meetings', id: '61' },
  ])

  expect(refs).toEqual([contactRef('1'), contactRef('2')])
})
