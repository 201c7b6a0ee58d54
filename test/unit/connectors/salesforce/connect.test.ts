import { describe, expect, test } from 'vitest'
import { connectSalesforce } from '#connectors/salesforce/connect.ts'
import type { Credentials } from '#src/ports.ts'
import { useHttpMock } from '#test/http-mock.ts'
import {
  answerQuery,
  CLIENT_CREDENTIALS,
  createHarness,
  DATA,
  errorOf,
  grantToken,
  LOGIN,
  ORG,
  ORG_ID,
} from './harness.ts'

const mock = useHttpMock()
const ORGANISATION = { Id: ORG_ID, Name: 'Harbor', TimeZoneSidKey: 'America/New_York' }

const connect = (credentials: Credentials = CLIENT_CREDENTIALS) =>
  connectSalesforce({ ...createHarness(credentials).deps })

describe('connecting', () => {
  test('says whose credentials they are', async () => {
    grantToken(mock(LOGIN))
    answerQuery(mock(ORG), [ORGANISATION])

    const identity = await connect()

    expect(identity).toEqual({
      id: `salesforce:${ORG_ID}`,
      name: 'Harbor',
      timeZone: 'America/New_York',
      instanceUrl: ORG,
    })
  })

  test('makes 18 characters of a short organisation id', async () => {
    grantToken(mock(LOGIN), 'token-1', { id: `${LOGIN}/id/${ORG_ID.slice(0, 15)}/0055g0000000001` })
    answerQuery(mock(ORG), [])

    const identity = await connect()

    expect(identity.id).toBe(`salesforce:${ORG_ID}`)
  })

  test('works without leave to read the Organization object', async () => {
    grantToken(mock(LOGIN))
    mock(ORG)
      .get((uri) => uri.startsWith(`${DATA}/query`))
      .reply(400, [{ errorCode: 'INVALID_TYPE', message: 'x' }])

    const identity = await connect()

    expect(identity).toMatchObject({ name: 'org.salesforce.test', timeZone: 'UTC' })
  })

  test('asks who we are when the token does not say', async () => {
    grantToken(mock(LOGIN), 'token-1', { id: undefined })
    mock(ORG)
      .get((uri) => uri.startsWith(`${DATA}/query`))
      .reply(400, [{ errorCode: 'INVALID_TYPE', message: 'x' }])
      .get('/services/oauth2/userinfo')
      .reply(200, { organization_id: ORG_ID, user_id: 'x' })

    const identity = await connect()

    expect(identity.id).toBe(`salesforce:${ORG_ID}`)
  })

  test('with a wrong secret says what to check', async () => {
    mock(LOGIN).post('/services/oauth2/token').reply(401, { error: 'invalid_client' })

    const error = await errorOf(connect())

    expect(error).toMatchObject({ name: 'PermanentError', code: 'salesforce-login-refused' })
    expect(error.hint).toContain('SALESFORCE_CLIENT_SECRET')
    expect(error.message).not.toContain('secret')
  })

  test('to a host that is not Salesforce says so', async () => {
    mock(LOGIN)
      .post('/services/oauth2/token')
      .reply(404, '<html>nothing here</html>', { 'content-type': 'text/html' })

    const error = await errorOf(connect())

    expect(error).toMatchObject({ code: 'salesforce-login-refused' })
    expect(error.message).toContain('HTTP_404')
  })

  test('to a host that answers everything with a page says so', async () => {
    mock(LOGIN).post('/services/oauth2/token').reply(200, '<html>welcome</html>')

    const error = await errorOf(connect())

    expect(error).toMatchObject({ code: 'salesforce-unexpected-answer' })
  })

  test('to a host that does not answer names it', async () => {
    mock(LOGIN)
      .post('/services/oauth2/token')
      .times(3)
      .replyWithError(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))

    const error = await errorOf(connect())

    expect(error).toMatchObject({ name: 'PermanentError', code: 'salesforce-unreachable' })
    expect(error.message).toContain('login.salesforce.test')
  })

  test('with an address that is none says so before any call', async () => {
    const error = await errorOf(
      Promise.resolve().then(() =>
        connect({ ...CLIENT_CREDENTIALS, loginUrl: 'my domain' } as Credentials),
      ),
    )

    expect(error.code).toBe('salesforce-login-url-invalid')
  })

  test('keeps a refresh token that was rotated on the way', async () => {
    const harness = createHarness({
      kind: 'salesforce-refresh',
      loginUrl: LOGIN,
      clientId: 'client',
      clientSecret: 'secret',
      refreshToken: 'refresh-1',
    })
    grantToken(mock(LOGIN), 'token-1', { refresh_token: 'refresh-2' })
    answerQuery(mock(ORG), [ORGANISATION])

    await connectSalesforce({ ...harness.deps })

    expect(harness.saved).toMatchObject([{ refreshToken: 'refresh-2' }])
  })
})
