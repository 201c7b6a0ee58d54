import { generateKeyPairSync, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { audiencesOf } from '#connectors/salesforce/auth/jwt.ts'
import { createTokens } from '#connectors/salesforce/auth/tokens.ts'
import {
  createTransport,
  parseBody,
  type TransportDeps,
} from '#connectors/salesforce/transport/transport.ts'
import type { Credentials } from '#src/ports.ts'
import { useHttpMock } from '#test/http-mock.ts'
import { createHarness, errorOf, grantToken, type Harness, LOGIN, ORG } from './harness.ts'

const mock = useHttpMock()
const PATH = '/services/data/v67.0/thing'

function transportOf(harness: Harness, more: Partial<TransportDeps> = {}) {
  return createTransport({ ...harness.deps, tokens: createTokens(harness.deps), ...more })
}

const get = (harness: Harness): Promise<unknown> =>
  transportOf(harness).request({ method: 'GET', path: PATH }, (body) => body)

describe('a call', () => {
  test('goes to the instance with the token, the pinned version and our name', async () => {
    grantToken(mock(LOGIN))
    mock(ORG)
      .matchHeader('authorization', 'Bearer token-1')
      .matchHeader('sforce-call-options', 'client=leadwell/1')
      .get(PATH)
      .reply(200, { ok: true })

    const body = await get(createHarness())

    expect(body).toEqual({ ok: true })
  })

  test('takes one from the quota each time and learns the daily limit', async () => {
    const harness = createHarness()
    grantToken(mock(LOGIN))
    mock(ORG)
      .get(PATH)
      .reply(503, 'busy')
      .get(PATH)
      .reply(200, {}, { 'sforce-limit-info': 'api-usage=18/15000; api-bursts=1/750' })

    await get(harness)

    expect(harness.taken).toEqual(['general', 'general'])
    expect(harness.learned).toEqual([
      { pool: 'general', limit: 15_000, remaining: 14_982, intervalMs: 86_400_000 },
    ])
  })

  test.each([429, 500, 502, 503, 504])(
    'is tried again after HTTP %d, also a PATCH',
    async (status) => {
      const harness = createHarness()
      grantToken(mock(LOGIN))
      mock(ORG).patch(PATH).reply(status, 'no').patch(PATH).reply(200, { ok: true })

      const body = await transportOf(harness).request(
        { method: 'PATCH', path: PATH, body: { a: 1 } },
        (answer) => answer,
      )

      expect(body).toEqual({ ok: true })
      expect(harness.slept).toEqual([750])
    },
  )

  test.each(['UNABLE_TO_LOCK_ROW', 'SERVER_UNAVAILABLE', 'REQUEST_RUNNING_TOO_LONG'])(
    'is tried again after %s whatever the status',
    async (errorCode) => {
      grantToken(mock(LOGIN))
      mock(ORG)
        .get(PATH)
        .reply(400, [{ errorCode, message: 'x' }])
        .get(PATH)
        .reply(200, {})

      const body = await get(createHarness())

      expect(body).toEqual({})
    },
  )

  test('that keeps failing ends as a TransientError after five tries with growing waits', async () => {
    const harness = createHarness()
    grantToken(mock(LOGIN))
    mock(ORG)
      .get(PATH)
      .times(5)
      .reply(503, [{ errorCode: 'SERVER_UNAVAILABLE', message: 'x' }])

    const error = await errorOf(get(harness))

    expect(error).toMatchObject({ name: 'TransientError', code: 'salesforce-unavailable' })
    expect(harness.slept).toEqual([750, 1500, 3000, 6000])
  })

  test('cut off by the network is tried again', async () => {
    grantToken(mock(LOGIN))
    mock(ORG)
      .get(PATH)
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
      .get(PATH)
      .reply(200, {})

    const body = await get(createHarness())

    expect(body).toEqual({})
  })

  test('honours a short Retry-After and hands a long one to the queue', async () => {
    const harness = createHarness()
    grantToken(mock(LOGIN))
    mock(ORG)
      .get(PATH)
      .reply(429, 'slow', { 'retry-after': '2' })
      .get(PATH)
      .reply(429, 'slow', { 'retry-after': '600' })

    const error = await errorOf(get(harness))

    expect(harness.slept).toEqual([2000])
    expect(error).toMatchObject({ name: 'TransientError', retryAfterMs: 600_000 })
  })

  test('that fails for good tells the code and never the message, which quotes values', async () => {
    grantToken(mock(LOGIN))
    mock(ORG)
      .get(PATH)
      .reply(400, [{ errorCode: 'MALFORMED_QUERY', message: 'near jane@example.org' }])

    const error = await errorOf(get(createHarness()))

    expect(error).toMatchObject({ name: 'PermanentError', code: 'salesforce-refused' })
    expect(error.message).toContain('MALFORMED_QUERY')
    expect(JSON.stringify(error) + error.message).not.toContain('jane')
  })

  test('answered by a web page is asked again', async () => {
    const harness = createHarness()
    grantToken(mock(LOGIN))
    const page = '<!DOCTYPE html><title>We are down for maintenance</title>'
    mock(ORG)
      .get(PATH)
      .reply(503, page, { 'content-type': 'text/html' })
      .get(PATH)
      .reply(200, page, { 'content-type': 'text/html' })
      .get(PATH)
      .reply(200, { ok: true })
    const Thing = z.object({ ok: z.boolean() })

    const thing = await transportOf(harness).request({ method: 'GET', path: PATH }, (body) =>
      parseBody(Thing, body, 'GET thing'),
    )

    expect(thing).toEqual({ ok: true })
    expect(harness.slept).toEqual([750, 1500])
  })

  test.each([503, 'reset'])(
    'that may be made only once is not repeated after %s',
    async (fault) => {
      const harness = createHarness()
      grantToken(mock(LOGIN))
      const post = mock(ORG).post(PATH)
      if (fault === 'reset')
        post.replyWithError(Object.assign(new Error('x'), { code: 'ECONNRESET' }))
      else post.reply(503, 'busy')

      const error = await errorOf(
        transportOf(harness).request(
          { method: 'POST', path: PATH, body: {}, once: true },
          (body) => body,
        ),
      )

      expect(error.name).toBe('TransientError')
      expect(harness.slept).toEqual([])
    },
  )

  test('sends a file as it stands and hands one over as text, with its headers', async () => {
    grantToken(mock(LOGIN))
    mock(ORG)
      .matchHeader('content-type', /^text\/csv/)
      .put(PATH, 'Id\nx\n')
      .reply(200, 'a,b\n1,2\n', { 'content-type': 'text/csv', 'Sforce-Locator': 'MTAw' })

    const answer = await transportOf(createHarness()).request(
      { method: 'PUT', path: PATH, csv: 'Id\nx\n', answersText: true },
      (body, headers) => [body, headers['sforce-locator']],
    )

    expect(answer).toEqual(['a,b\n1,2\n', 'MTAw'])
  })

  test('that failed keeps the id Salesforce’s support asks for', async () => {
    grantToken(mock(LOGIN))
    mock(ORG)
      .get(PATH)
      .reply(400, [{ errorCode: 'MALFORMED_QUERY' }], { 'X-SFDC-Request-Id': 'a1b2-c3d4' })

    const error = await errorOf(get(createHarness()))

    expect(error.message).toContain('request a1b2-c3d4')
  })

  test('learns of the day from an error as well', async () => {
    const harness = createHarness()
    grantToken(mock(LOGIN))
    mock(ORG)
      .get(PATH)
      .reply(404, [{ errorCode: 'NOT_FOUND' }], {
        'sforce-limit-info': 'per-app-api-usage=1/250(appName=x); api-usage=90/100',
      })

    await errorOf(get(harness))

    expect(harness.learned).toMatchObject([{ limit: 100, remaining: 10 }])
  })
})

describe('an organisation that moved', () => {
  test('is found again by a new token', async () => {
    const login = mock(LOGIN)
    grantToken(login, 'old')
    grantToken(login, 'new', { instance_url: 'https://new.salesforce.test' })
    mock(ORG).get(PATH).reply(301, '', { location: 'https://new.salesforce.test/' })
    mock('https://new.salesforce.test').get(PATH).reply(200, { ok: true })

    expect(await get(createHarness())).toEqual({ ok: true })
  })

  test('and is not where its token says ends with what to do', async () => {
    const login = mock(LOGIN)
    grantToken(login, 'old')
    grantToken(login, 'new')
    grantToken(login, 'newest')
    mock(ORG).get(PATH).times(3).reply(302, '', { location: 'https://acme.lightning.force.com/' })

    const error = await errorOf(get(createHarness()))

    expect(error).toMatchObject({ name: 'PermanentError', code: 'salesforce-redirected' })
    expect(error.message).toContain('acme.lightning.force.com')
    expect(error.hint).toContain('My Domain')
  })

  test('is called where its API is, not where its pages are', async () => {
    grantToken(mock(LOGIN), 'token-1', { instance_url: 'https://acme.lightning.force.com' })
    mock('https://acme.my.salesforce.com').get(PATH).reply(200, { ok: true })

    expect(await get(createHarness())).toEqual({ ok: true })
  })
})

describe('the daily limit', () => {
  const refuse = (message: string) => [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message }]

  test('pauses the whole portal and is not tried again', async () => {
    const harness = createHarness()
    grantToken(mock(LOGIN))
    mock(ORG).get(PATH).reply(403, refuse('TotalRequests Limit exceeded.'))

    const error = await errorOf(get(harness))

    expect(error).toMatchObject({ code: 'salesforce-request-limit', retryAfterMs: 900_000 })
    expect(harness.paused).toEqual([{ pool: 'general', forMs: 900_000 }])
    expect(harness.slept).toEqual([])
  })

  test('says why to whoever wants to call meanwhile', async () => {
    const codes: (string | undefined)[] = []
    const harness = createHarness()
    const quota = {
      ...harness.deps.quota,
      pause: async (...given: unknown[]) => void codes.push(String(given[2])),
    }
    grantToken(mock(LOGIN))
    mock(ORG).get(PATH).reply(403, refuse('TotalRequests Limit exceeded.'))

    await errorOf(
      transportOf(harness, { quota }).request({ method: 'GET', path: PATH }, (body) => body),
    )

    expect(codes).toEqual(['salesforce-request-limit'])
  })

  test('of requests at one time pauses only as long as those may take', async () => {
    const harness = createHarness()
    grantToken(mock(LOGIN))
    mock(ORG).get(PATH).reply(403, refuse('ConcurrentRequests Limit exceeded.'))

    const error = await errorOf(get(harness))

    expect(error.retryAfterMs).toBe(30_000)
  })
})

