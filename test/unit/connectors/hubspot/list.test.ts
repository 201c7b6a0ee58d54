import { expect, test } from 'vitest'
import { useHttpMock } from '#test/http-mock.ts'
import {
  API,
  CONTACT_FIELDS,
  createConnector,
  createHarness,
  mockProperties,
  NOW,
} from './harness.ts'

const mock = useHttpMock()
const CONTACTS = '/crm/objects/2026-09/contacts'
const ALL = 'companies,calls,emails,meetings,communications,deals'
const REFUSED = { category: 'VALIDATION_ERROR' }
const contact = (id: string, more: object = {}) => ({
  id,
  properties: { jobtitle: 'HR Director' },
  createdAt: '2026-01-01T00:00:00Z',
  archived: false,
  ...more,
})
const linked = (...ids: string[]) => ({
  results: ids.map((id) => ({ id, type: 'contact_to_call' })),
})

test('asks for existing allow-listed properties only, never for sensitive ones', async () => {
  const scope = mock(API)
  mockProperties(scope, 'companies', [
    'industry',
    'website',
    { name: 'numberofemployees', dataSensitivity: 'non_sensitive' },
    { name: 'state', dataSensitivity: 'sensitive' },
    { name: 'self_insured', archived: true },
  ])
  scope
    .get('/crm/objects/2026-09/companies')
    .query({ limit: '100', archived: 'false', properties: 'industry,numberofemployees' })
    .reply(200, { results: [{ id: '1', properties: { numberofemployees: '40', state: 'TX' } }] })

  const page = await createConnector().list('company', undefined)

  expect(page.next).toBeUndefined()
  expect(page.records).toMatchObject([{ object: 'company', id: '1', facts: { companySize: 40 } }])
  expect(page.records[0]?.facts).not.toHaveProperty('companyState')
})

test('goes on from the cursor', async () => {
  const scope = mock(API)
  mockProperties(scope, 'companies', ['industry'])
  scope
    .get('/crm/objects/2026-09/companies')
    .query(({ after }) => after === '500')
    .reply(200, { results: [], paging: { next: { after: '600' } } })

  const page = await createConnector().list('company', '500')

  expect(page).toEqual({ records: [], next: '600' })
})

test('gathers twenty pages of contacts before reading their activities, each once', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', [...CONTACT_FIELDS, 'hs_email_last_open_date'])
  mockProperties(scope, 'calls', ['hs_timestamp', 'hs_call_status'])
  const listed = {
    limit: '50',
    associations: ALL,
    propertiesWithHistory: 'hs_email_last_open_date',
  }
  for (let page = 0; page < 20; page++) {
    const results = Array.from({ length: 50 }, (_, index) => {
      const id = String(page * 50 + index + 1)
      const calls = Number(id) <= 100 ? linked(`c${id}`, 'shared') : linked('shared')
      return contact(id, { associations: { calls } })
    })
    scope
      .get(CONTACTS)
      .query((query) => {
        const { limit, associations, propertiesWithHistory, after } = query
        expect({ limit, associations, propertiesWithHistory }).toEqual(listed)
        return after === (page === 0 ? undefined : String(page * 50))
      })
      .reply(200, { results, paging: { next: { after: String(page * 50 + 50) } } })
  }
  const sizes: number[] = []
  scope
    .post('/crm/objects/2026-09/calls/batch/read')
    .times(2)
    .reply(async (request: Request) => {
      const { inputs } = (await request.json()) as { inputs: { id: string }[] }
      sizes.push(inputs.length)
      const properties = { hs_timestamp: '2026-11-01T10:00:00Z', hs_call_status: 'COMPLETED' }
      return [200, { results: inputs.map(({ id }) => ({ id, properties })) }]
    })
  const harness = createHarness()

  const page = await createConnector(harness).list('contact', undefined)

  expect(page.records).toHaveLength(1_000)
  expect(page.next).toBe('1000')
  expect(sizes).toEqual([100, 1])
  expect(page.records[999]?.activities).toEqual([
    { kind: 'call-connected', category: 'other', at: Date.UTC(2026, 10, 1, 10) },
  ])
})

test('takes the primary company and lets what the contact says itself go first', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', CONTACT_FIELDS)
  const companies = {
    results: [
      { id: '7', type: 'contact_to_company_unlabeled' },
      { id: '8', type: 'contact_to_company' },
    ],
  }
  scope
    .get(CONTACTS)
    .query(true)
    .reply(200, {
      results: [
        contact('1', { associations: { companies } }),
        contact('2', { associations: { companies }, properties: { associatedcompanyid: '9' } }),
        contact('3'),
      ],
    })

  const { records } = await createConnector().list('contact', undefined)

  expect(records.map(({ companyId }) => companyId)).toEqual(['8', '9', undefined])
})

