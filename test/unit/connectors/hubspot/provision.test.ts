import { expect, test } from 'vitest'
import { PROPERTIES } from '#connectors/hubspot/provisioning/properties.ts'
import { useHttpMock } from '#test/http-mock.ts'
import { API, createConnector } from './harness.ts'

const mock = useHttpMock()
const BASE = '/crm/properties/2026-09'
type Scope = ReturnType<typeof mock>
const TYPES = ['contacts', 'companies'] as const

const existing = (type: 'contacts' | 'companies') =>
  PROPERTIES[type].map((definition) => ({ ...definition, groupName: 'leadwell', archived: false }))

const LIMITS = '/crm/limits/2026-09/custom-properties'

function mockPortal(scope: Scope, contacts: object[], companies: object[], groups: object[]): void {
  scope.get(`${BASE}/contacts/groups`).reply(200, { results: groups })
  scope.get(`${BASE}/contacts`).reply(200, { results: contacts })
  scope.get(`${BASE}/companies/groups`).reply(200, { results: groups })
  scope.get(`${BASE}/companies`).reply(200, { results: companies })
  if (contacts.length > 1 && companies.length > 1) return
  scope.get(LIMITS).reply(404)
}

test('only looks when it is a dry run', async () => {
  mockPortal(mock(API), [], [], [])

  const steps = await createConnector().provision({ dryRun: true })

  expect(steps.filter(({ kind }) => kind === 'group')).toEqual([
    { object: 'contact', kind: 'group', name: 'leadwell', action: 'create' },
    { object: 'company', kind: 'group', name: 'leadwell', action: 'create' },
  ])
  expect(steps.every(({ action }) => action === 'create')).toBe(true)
  expect(steps.filter(({ kind }) => kind === 'property')).toHaveLength(16 + 3)
})

test('creates group and properties that no form shows and every rep sees', async () => {
  const scope = mock(API)
  mockPortal(scope, [{ name: 'email', type: 'string' }], [], [{ name: 'contactinformation' }])
  const created: Record<string, unknown>[] = []
  for (const type of TYPES) {
    scope
      .post(`${BASE}/${type}/groups`, { name: 'leadwell', label: 'Leadwell', displayOrder: -1 })
      .reply(201, {})
      .post(`${BASE}/${type}/batch/create`, ({ inputs }) => created.push(...inputs) > 0)
      .reply(201, { results: [] })
  }

  await createConnector().provision({ dryRun: false })

  expect(created).toHaveLength(19)
  expect(created.find(({ name }) => name === 'leadwell_tier')).toMatchObject({
    groupName: 'leadwell',
    label: 'Leadwell tier',
    type: 'enumeration',
    fieldType: 'select',
    formField: false,
    hidden: false,
    options: [
      { value: 'sales_ready', label: 'Sales ready', displayOrder: 0, hidden: false },
      { value: 'nurture', label: 'Nurture', displayOrder: 1, hidden: false },
      { value: 'unqualified', label: 'Unqualified', displayOrder: 2, hidden: false },
    ],
  })
  expect(created.find(({ name }) => name === 'leadwell_feedback')?.['options']).toMatchObject([
    { value: 'useful' },
    { value: 'not_useful' },
    { value: 'wrong_audience' },
    { value: 'already_in_touch' },
  ])
  expect(created.every(({ label, description }) => Boolean(label) && Boolean(description))).toBe(
    true,
  )
})

test('changes nothing the second time', async () => {
  mockPortal(mock(API), existing('contacts'), existing('companies'), [{ name: 'leadwell' }])

  const steps = await createConnector().provision({ dryRun: false })

  expect(steps.filter(({ action }) => action !== 'keep')).toEqual([])
})

