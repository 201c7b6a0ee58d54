import { expect, test } from 'vitest'
import { connectHubspot } from '#connectors/hubspot/connect.ts'
import { useHttpMock } from '#test/http-mock.ts'
import { API, createHarness } from './harness.ts'

const mock = useHttpMock()
const DETAILS = '/account-info/2026-09/details'
const CONTACTS = '/crm/objects/2026-09/contacts'
const COMPANIES = '/crm/objects/2026-09/companies'

const connect = async (apiUrl = API) => await connectHubspot({ ...createHarness().deps, apiUrl })

test('tells whose token it is and in which time zone the portal lives', async () => {
  mock(API)
    .get(DETAILS)
    .reply(200, { portalId: 123, timeZone: 'US/Eastern', accountType: 'STANDARD' })
    .get(CONTACTS)
    .query({ limit: '1' })
    .reply(200, { results: [] })
    .get(COMPANIES)
    .query({ limit: '1' })
    .reply(200, { results: [] })
    .get('/crm/properties/2026-09/contacts')
    .reply(200, { results: [] })

  const identity = await connect(`${API}/`)

  expect(identity).toEqual({
    id: 'hubspot:123',
    name: 'HubSpot portal 123',
    timeZone: 'US/Eastern',
  })
})

test('asks the older path where the dated one does not exist', async () => {
  mock(API)
    .get(DETAILS)
    .reply(404)
    .get('/account-info/v3/details')
    .reply(200, { portalId: '77' })
    .get(/^\/crm/)
    .query(true)
    .times(3)
    .reply(200, { results: [] })

  const identity = await connect()

  expect(identity).toMatchObject({ id: 'hubspot:77', timeZone: 'UTC' })
})

test('names the scope that is missing before any work starts', async () => {
  mock(API)
    .get(DETAILS)
    .reply(200, { portalId: 1 })
    .get(CONTACTS)
    .query(true)
    .reply(403, {
      category: 'MISSING_SCOPES',
      errors: [{ context: { requiredGranularScopes: ['crm.objects.contacts.read'] } }],
    })

  const connected = connect()

  await expect(connected).rejects.toMatchObject({
    code: 'hubspot-missing-scope',
    message: expect.stringContaining('crm.objects.contacts.read'),
  })
})

test('says that the token is wrong', async () => {
  mock(API).get(DETAILS).reply(401, {})

  const connected = connect()

  await expect(connected).rejects.toMatchObject({ code: 'hubspot-token-refused' })
})

test('names the host nothing answers at, for good', async () => {
  mock(API).get(DETAILS).times(2).replyWithError(new Error('ECONNREFUSED'))

  const connected = connect()

  await expect(connected).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'hubspot-unreachable',
    message: expect.stringContaining('hubspot.test'),
  })
})

test('doubts the URL when the answer is a web page', async () => {
  mock(API).get(DETAILS).reply(200, '<html></html>')

  const connected = connect()

  await expect(connected).rejects.toMatchObject({
    code: 'hubspot-unreadable-answer',
    hint: expect.stringContaining('URL'),
  })
})

test('refuses something that is no URL', async () => {
  const connected = connect('hubspot')

  await expect(connected).rejects.toMatchObject({ code: 'hubspot-url' })
})
