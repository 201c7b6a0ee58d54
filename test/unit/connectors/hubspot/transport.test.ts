import { beforeEach, expect, test } from 'vitest'
import { createTokens } from '#connectors/hubspot/auth/tokens.ts'
import { createHttp } from '#connectors/hubspot/transport/http.ts'
import { type Call, createTransport } from '#connectors/hubspot/transport/transport.ts'
import { useHttpMock } from '#test/http-mock.ts'
import { API, createHarness, type Harness, NOW } from './harness.ts'

const mock = useHttpMock()
const CALL: Call = { method: 'GET', path: '/crm/objects/2026-09/contacts', pool: 'general' }
const OAUTH = {
  kind: 'hubspot-oauth',
  clientId: 'client',
  clientSecret: 'secret',
  refreshToken: 'refresh-1',
} as const

let harness: Harness
beforeEach(() => {
  harness = createHarness()
})

function transportOf({ deps }: Harness) {
  const http = createHttp(API)
  const tokens = createTokens(deps, http)
  return createTransport({ ...deps, http, tokens, timeZone: 'America/New_York' })
}

const send = async (call: Call = CALL) => await transportOf(harness)(call)

test('sends the token and takes one call from the pool', async () => {
  mock(API).get(CALL.path).matchHeader('authorization', 'Bearer token-1').reply(200, { ok: 1 })

  const answer = await send()

  expect(answer.body).toEqual({ ok: 1 })
  expect(harness.taken).toEqual(['general'])
})

test('learns the window from the headers, and never for search', async () => {
  const headers = {
    'X-HubSpot-RateLimit-Max': '190',
    'X-HubSpot-RateLimit-Remaining': '188',
    'X-HubSpot-RateLimit-Interval-Milliseconds': '10000',
  }
  mock(API).get(CALL.path).times(2).reply(200, {}, headers)

  await send()
  await send({ ...CALL, pool: 'search' })

  expect(harness.learned).toEqual([
    { pool: 'general', limit: 190, remaining: 188, intervalMs: 10_000 },
  ])
})

test.each([
  ['Retry-After when it is there', { policyName: 'SECONDLY' }, { 'Retry-After': '3' }, 3_150],
  ['one second on the secondly limit', { policyName: 'SECONDLY' }, {}, 1_050],
  ['a minute on a limit by the minute', { policyName: 'MINUTELY' }, {}, 63_000],
  ['ten seconds on the rolling limit', { policyName: 'TEN_SECONDLY_ROLLING' }, {}, 10_500],
  ['ten seconds when no policy is named', {}, {}, 10_500],
  [
    'one second when only the words say so',
    { message: 'You have reached your secondly limit.' },
    {},
    1_050,
  ],
])('pauses the pool for %s', async (_, body, headers, waitMs) => {
  mock(API).get(CALL.path).reply(429, body, headers).get(CALL.path).reply(200, {})

  await send()

  expect(harness.paused).toEqual([{ pool: 'general', forMs: waitMs }])
  expect(harness.slept).toEqual([waitMs])
  expect(harness.taken).toHaveLength(2)
})

test('stops until midnight in the portal when the day is used up', async () => {
  mock(API).get(CALL.path).reply(429, { policyName: 'DAILY' })
  const untilMidnightMs = 17 * 3_600_000

  const sent = send()

  await expect(sent).rejects.toMatchObject({
    name: 'TransientError',
    code: 'hubspot-daily-limit',
    retryAfterMs: untilMidnightMs,
  })
  expect(harness.paused).toEqual(
    ['general', 'search', 'associations'].map((pool) => ({ pool, forMs: untilMidnightMs })),
  )
})

test('reads the daily limit from the words where no policy is named', async () => {
  mock(API).get(CALL.path).reply(429, { message: 'You have reached your daily limit.' })

  await expect(send()).rejects.toMatchObject({ code: 'hubspot-daily-limit' })
})