test('completes association lists that were cut short', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', CONTACT_FIELDS)
  mockProperties(scope, 'calls', ['hs_timestamp', 'hs_call_status'])
  const cut = { ...linked('11'), paging: { next: { after: 'x' } } }
  const inputs: unknown[] = []
  scope
    .get(CONTACTS)
    .query(true)
    .reply(200, { results: [contact('1', { associations: { calls: cut } }), contact('2')] })
    .post('/crm/associations/2026-09/contacts/calls/batch/read', (body) => inputs.push(body) > 0)
    .reply(200, {
      results: [
        { from: { id: '1' }, to: [{ toObjectId: 11 }], paging: { next: { after: 'page-2' } } },
      ],
    })
    .post('/crm/associations/2026-09/contacts/calls/batch/read', (body) => inputs.push(body) > 0)
    .reply(207, { results: [{ from: { id: '1' }, to: [{ id: '12' }] }], errors: [] })
    .post('/crm/objects/2026-09/calls/batch/read', ({ inputs: ids }) => ids.length === 2)
    .reply(200, { results: [] })

  await createConnector().list('contact', undefined)

  expect(inputs).toEqual([{ inputs: [{ id: '1' }] }, { inputs: [{ id: '1', after: 'page-2' }] }])
})

test('lists without history where a server refuses it, and remembers', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', ['hs_email_last_open_date'])
  scope
    .get(CONTACTS)
    .query(({ propertiesWithHistory }) => propertiesWithHistory !== undefined)
    .reply(400, REFUSED)
    .get(CONTACTS)
    .query(
      ({ propertiesWithHistory, limit }) => propertiesWithHistory === undefined && limit === '100',
    )
    .times(2)
    .reply(200, { results: [] })
  const connector = createConnector()

  await connector.list('contact', undefined)
  const page = await connector.list('contact', '5')

  expect(page.records).toEqual([])
})

test('asks for associations apart where a list does not give them', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', ['jobtitle'])
  scope
    .get(CONTACTS)
    .query(({ associations }) => associations !== undefined)
    .times(2)
    .reply(400, REFUSED)
    .get(CONTACTS)
    .query(({ associations }) => associations === undefined)
    .reply(200, { results: [contact('1')] })
    .post(/^\/crm\/associations\/2026-09\/contacts\/(calls|emails|meetings|communications|deals)\//)
    .times(5)
    .reply(200, { results: [] })
  const harness = createHarness()

  const page = await createConnector(harness).list('contact', undefined)

  expect(page.records).toHaveLength(1)
  expect(harness.taken.filter((pool) => pool === 'associations')).toHaveLength(5)
})

test('goes on without an activity source it may not read, and says so once', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', CONTACT_FIELDS)
  scope
    .get('/crm/properties/2026-09/emails')
    .reply(403, { category: 'MISSING_SCOPES' })
    .get(CONTACTS)
    .query(true)
    .times(2)
    .reply(200, { results: [contact('1', { associations: { emails: linked('21') } })] })
    .post('/crm/objects/2026-09/emails/batch/read')
    .reply(403, { category: 'MISSING_SCOPES' })
  const harness = createHarness()
  const connector = createConnector(harness)

  await connector.list('contact', undefined)
  const page = await connector.list('contact', undefined)

  expect(page.records).toMatchObject([{ id: '1', activities: [] }])
  expect(harness.warnings).toEqual(['HubSpot source is not readable and is skipped emails'])
})

test('keeps contacts required: what refuses them stops the run', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', CONTACT_FIELDS)
  scope.get(CONTACTS).query(true).times(3).reply(403, { category: 'MISSING_SCOPES' })

  const listed = createConnector().list('contact', undefined)

  await expect(listed).rejects.toMatchObject({ code: 'hubspot-missing-scope' })
})

test('leaves out what is still to happen', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', CONTACT_FIELDS)
  mockProperties(scope, 'meetings', ['hs_timestamp', 'hs_meeting_outcome'])
  const properties = { hs_timestamp: String(NOW + 86_400_000), hs_meeting_outcome: 'SCHEDULED' }
  scope
    .get(CONTACTS)
    .query(true)
    .reply(200, { results: [contact('1', { associations: { meetings: linked('31') } })] })
    .post('/crm/objects/2026-09/meetings/batch/read')
    .reply(200, {
      results: [{ id: '31', properties, createdAt: new Date(NOW + 1).toISOString() }],
    })

  const page = await createConnector().list('contact', undefined)

  expect(page.records[0]?.activities).toEqual([])
})

test('keeps a sensitive property out even when a server sends it unasked', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', [
    { name: 'lifecyclestage', dataSensitivity: 'sensitive' },
    'jobtitle',
  ])
  scope
    .get(CONTACTS)
    .query(true)
    .reply(200, { results: [contact('1', { properties: { lifecyclestage: 'customer' } })] })

  const page = await createConnector().list('contact', undefined)

  expect(page.records[0]?.facts).toEqual({})
})