test('adds missing options and keeps those the portal made', async () => {
  const scope = mock(API)
  const contacts = existing('contacts').map((property) =>
    property.name === 'leadwell_tier'
      ? {
          ...property,
          options: [
            { value: 'nurture', label: 'Nurture', displayOrder: 0 },
            { value: 'vip', label: 'VIP', displayOrder: 1 },
          ],
        }
      : property,
  )
  mockPortal(scope, contacts, existing('companies'), [{ name: 'leadwell' }])
  let change: { options: { value: string }[] } | undefined
  scope
    .patch(`${BASE}/contacts/leadwell_tier`, (body) => {
      change = body
      return true
    })
    .reply(200, {})

  const steps = await createConnector().provision({ dryRun: false })

  expect(change?.options.map(({ value }) => value)).toEqual([
    'sales_ready',
    'nurture',
    'unqualified',
    'vip',
  ])
  expect(steps.filter(({ action }) => action !== 'keep')).toEqual([
    {
      object: 'contact',
      kind: 'property',
      name: 'leadwell_tier',
      action: 'update',
      changes: [
        {
          what: 'options',
          from: 'nurture "Nurture", vip "VIP"',
          to: 'sales_ready "Sales ready", nurture "Nurture", unqualified "Unqualified", vip "VIP"',
        },
      ],
    },
    { object: 'contact', kind: 'option', name: 'leadwell_tier:sales_ready', action: 'create' },
    { object: 'contact', kind: 'option', name: 'leadwell_tier:unqualified', action: 'create' },
  ])
})

test('hides holds that told too much, under other labels, and keeps them valid', async () => {
  const scope = mock(API)
  const former = [
    { value: 'crisis', label: 'Crisis', displayOrder: 0 },
    { value: 'minor', label: 'Minor', displayOrder: 1 },
    { value: 'part2_consent_missing', label: 'Part 2 consent missing', displayOrder: 2 },
  ]
  const contacts = existing('contacts').map((property) =>
    property.name === 'leadwell_hold' ? { ...property, options: former } : property,
  )
  mockPortal(scope, contacts, existing('companies'), [{ name: 'leadwell' }])
  let sent: { options: Record<string, unknown>[] } | undefined
  scope
    .patch(`${BASE}/contacts/leadwell_hold`, (body) => {
      sent = body
      return true
    })
    .reply(200, {})

  await createConnector().provision({ dryRun: false })

  const hidden = sent?.options.filter((option) => option['hidden'])
  const labels = sent?.options.map(({ label }) => label) ?? []
  expect(hidden).toMatchObject([
    { value: 'minor', label: 'For another team (former)' },
    { value: 'part2_consent_missing', label: 'Consent awaited (former)' },
  ])
  expect(labels).toEqual(expect.arrayContaining(['For another team', 'Consent awaited']))
  // HubSpot takes no two options of one label.
  expect(new Set(labels).size).toBe(labels.length)
})

test('offers no hold that tells of an age or of a kind of care', async () => {
  const hold = PROPERTIES.contacts.find(({ name }) => name === 'leadwell_hold')

  expect(JSON.stringify(hold)).not.toMatch(/minor|age\b|part.?2|substance|health/i)
})

test('renews a description somebody changed', async () => {
  const scope = mock(API)
  const contacts = existing('contacts').map((property) =>
    property.name === 'leadwell_model' ? { ...property, description: 'Mine' } : property,
  )
  mockPortal(scope, contacts, existing('companies'), [{ name: 'leadwell' }])
  scope
    .patch(`${BASE}/contacts/leadwell_model`, ({ description }) => description !== 'Mine')
    .reply(200, {})

  const steps = await createConnector().provision({ dryRun: false })

  expect(steps.filter(({ action }) => action === 'update').map(({ name }) => name)).toEqual([
    'leadwell_model',
  ])
})

test('stops when a property of our name is something else', async () => {
  const scope = mock(API)
  scope
    .get(`${BASE}/contacts`)
    .reply(200, { results: [{ name: 'leadwell_score', type: 'string', label: 'x' }] })

  const provisioned = createConnector().provision({ dryRun: false })

  await expect(provisioned).rejects.toMatchObject({ code: 'hubspot-property-conflict' })
})