describe('an access token that ended', () => {
  const ended = [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]

  test('is renewed once and the call made again', async () => {
    const login = mock(LOGIN)
    grantToken(login, 'old')
    grantToken(login, 'new')
    mock(ORG).matchHeader('authorization', 'Bearer old').get(PATH).reply(401, ended)
    mock(ORG).matchHeader('authorization', 'Bearer new').get(PATH).reply(200, { ok: true })

    const body = await get(createHarness())

    expect(body).toEqual({ ok: true })
  })

  test('refused again ends the attempts instead of looping', async () => {
    const login = mock(LOGIN)
    grantToken(login, 'old')
    grantToken(login, 'new')
    grantToken(login, 'newest')
    mock(ORG).get(PATH).times(3).reply(401, ended)

    const error = await errorOf(get(createHarness()))

    expect(error).toMatchObject({ name: 'PermanentError', code: 'salesforce-token-refused' })
    expect(error.hint).toBeDefined()
  })

  test('is renewed again when what another process shared has ended too', async () => {
    const login = mock(LOGIN)
    grantToken(login, 'old')
    grantToken(login, 'shared')
    grantToken(login, 'new')
    mock(ORG).matchHeader('authorization', 'Bearer old').get(PATH).reply(401, ended)
    mock(ORG).matchHeader('authorization', 'Bearer shared').get(PATH).reply(401, ended)
    mock(ORG).matchHeader('authorization', 'Bearer new').get(PATH).reply(200, { ok: true })

    expect(await get(createHarness())).toEqual({ ok: true })
  })

  test('is renewed once for calls that find out together', async () => {
    const login = mock(LOGIN)
    grantToken(login, 'old')
    grantToken(login, 'new')
    mock(ORG).matchHeader('authorization', 'Bearer old').get(PATH).times(3).reply(401, ended)
    mock(ORG).matchHeader('authorization', 'Bearer new').get(PATH).times(3).reply(200, {})
    const transport = transportOf(createHarness())
    const call = () => transport.request({ method: 'GET', path: PATH }, (body) => body)

    const bodies = await Promise.all([call(), call(), call()])

    expect(bodies).toEqual([{}, {}, {}])
  })
})

