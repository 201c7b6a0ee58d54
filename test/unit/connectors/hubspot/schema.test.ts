import { expect, test } from 'vitest'
import { allow, BOOLEAN, codes } from '#src/privacy/allow.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { useHttpMock } from '#test/http-mock.ts'
import { API, createConnector, createHarness, mockNoExtras, mockProperties } from './harness.ts'

const mock = useHttpMock()
const PROPERTIES = '/crm/properties/2026-09'
const LIST = '/crm/objects/2026-09/contacts'
const MISSING_SCOPE = { category: 'MISSING_SCOPES', context: { requiredScopes: ['x'] } }

/** The shipped list with these contact entries instead of its own. */
function listWith(...contact: ReturnType<typeof allow>[]): AllowList {
  const shipped = shippedAllowList('hubspot')
  return { ...shipped, fields: { ...shipped.fields, contact } }
}

function connectorWith(allowList: AllowList, harness = createHarness()) {
  return createConnector({ ...harness, deps: { ...harness.deps, allowList } })
}

/** Announces one page of one contact and tells which properties were named. */
function answerContact(properties: object, asked: string[] = []): void {
  mockNoExtras(mock(API))
  mock(API)
    .get(LIST)
    .query(({ properties: names }) => {
      asked.push(...String(names).split(','))
      return true
    })
    .reply(200, { results: [{ id: '1', properties }] })
}

test('describes every property of every object, sensitive ones where it may see them', async () => {
  const scope = mock(API)
  const none = { results: [] }
  const hung = ['calls', 'emails', 'meetings', 'communications', 'deals']
  for (const type of ['contacts', 'companies', ...hung]) {
    const isContacts = type === 'contacts'
    scope.get(`${PROPERTIES}/${type}`).reply(200, isContacts ? { results: OPEN } : none)
    scope
      .get(`${PROPERTIES}/${type}?dataSensitivity=sensitive`)
      .reply(200, isContacts ? { results: SENSITIVE } : none)
    scope.get(`${PROPERTIES}/${type}?dataSensitivity=highly_sensitive`).reply(403, MISSING_SCOPE)
  }

  const fields = await createConnector().schema()

  const common = { source: 'contact', sensitivity: 'none', classes: [], options: [] }
  expect(fields).toEqual([
    { ...common, field: 'jobtitle', label: 'Job title', type: 'text', custom: false },
    { ...common, field: 'notes', label: 'Notes', type: 'long-text', custom: true },
    {
      ...common,
      field: 'elements',
      label: 'Elements',
      type: 'choices',
      custom: true,
      options: ['signature', 'date'],
    },
    { ...common, field: 'owner', label: 'Owner', type: 'reference', custom: false },
    {
      ...common,
      field: 'diagnosis',
      label: 'Diagnosis',
      type: 'text',
      custom: true,
      sensitivity: 'sensitive',
      classes: ['HIPAA'],
    },
  ])
})

const OPEN = [
  { name: 'jobtitle', label: 'Job title', type: 'string', fieldType: 'text', hubspotDefined: true },
  { name: 'notes', label: 'Notes', type: 'string', fieldType: 'textarea', hubspotDefined: false },
  {
    name: 'elements',
    label: 'Elements',
    type: 'enumeration',
    fieldType: 'checkbox',
    options: [{ value: 'signature' }, { value: 'date' }],
  },
  {
    name: 'owner',
    label: 'Owner',
    type: 'enumeration',
    fieldType: 'select',
    referencedObjectType: 'OWNER',
    hubspotDefined: true,
  },
  { name: 'old', label: 'Old', type: 'string', fieldType: 'text', archived: true },
]
const SENSITIVE = [
  {
    name: 'diagnosis',
    label: 'Diagnosis',
    type: 'string',
    fieldType: 'text',
    dataSensitivity: 'sensitive',
    sensitiveDataCategories: ['HIPAA'],
  },
]

test('names no sensitive property without a recorded basis, and none in vain', async () => {
  const asked: string[] = []
  mockProperties(mock(API), 'contacts', ['jobtitle', ...SENSITIVE])
  answerContact({ jobtitle: 'CEO', diagnosis: 'yes' }, asked)
  const list = listWith(
    allow('jobtitle', 'role', codes('role')),
    allow('diagnosis', 'crisis', BOOLEAN),
    allow('never_was', 'revoked', BOOLEAN),
  )

  const { records } = await connectorWith(list).list('contact', undefined)

  expect(asked).toEqual(['jobtitle'])
  expect(records[0]?.facts).not.toHaveProperty('crisis')
})