test.each([
  ['hidden', { hidden: true }, 'true'],
  ['put on forms', { formField: true }, 'true'],
  ['moved to another group', { groupName: 'contactinformation' }, 'contactinformation'],
  ['given another field', { fieldType: 'radio' }, 'radio'],
])('puts right a property somebody has %s', async (_what, drift, from) => {
  const scope = mock(API)
  const contacts = existing('contacts').map((property) =>
    property.name === 'leadwell_tier' ? { ...property, ...drift } : property,
  )
  mockPortal(scope, contacts, existing('companies'), [{ name: 'leadwell' }])
  let sent: unknown
  scope
    .patch(`${BASE}/contacts/leadwell_tier`, (body) => {
      sent = body
      return true
    })
    .reply(200, {})

  const steps = await createConnector().provision({ dryRun: false })

  expect(sent).toMatchObject({
    groupName: 'leadwell',
    fieldType: 'select',
    hidden: false,
    formField: false,
  })
  const changed = steps.find(({ action }) => action === 'update')
  expect(changed?.changes).toMatchObject([{ what: Object.keys(drift)[0], from }])
})

test('shows options again that somebody hid or put in another order', async () => {
  const options = [
    { value: 'unqualified', label: 'Unqualified', displayOrder: 0, hidden: false },
    { value: 'nurture', label: 'Nurture', displayOrder: 1, hidden: true },
    { value: 'sales_ready', label: 'Sales ready', displayOrder: 2, hidden: false },
  ]
  const contacts = existing('contacts').map((property) =>
    property.name === 'leadwell_tier' ? { ...property, options } : property,
  )
  mockPortal(mock(API), contacts, existing('companies'), [{ name: 'leadwell' }])

  const steps = await createConnector().provision({ dryRun: true })

  expect(steps.find(({ action }) => action === 'update')?.changes).toEqual([
    {
      what: 'options',
      from: 'unqualified "Unqualified", nurture "Nurture" (hidden), sales_ready "Sales ready"',
      to: 'sales_ready "Sales ready", nurture "Nurture", unqualified "Unqualified"',
    },
  ])
})

test('gives the group its name back', async () => {
  const scope = mock(API)
  const groups = [{ name: 'leadwell', label: 'Old stuff' }]
  mockPortal(scope, existing('contacts'), existing('companies'), groups)
  for (const type of TYPES) {
    scope.patch(`${BASE}/${type}/groups/leadwell`, { label: 'Leadwell' }).reply(200, {})
  }

  const steps = await createConnector().provision({ dryRun: false })

  expect(steps.filter(({ action }) => action === 'update').map(({ kind }) => kind)).toEqual([
    'group',
    'group',
  ])
})

test('makes nothing in a portal that has no room for all of it, and says how much it has', async () => {
  const scope = mock(API)
  scope.get(`${BASE}/contacts`).reply(200, { results: [] })
  scope.get(`${BASE}/companies`).reply(200, { results: existing('companies') })
  scope.get(LIMITS).reply(200, {
    byObjectType: [{ objectTypeId: '0-1', limit: 10, usage: 2, percentage: 20 }],
    overallLimit: 1000,
    overallUsage: 2,
  })

  const provisioned = createConnector().provision({ dryRun: false })

  await expect(provisioned).rejects.toMatchObject({
    code: 'hubspot-property-limit',
    message:
      '16 custom properties are needed on contacts, the portal has room for 8 (2 of 10 used)',
  })
})

test('creates one by one where some are there already', async () => {
  const scope = mock(API)
  mockPortal(scope, existing('contacts'), [], [{ name: 'leadwell' }])
  scope
    .post(`${BASE}/companies/batch/create`)
    .reply(409, {})
    .post(`${BASE}/companies`, ({ name }) => name === 'leadwell_account_score')
    .reply(409, {})
    .post(`${BASE}/companies`)
    .times(2)
    .reply(201, {})

  const steps = await createConnector().provision({ dryRun: false })

  expect(steps.filter(({ action }) => action === 'create')).toHaveLength(3)
})