test('waits a second for search, whose refusal may say nothing at all', async () => {
  mock(API).get(CALL.path).reply(429).get(CALL.path).reply(200, {})

  await send({ ...CALL, pool: 'search' })

  expect(harness.paused).toEqual([{ pool: 'search', forMs: 1_050 }])
})

test("notes the day's allowance now and then", async () => {
  const headers = (left: number) => ({
    'X-HubSpot-RateLimit-Max': '190',
    'X-HubSpot-RateLimit-Remaining': '180',
    'X-HubSpot-RateLimit-Daily': '625000',
    'X-HubSpot-RateLimit-Daily-Remaining': String(left),
  })
  mock(API).get(CALL.path).reply(200, {}, headers(601)).get(CALL.path).reply(200, {}, headers(600))

  await send()
  await send()

  expect(harness.learned.filter(({ intervalMs }) => intervalMs === 86_400_000)).toEqual([
    { pool: 'general', limit: 625_000, remaining: 600, intervalMs: 86_400_000 },
  ])
})

test('stops the whole portal while it moves to another data centre', async () => {
  mock(API).get(CALL.path).reply(477, {})

  await expect(send()).rejects.toMatchObject({ code: 'hubspot-migrating', retryAfterMs: 300_000 })
  expect(harness.paused.map(({ pool }) => pool)).toEqual(['general', 'search', 'associations'])
})

test('does not repeat a call that may have got through and would show twice', async () => {
  mock(API).post(CALL.path).reply(502)

  const sent = send({ ...CALL, method: 'POST', once: true })

  await expect(sent).rejects.toMatchObject({ name: 'TransientError', code: 'hubspot-unavailable' })
})

test("keeps the id HubSpot's support asks for, wherever it stands", async () => {
  mock(API).get(CALL.path).reply(400, {}, { 'X-HubSpot-Correlation-Id': 'c0ffee-1' })

  await expect(send()).rejects.toThrow('correlation c0ffee-1')
})

test('hands a long wait to the queue instead of sleeping through it', async () => {
  mock(API).get(CALL.path).reply(477, {}, { 'Retry-After': '7200' })

  const sent = send()

  await expect(sent).rejects.toMatchObject({ code: 'hubspot-migrating', retryAfterMs: 7_200_000 })
  expect(harness.slept).toEqual([])
})

test('reads a date in Retry-After', async () => {
  const date = new Date(NOW + 4_000).toUTCString()
  mock(API).get(CALL.path).reply(429, {}, { 'Retry-After': date }).get(CALL.path).reply(200, {})

  await send()

  expect(harness.slept).toEqual([4_200])
})

test('waits at least two seconds for a locked record', async () => {
  mock(API).get(CALL.path).reply(423, {}).get(CALL.path).reply(200, {})

  await send()

  expect(harness.slept).toEqual([2_100])
  expect(harness.paused).toEqual([])
})

test.each([502, 503, 504, 521, 523, 524])(
  'tries again with growing waits after %i',
  async (status) => {
    mock(API).get(CALL.path).times(2).reply(status, 'upstream').get(CALL.path).reply(200, {})

    await send()

    expect(harness.slept).toEqual([750, 1_500])
  },
)

test('gives up for now after five attempts', async () => {
  mock(API).get(CALL.path).times(5).reply(503)

  const sent = send()

  await expect(sent).rejects.toMatchObject({ name: 'TransientError', code: 'hubspot-unavailable' })
  expect(harness.slept).toHaveLength(4)
})

test('counts a broken connection as an attempt', async () => {
  mock(API)
    .get(CALL.path)
    .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
    .get(CALL.path)
    .reply(200, { ok: 1 })

  const answer = await send()

  expect(answer.status).toBe(200)
})

test('names a request that gets no answer in time unreachable', async () => {
  mock(API).get(CALL.path).times(2).delay(200).reply(200, {})
  const http = createHttp(API, 5)
  const tokens = createTokens(harness.deps, http)
  const transport = createTransport({
    ...harness.deps,
    http,
    tokens,
    timeZone: 'UTC',
    attempts: 2,
  })

  const sent = transport(CALL)

  await expect(sent).rejects.toMatchObject({ code: 'hubspot-unreachable' })
})