describe('logging in', () => {
  test('with client credentials sends them in the body', async () => {
    mock(LOGIN)
      .post('/services/oauth2/token', {
        grant_type: 'client_credentials',
        client_id: 'client',
        client_secret: 'secret',
      })
      .reply(200, { access_token: 'token-1', instance_url: `${ORG}/` })
    mock(ORG).get(PATH).reply(200, {})

    const body = await get(createHarness())

    expect(body).toEqual({})
  })

  test('with a refresh token keeps the rotated one before the new token is used', async () => {
    const credentials: Credentials = {
      kind: 'salesforce-refresh',
      loginUrl: LOGIN,
      clientId: 'client',
      clientSecret: 'secret',
      refreshToken: 'refresh-1',
    }
    const harness = createHarness(credentials)
    const login = mock(LOGIN)
    grantToken(login, 'old', { refresh_token: 'refresh-2' })
    login
      .post('/services/oauth2/token', /refresh_token=refresh-2/)
      .reply(200, { access_token: 'new', instance_url: ORG, refresh_token: 'refresh-3' })
    const savedAtCall: number[] = []
    mock(ORG)
      .get(PATH)
      .reply(401, () => {
        savedAtCall.push(harness.saved.length)
        return []
      })
      .get(PATH)
      .reply(200, () => {
        savedAtCall.push(harness.saved.length)
        return {}
      })

    await get(harness)

    expect(savedAtCall).toEqual([1, 2])
    expect(harness.saved).toEqual([
      { ...credentials, refreshToken: 'refresh-2' },
      { ...credentials, refreshToken: 'refresh-3' },
    ])
  })

  test('with a key signs an RS256 assertion that ends in minutes', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const harness = createHarness({
      kind: 'salesforce-jwt',
      loginUrl: LOGIN,
      clientId: 'client',
      username: 'integration@example.test',
      privateKey: pem,
    })
    const assertions: string[] = []
    mock(LOGIN)
      .post('/services/oauth2/token', (form: Record<string, string>) => {
        assertions.push(form['assertion'] ?? '')
        return form['grant_type'] === 'urn:ietf:params:oauth:grant-type:jwt-bearer'
      })
      .reply(200, { access_token: 'token-1', instance_url: ORG })
    mock(ORG).get(PATH).reply(200, {})

    await get(harness)

    const [header = '', claims = '', signature = ''] = assertions[0]?.split('.') ?? []
    const signed = Buffer.from(`${header}.${claims}`)
    expect(verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      iss: 'client',
      sub: 'integration@example.test',
      aud: LOGIN,
      exp: harness.now / 1000 + 180,
    })
  })

  test('asks for Salesforce hosts what Salesforce expects as audience', () => {
    expect(audiencesOf('https://acme.my.salesforce.com')).toEqual([
      'https://login.salesforce.com',
      'https://acme.my.salesforce.com',
    ])
    expect(audiencesOf('https://acme--dev.sandbox.my.salesforce.com')[0]).toBe(
      'https://test.salesforce.com',
    )
    expect(audiencesOf('http://localhost:4000/x')).toEqual(['http://localhost:4000'])
  })

  test('with a key that is none says so without quoting it', async () => {
    const credentials: Credentials = {
      kind: 'salesforce-jwt',
      loginUrl: LOGIN,
      clientId: 'client',
      username: 'u',
      privateKey: 'not a key',
    }

    const error = await errorOf(get(createHarness(credentials)))

    expect(error.code).toBe('salesforce-private-key-invalid')
  })

  test('refused by Salesforce is not tried again', async () => {
    mock(LOGIN)
      .post('/services/oauth2/token')
      .reply(400, { error: 'invalid_client', error_description: 'invalid client credentials' })

    const error = await errorOf(get(createHarness()))

    expect(error).toMatchObject({ name: 'PermanentError', code: 'salesforce-login-refused' })
    expect(error.message).toContain('invalid_client')
    expect(error.hint).toContain('SALESFORCE_CLIENT_SECRET')
  })

  test('that failed is tried afresh by the next call', async () => {
    const login = mock(LOGIN)
    login.post('/services/oauth2/token').reply(400, { error: 'invalid_client' })
    grantToken(login)
    mock(ORG).get(PATH).reply(200, {})
    const transport = transportOf(createHarness())
    const call = () => transport.request({ method: 'GET', path: PATH }, (body) => body)

    await errorOf(call())
    const body = await call()

    expect(body).toEqual({})
  })
})