test('looks for a sensitive property and reads it when its owner gave a basis', async () => {
  const asked: string[] = []
  mockProperties(mock(API), 'contacts', ['jobtitle'])
  const scope = mock(API)
  const path = `${PROPERTIES}/contacts?dataSensitivity=`
  scope.get(`${path}sensitive`).reply(200, { results: SENSITIVE })
  scope.get(`${path}highly_sensitive`).reply(403, MISSING_SCOPE)
  answerContact({ diagnosis: 'true' }, asked)
  const basis = 'Crisis protocol agreed with the clinical director'
  const list = listWith(allow('diagnosis', 'crisis', BOOLEAN, { basis }))

  const { records } = await connectorWith(list).list('contact', undefined)

  expect(asked).toEqual(['diagnosis'])
  expect(records[0]?.facts).toMatchObject({ crisis: true })
})

test('holds people whose required opt-out vanished, and says so once', async () => {
  const harness = createHarness()
  const scope = mock(API)
  const old = { results: [{ name: 'jobtitle' }] }
  scope.get(`${PROPERTIES}/contacts`).twice().reply(200, old)
  answerContact({ jobtitle: 'CEO' })
  answerContact({ jobtitle: 'CEO' })
  const list = listWith(
    allow('jobtitle', 'role', codes('role')),
    allow('no_mail', 'emailOptOut', BOOLEAN, { required: true }),
  )
  const connector = connectorWith(list, harness)

  const first = await connector.list('contact', undefined)
  harness.now += 600_000
  await connector.list('contact', undefined)

  expect(first.records[0]?.facts).toMatchObject({ consentUnreadable: true })
  expect(harness.warnings).toHaveLength(1)
  expect(harness.warnings[0]).toContain('must be there')
})

test('tells a vanished opt-out alike in a list and in a search', async () => {
  const harness = createHarness()
  const scope = mock(API)
  scope.get(`${PROPERTIES}/contacts`).reply(200, { results: [{ name: 'lastmodifieddate' }] })
  answerContact({})
  for (const type of ['companies', 'calls', 'emails', 'meetings', 'communications', 'deals']) {
    mockProperties(scope, type, ['hs_lastmodifieddate'])
    scope.post(`/crm/objects/2026-09/${type}/search`).reply(200, { results: [] })
  }
  const stamped = { lastmodifieddate: new Date(harness.now).toISOString() }
  scope.post(`${LIST}/search`).reply(200, { results: [{ id: '1', properties: stamped }] })
  const connector = createConnector(harness)

  const { records } = await connector.list('contact', undefined)
  const { changed } = await connector.changes(undefined, harness.now - 60_000)

  expect(records[0]?.facts).toEqual({ consentUnreadable: true })
  expect(changed).toMatchObject([
    { ref: { object: 'contact', id: '1' }, fingerprint: records[0]?.fingerprint },
  ])
})

test('cuts an activity down to what may be read, whatever the answer holds', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', [])
  mockProperties(scope, 'calls', [
    'hs_timestamp',
    { name: 'hs_call_disposition', dataSensitivity: 'sensitive' },
  ])
  const calls = { results: [{ id: '9', type: 'contact_to_call' }] }
  scope
    .get(LIST)
    .query(true)
    .reply(200, { results: [{ id: '1', properties: {}, associations: { calls } }] })
  const connected = 'f240bbac-87c9-4f6e-bf70-924b57d47db7'
  const properties = { hs_timestamp: '2026-11-01T10:00:00Z', hs_call_disposition: connected }
  const asked: string[] = []
  scope.post('/crm/objects/2026-09/calls/batch/read').reply(async (request: Request) => {
    asked.push(...((await request.json()) as { properties: string[] }).properties)
    return [200, { results: [{ id: '9', properties }] }]
  })

  const { records } = await createConnector().list('contact', undefined)

  expect(asked).toEqual(['hs_timestamp'])
  expect(records[0]?.activities).toEqual([])
})
