import { describe, expect, test } from 'vitest'
import { refusedLogin } from '#connectors/salesforce/auth/login-refusal.ts'
import { isRefusal, requestToken } from '#connectors/salesforce/auth/token-endpoint.ts'
import { redeemSalesforceCode, salesforceLogin } from '#connectors/salesforce/oauth.ts'
import { useHttpMock } from '#test/http-mock.ts'
import { errorOf, LOGIN, ORG, ORG_ID, USER_ID } from './harness.ts'

const mock = useHttpMock()
const TOKEN = '/services/oauth2/token'

async function refusedWith(body: object) {
  mock(LOGIN).post(TOKEN).reply(400, body)
  const answer = await requestToken(LOGIN, { grant_type: 'refresh_token' })
  if (!isRefusal(answer)) throw new Error('expected a refusal')
  return refusedLogin('salesforce-refresh', answer)
}

describe('a refused refresh', () => {
  test.each([
    ['invalid_grant', 'expired access/refresh token', 'salesforce-grant-ended'],
    ['inactive_user', 'user is inactive', 'salesforce-user-inactive'],
    ['invalid_grant', 'inactive user', 'salesforce-user-inactive'],
    ['inactive_org', 'organization is locked, closed, or suspended', 'salesforce-org-inactive'],
    ['invalid_grant', 'ip restricted', 'salesforce-ip-restricted'],
    ['OAUTH_APP_BLOCKED', 'this app is blocked by admin', 'salesforce-app-blocked'],
    [
      'invalid_app_access',
      'user is not admin approved to access this app',
      'salesforce-app-blocked',
    ],
    ['invalid_grant', "user hasn't approved this consumer", 'salesforce-app-blocked'],
    ['invalid_client', 'invalid client credentials', 'salesforce-login-refused'],
  ])('with %s, "%s", has a reason of its own', async (error, error_description, code) => {
    const refusal = await refusedWith({ error, error_description })

    expect(refusal).toMatchObject({ name: 'PermanentError', code, hint: expect.any(String) })
    expect(refusal.message).not.toContain(error_description)
  })

  test('for too many logins passes by itself', async () => {
    const body = { error: 'invalid_grant', error_description: 'login rate exceeded' }
    mock(LOGIN).post(TOKEN).reply(400, body)

    const error = await errorOf(requestToken(LOGIN, { grant_type: 'refresh_token' }))

    expect(error).toMatchObject({ name: 'TransientError', retryAfterMs: 300_000 })
  })
})

describe('where people log in', () => {
  test.each([
    [undefined, 'https://login.salesforce.com'],
    ['production', 'https://login.salesforce.com'],
    ['sandbox', 'https://test.salesforce.com'],
    ['acme.my.salesforce.com', 'https://acme.my.salesforce.com'],
    ['https://acme--dev.sandbox.my.salesforce.com/', 'https://acme--dev.sandbox.my.salesforce.com'],
  ])('%s is %s', (login, url) => {
    expect(salesforceLogin(login, { loginUrl: undefined })).toBe(url)
  })

  test.each([
    'evil.example',
    'my.salesforce.com.evil.example',
    'https://evil.example/acme.my.salesforce.com',
    'http://acme.my.salesforce.com',
    'acme.my.salesforce.com@evil.example',
    'acme.my.salesforce.com:443',
    '.my.salesforce.com',
  ])('%s is refused, for the client secret is sent there', (login) => {
    expect(() => salesforceLogin(login, { loginUrl: undefined })).toThrow(/not one of Salesforce/)
  })
})

describe('the organisation of a grant', () => {
  const given = { loginUrl: LOGIN, redirectUri: 'https://x/cb', code: 'c', verifier: 'v', nowMs: 0 }
  const app = { clientId: 'client', clientSecret: 'secret', loginUrl: undefined }
  const answer = {
    access_token: 'access-1',
    refresh_token: 'refresh-1',
    instance_url: ORG,
    id: `${LOGIN}/id/${ORG_ID}/${USER_ID}`,
    issued_at: '1',
  }

  test('is the one that takes the token', async () => {
    mock(LOGIN)
      .post(TOKEN, /code_verifier=v/)
      .reply(200, answer)
    mock(ORG)
      .get(`/id/${ORG_ID}/${USER_ID}`)
      .matchHeader('authorization', 'Bearer access-1')
      .reply(200, { organization_id: ORG_ID })

    const grant = await redeemSalesforceCode(app, given)

    expect(grant.portal).toBe(`salesforce:${ORG_ID}`)
  })

  test('that another one answers for is refused', async () => {
    mock(LOGIN).post(TOKEN).reply(200, answer)
    mock(ORG).get(`/id/${ORG_ID}/${USER_ID}`).reply(200, { organization_id: '00D000000000001AAA' })

    const error = await errorOf(redeemSalesforceCode(app, given))

    expect(error.code).toBe('salesforce-organisation-mismatch')
  })

  test('under a signature that is not Salesforce’s is refused before the token is used', async () => {
    mock(LOGIN)
      .post(TOKEN)
      .reply(200, { ...answer, signature: 'AAAA' })

    const error = await errorOf(redeemSalesforceCode(app, given))

    expect(error.code).toBe('salesforce-organisation-mismatch')
  })

  test('that grants one session only is refused with the scope to add', async () => {
    mock(LOGIN)
      .post(TOKEN)
      .reply(200, { ...answer, refresh_token: undefined })

    const error = await errorOf(redeemSalesforceCode(app, given))

    expect(error).toMatchObject({ code: 'salesforce-no-refresh-token' })
    expect(error.hint).toContain('offline_access')
  })
})