test('says what to do about a refused token', async () => {
  mock(API).get(CALL.path).reply(401, { category: 'INVALID_AUTHENTICATION' })

  const sent = send()

  await expect(sent).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'hubspot-token-refused',
    hint: expect.stringContaining('token'),
  })
})

test.each([
  [{ errors: [{ context: { requiredGranularScopes: ['crm.objects.contacts.read'] } }] }],
  [{ errors: [{ context: { requiredScopes: ['crm.objects.contacts.read'] } }] }],
  [{ context: { missingScopes: ['crm.objects.contacts.read'] } }],
])('names the missing scope of %j', async (body) => {
  mock(API)
    .get(CALL.path)
    .reply(403, { category: 'MISSING_SCOPES', ...body })

  const sent = send()

  await expect(sent).rejects.toMatchObject({
    code: 'hubspot-missing-scope',
    message: expect.stringContaining('crm.objects.contacts.read'),
  })
})

test("never repeats HubSpot's message, which quotes values", async () => {
  const body = {
    status: 'error',
    message: 'jane@example.com is not valid',
    category: 'VALIDATION_ERROR',
    correlationId: 'abc-123',
  }
  mock(API).get(CALL.path).reply(400, body)

  const sent = send()

  await expect(sent).rejects.toMatchObject({
    code: 'hubspot-refused',
    message:
      'HubSpot answered 400 VALIDATION_ERROR to GET /crm/objects/2026-09/contacts, correlation abc-123',
  })
})

test('lets the caller read refusals it asked for', async () => {
  mock(API).get(CALL.path).reply(404, { category: 'OBJECT_NOT_FOUND' })

  const answer = await send({ ...CALL, accept: [404] })

  expect(answer).toMatchObject({ status: 404, body: { category: 'OBJECT_NOT_FOUND' } })
})

test('renews an OAuth token once for all waiting calls and keeps a rotated refresh token', async () => {
  harness = createHarness(OAUTH)
  mock(API)
    .post('/oauth/2026-09/token', {
      grant_type: 'refresh_token',
      client_id: 'client',
      client_secret: 'secret',
      refresh_token: 'refresh-1',
    })
    .reply(200, { access_token: 'access-1', refresh_token: 'refresh-2', expires_in: 1_800 })
    .get(CALL.path)
    .matchHeader('authorization', 'Bearer access-1')
    .times(3)
    .reply(200, {})
  const transport = transportOf(harness)

  await Promise.all([transport(CALL), transport(CALL), transport(CALL)])

  expect(harness.saved).toEqual([{ ...OAUTH, refreshToken: 'refresh-2' }])
})

test('renews an OAuth token before it ends and once after a 401', async () => {
  harness = createHarness(OAUTH)
  const token = (name: string) => ({ access_token: name, expires_in: 1_800 })
  mock(API)
    .post('/oauth/2026-09/token')
    .reply(200, token('access-1'))
    .get(CALL.path)
    .matchHeader('authorization', 'Bearer access-1')
    .reply(200, {})
    .post('/oauth/2026-09/token')
    .reply(200, token('access-2'))
    .get(CALL.path)
    .matchHeader('authorization', 'Bearer access-2')
    .reply(401, {})
    .post('/oauth/2026-09/token')
    .reply(200, token('access-3'))
    .get(CALL.path)
    .matchHeader('authorization', 'Bearer access-3')
    .reply(200, {})
  const transport = transportOf(harness)

  await transport(CALL)
  harness.now += 1_750_000
  const answer = await transport(CALL)

  expect(answer.status).toBe(200)
  expect(harness.saved).toEqual([])
})

test('says so when the app was uninstalled and the refresh token with it', async () => {
  harness = createHarness(OAUTH)
  mock(API).post('/oauth/2026-09/token').reply(400, { status: 'BAD_REFRESH_TOKEN' })

  const sent = send()

  await expect(sent).rejects.toMatchObject({ code: 'hubspot-uninstalled' })
})
