import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  missingFeatures,
  OPTIONAL_SCOPES,
  REQUIRED_SCOPES,
} from '#connectors/hubspot/auth/scopes.ts'
import { hubspotAuthorizeUrl, redeemHubspotCode } from '#connectors/hubspot/oauth.ts'
import { useHttpMock } from '#test/http-mock.ts'

const APP = {
  clientId: 'client',
  clientSecret: 'secret',
  appUrl: 'https://app.hubspot.test',
  apiUrl: 'https://hubspot.test',
}
const REDIRECT = 'https://leadwell.example/oauth/hubspot/callback'
const mock = useHttpMock()

const AppMeta = z.object({
  config: z.object({
    auth: z.object({
      redirectUrls: z.array(z.string()),
      requiredScopes: z.array(z.string()),
      optionalScopes: z.array(z.string()),
    }),
  }),
})
const { auth } = AppMeta.parse(
  JSON.parse(readFileSync('crm/hubspot/src/app/app-hsmeta.json', 'utf8')),
).config

test('consent is asked for exactly the scopes the app is set up with', () => {
  const url = new URL(hubspotAuthorizeUrl(APP, { redirectUri: REDIRECT, state: 'xyz' }))

  const words = (name: string) => (url.searchParams.get(name) ?? '').split(' ').toSorted()
  expect(`${url.origin}${url.pathname}`).toBe('https://app.hubspot.test/oauth/authorize')
  expect(words('scope')).toEqual(auth.requiredScopes.toSorted())
  expect(words('optional_scope')).toEqual(auth.optionalScopes.toSorted())
  expect(url.searchParams.get('state')).toBe('xyz')
  expect(auth.redirectUrls).toEqual([
    REDIRECT.replace('https://leadwell.example', '${LEADWELL_URL}'),
  ])
})

test('each scope that was not granted is named with the feature that needs it', () => {
  const all = [...REQUIRED_SCOPES, ...OPTIONAL_SCOPES]

  const without = (scope: string) => missingFeatures(all.filter((one) => one !== scope))

  expect(missingFeatures(all)).toEqual([])
  for (const scope of OPTIONAL_SCOPES) {
    expect(without(scope).length).toBeGreaterThan(0)
    for (const line of without(scope)) expect(line).toContain(scope)
  }
})

test('a code is exchanged at the dated endpoint for what is kept and what is used at once', async () => {
  mock(APP.apiUrl)
    .post('/oauth/2026-09/token', {
      grant_type: 'authorization_code',
      client_id: 'client',
      client_secret: 'secret',
      redirect_uri: REDIRECT,
      code: 'the-code',
    })
    .reply(200, {
      token_type: 'bearer',
      access_token: 'access-1',
      refresh_token: 'refresh-1',
      expires_in: 1_800,
      hub_id: 62_515,
      scopes: [...REQUIRED_SCOPES],
    })

  const grant = await redeemHubspotCode(APP, { code: 'the-code', redirectUri: REDIRECT, nowMs: 0 })

  expect(grant).toMatchObject({
    credentials: { kind: 'hubspot-oauth', refreshToken: 'refresh-1' },
    token: { value: 'access-1', expiresAt: 1_740_000 },
    portal: 'hubspot:62515',
  })
  expect(grant.missing.join()).toContain('crm.import')
})

test.each([
  [{ status: 'BAD_AUTH_CODE', message: 'missing or expired auth code' }, 'hubspot-code-refused'],
  [{ error: 'invalid_client', status: 'BAD_CLIENT_SECRET' }, 'hubspot-client-refused'],
  [{ message: 'something else' }, 'hubspot-token-refused'],
])('a refusal of %j says what to do', async (body, code) => {
  mock(APP.apiUrl).post('/oauth/2026-09/token').reply(400, body)

  const redeemed = redeemHubspotCode(APP, { code: 'x', redirectUri: REDIRECT, nowMs: 0 })

  await expect(redeemed).rejects.toMatchObject({ code, hint: expect.any(String) })
})
