import { expect, test } from 'vitest'
import { PROPERTIES } from '#connectors/hubspot/properties.ts'
import { useHttpMock } from '#test/http-mock.ts'
import { API, createConnector } from './harness.ts'

const mock = useHttpMock()
const BASE = '/crm/properties/2026-09'
type Scope = ReturnType<typeof mock>
const TYPES = ['contacts', 'companies'] as const

const existing = (type: 'contacts' | 'companies') =>
  PROPERTIES[type].map((definition) => ({ ...definition, groupName: 'leadwell', archived: false }))

function mockPortal(scope: Scope, contacts: object[], companies: object[], groups: object[]): void {
  scope.get(`${BASE}/contacts/groups`).reply(200, { results: groups })
  scope.get(`${BASE}/contacts`).reply(200, { results: contacts })
  scope.get(`${BASE}/companies/groups`).reply(200, { results: groups })
  scope.get(`${BASE}/companies`).reply(200, { results: companies })
}

test('only looks when it is a dry run', async () => {
  mockPortal(mock(API), [], [], [])

  const steps = await createConnector().provision({ dryRun: true })

  expect(steps.filter(({ kind }) => kind === 'group')).toEqual([
    { object: 'contact', kind: 'group', name: 'leadwell', action: 'create' },
    { object: 'company', kind: 'group', name: 'leadwell', action: 'create' },
  ])
  expect(steps.every(({ action }) => action === 'create')).toBe(true)
  expect(steps.filter(({ kind }) => kind === 'property')).toHaveLength(15 + 3)
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

  expect(created).toHaveLength(18)
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
    { object: 'contact', kind: 'property', name: 'leadwell_tier', action: 'update' },
    { object: 'contact', kind: 'option', name: 'leadwell_tier:sales_ready', action: 'create' },
    { object: 'contact', kind: 'option', name: 'leadwell_tier:unqualified', action: 'create' },
  ])
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
  scope.get(`${BASE}/contacts/groups`).reply(200, { results: [{ name: 'leadwell' }] })
  scope
    .get(`${BASE}/contacts`)
    .reply(200, { results: [{ name: 'leadwell_score', type: 'string', label: 'x' }] })

  const provisioned = createConnector().provision({ dryRun: false })

  await expect(provisioned).rejects.toMatchObject({ code: 'hubspot-property-conflict' })
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
