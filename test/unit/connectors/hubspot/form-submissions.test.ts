import { expect, test } from 'vitest'
import { useHttpMock } from '#test/http-mock.ts'
import { API, createConnector, createHarness, mockProperties, NOW } from './harness.ts'

const mock = useHttpMock()
const MINUTE = 60_000
const SUBMISSIONS = '/form-integrations/v1/submissions/forms/f1'
const READ = '/crm/objects/2026-09/contacts/batch/read'
const submission = (at: number, email: string) => ({
  submittedAt: at,
  pageUrl: 'https://care.example/help-with-grief',
  values: [
    { name: 'email', value: email, objectTypeId: '0-1' },
    { name: 'message', value: 'I need help' },
  ],
})
type Scope = ReturnType<typeof mock>

function quietPortal(scope: Scope, polls: number, rounds = 1): void {
  const types = ['companies', 'contacts', 'calls', 'emails', 'meetings', 'communications', 'deals']
  scope
    .get('/marketing/forms/2026-09-beta')
    .query(true)
    .times(rounds)
    .reply(200, { results: [{ id: 'f1', name: 'Grief group' }] })
  for (const type of types) {
    mockProperties(scope, type, ['jobtitle', 'lastmodifieddate', 'hs_lastmodifieddate'])
    scope.post(`/crm/objects/2026-09/${type}/search`).times(polls).reply(200, { results: [] })
  }
}

test('looks up submitters by address in the body alone, asks nothing of them and keeps nothing', async () => {
  const scope = mock(API)
  quietPortal(scope, 1)
  const asked: unknown[] = []
  scope
    .get(SUBMISSIONS)
    .query({ limit: '50' })
    .reply(200, {
      results: [
        submission(NOW - MINUTE, ' Ann@Care.example'),
        submission(NOW - 2 * MINUTE, 'ann@care.example'),
        submission(NOW - 90 * MINUTE, 'old@care.example'),
      ],
      paging: { next: { after: 'older' } },
    })
    .post(READ, (body) => asked.push(body) > 0)
    .reply(207, { results: [{ id: '7', properties: { email: 'ann@care.example' } }], errors: [] })
  const harness = createHarness()

  const page = await createConnector(harness).changes(undefined, NOW - 60 * MINUTE)

  expect(page.touched).toEqual([{ object: 'contact', id: '7' }])
  expect(asked).toEqual([
    {
      idProperty: 'email',
      inputs: [{ id: 'ann@care.example' }],
      properties: ['hs_object_id'],
      propertiesWithHistory: [],
    },
  ])
  expect(JSON.stringify([page, harness.warnings])).not.toMatch(/care\.example|grief|help/i)
  expect(page.cursor).toMatchObject({ forms: { since: { f1: NOW - MINUTE } } })
})

test('reads a form again after five minutes and only what is new', async () => {
  const scope = mock(API)
  quietPortal(scope, 3, 2)
  scope
    .get(SUBMISSIONS)
    .query(true)
    .times(2)
    .reply(200, { results: [submission(NOW - MINUTE, 'ann@care.example')] })
    .post(READ)
    .reply(200, { results: [{ id: '7' }] })
  const types = ['companies', 'contacts', 'calls', 'emails', 'meetings', 'communications', 'deals']
  for (const type of types) mockProperties(scope, type, ['lastmodifieddate', 'hs_lastmodifieddate'])
  const harness = createHarness()
  const connector = createConnector(harness)

  const first = await connector.changes(undefined, NOW - 60 * MINUTE)
  harness.now += MINUTE
  const second = await connector.changes(first.cursor, 0)
  harness.now += 5 * MINUTE
  const third = await connector.changes(second.cursor, 0)

  expect([first, second, third].map(({ touched }) => touched.length)).toEqual([1, 0, 0])
})

test('finds the other submitters when one typed in what is no address', async () => {
  const scope = mock(API)
  quietPortal(scope, 1)
  const emails = ['a@care.example', 'b@care.example', 'nonsense', 'c@care.example']
  scope
    .get(SUBMISSIONS)
    .query(true)
    .reply(200, { results: emails.map((email, index) => submission(NOW - index, email)) })
    .post(READ)
    .times(5)
    .reply(async (request: Request) => {
      const { inputs } = (await request.json()) as { inputs: { id: string }[] }
      if (inputs.some(({ id }) => !id.includes('@'))) return [400, { category: 'VALIDATION_ERROR' }]
      return [200, { results: inputs.map(({ id }) => ({ id: String(id.codePointAt(0)) })) }]
    })

  const page = await createConnector().changes(undefined, NOW - MINUTE)

  expect(page.touched.map(({ id }) => id).toSorted()).toEqual(['97', '98', '99'])
})

test('does without forms whose answers nobody documents', async () => {
  const scope = mock(API)
  quietPortal(scope, 1)
  scope.get(SUBMISSIONS).query(true).reply(200, { unexpected: 'ann@care.example' })

  const page = await createConnector().changes(undefined, NOW - MINUTE)

  expect(page.touched).toEqual([])
})
