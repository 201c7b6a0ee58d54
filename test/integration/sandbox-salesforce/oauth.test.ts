import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createSalesforceSandbox } from '#sandbox/salesforce/create-salesforce-sandbox.ts'
import { createPopulation } from '#sandbox/seed/create-population.ts'
import { BASE_TIME, memoryJournal, requestToken, send, startOrg } from './start-org.ts'

// Salesforce Help: "OAuth 2.0 Client Credentials Flow", "OAuth 2.0 JWT Bearer Flow",
// "OAuth 2.0 Refresh Token Flow", "OAuth 2.0 Web Server Flow", "Identity URLs".

const HOUR_MS = 3_600_000

describe('client credentials', () => {
  it('gives a token whose id address names the org and whose instance is the host asked', async () => {
    const org = await startOrg()

    const { status, body } = await requestToken(org.url, {
      grant_type: 'client_credentials',
      client_id: org.sandbox.clientId,
      client_secret: org.sandbox.clientSecret,
    })

    expect(status).toBe(200)
    expect(body['instance_url']).toBe(org.url)
    expect(body['id']).toContain(`/id/${org.sandbox.orgId}/005`)
    expect(body['token_type']).toBe('Bearer')
    expect(Number(body['issued_at'])).toBe(BASE_TIME)
    expect(body['refresh_token']).toBeUndefined()
  })

  it('accepts the client in a Basic header and refuses a wrong secret', async () => {
    const org = await startOrg()
    const basic = (secret: string): string =>
      `Basic ${Buffer.from(`${org.sandbox.clientId}:${secret}`).toString('base64')}`
    const ask = (secret: string): Promise<Response> =>
      fetch(`${org.url}/services/oauth2/token`, {
        method: 'POST',
        headers: { Authorization: basic(secret) },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      })

    const right = await ask(org.sandbox.clientSecret)
    const wrong = await ask('guess')

    expect(right.status).toBe(200)
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toMatchObject({ error: 'invalid_client' })
  })

  it('says which org a session belongs to through identity and userinfo', async () => {
    const org = await startOrg()
    const { body } = await requestToken(org.url, {
      grant_type: 'client_credentials',
      client_id: org.sandbox.clientId,
      client_secret: org.sandbox.clientSecret,
    })
    const path = new URL(body['id'] ?? '').pathname

    const identity = await send(org.url, org.token, { method: 'GET', path })
    const userinfo = await send(org.url, org.token, {
      method: 'GET',
      path: '/services/oauth2/userinfo',
    })

    expect(identity.body).toMatchObject({
      organization_id: org.sandbox.orgId,
      user_type: 'STANDARD',
    })
    expect(userinfo.body).toMatchObject({ organization_id: org.sandbox.orgId })
  })
})

describe('sessions', () => {
  it('answers an expired session with 401 INVALID_SESSION_ID', async () => {
    const org = await startOrg()

    org.advance(3 * HOUR_MS)
    const reply = await org.api('GET', '/limits')

    expect(reply.status).toBe(401)
    expect(reply.body).toEqual([
      { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' },
    ])
  })

  it('answers a request without a token the same way', async () => {
    const org = await startOrg()

    const response = await fetch(`${org.url}/services/data/v67.0/limits`)

    expect(response.status).toBe(401)
  })
})

describe('web server flow with PKCE and refresh token rotation', () => {
  const VERIFIER = 'a-verifier-of-more-than-forty-three-characters-0123456789'
  const REDIRECT = 'http://127.0.0.1:9/callback'

  async function authorise(org: Awaited<ReturnType<typeof startOrg>>): Promise<string> {
    const body = new URLSearchParams({
      response_type: 'code',
      client_id: org.sandbox.clientId,
      redirect_uri: REDIRECT,
      state: 'xyz',
      code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
      decision: 'allow',
    })
    const response = await fetch(`${org.url}/services/oauth2/authorize`, {
      method: 'POST',
      body,
      redirect: 'manual',
    })
    const location = new URL(response.headers.get('location') ?? '')
    expect(location.searchParams.get('state')).toBe('xyz')
    return location.searchParams.get('code') ?? ''
  }

  const redeem = (org: Awaited<ReturnType<typeof startOrg>>, code: string, verifier: string) =>
    requestToken(org.url, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: REDIRECT,
      client_id: org.sandbox.clientId,
      client_secret: org.sandbox.clientSecret,
      code_verifier: verifier,
    })

  it.each([
    ['no code challenge', { code_challenge: undefined }, 'invalid_request'],
    ['a challenge that is not hashed', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['a scope the app does not have', { scope: 'api full' }, 'invalid_scope'],
    ['another kind of answer', { response_type: 'token' }, 'unsupported_response_type'],
  ])('tells the app no for %s', async (_, changes, error) => {
    const org = await startOrg()
    const asked = {
      response_type: 'code',
      client_id: org.sandbox.clientId,
      redirect_uri: REDIRECT,
      code_challenge: 'x'.repeat(43),
      ...changes,
    }
    const fields = Object.entries(asked).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )

    const response = await fetch(
      `${org.url}/services/oauth2/authorize?${new URLSearchParams(fields).toString()}`,
      { redirect: 'manual' },
    )

    const back = new URL(response.headers.get('location') ?? '').searchParams
    expect(back.get('error')).toBe(error)
  })

  it('leads only to the addresses of the app, where those are set', async () => {
    const org = await startOrg({ redirectUris: ['https://leadwell.example/cb'] })
    const ask = async (redirect_uri: string): Promise<number> => {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: org.sandbox.clientId,
        redirect_uri,
        code_challenge: 'x'.repeat(43),
      })
      return (await fetch(`${org.url}/services/oauth2/authorize?${query.toString()}`)).status
    }

    expect([await ask('https://leadwell.example/cb'), await ask(REDIRECT)]).toEqual([200, 400])
  })

  it('refuses a code whose verifier does not fit', async () => {
    const org = await startOrg()
    const code = await authorise(org)

    const reply = await redeem(org, code, 'another')

    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  it('ends a refresh token with its first use', async () => {
    const org = await startOrg()
    const first = await redeem(org, await authorise(org), VERIFIER)
    const refresh = (token: string | undefined) =>
      requestToken(org.url, {
        grant_type: 'refresh_token',
        refresh_token: token ?? '',
        client_id: org.sandbox.clientId,
        client_secret: org.sandbox.clientSecret,
      })

    const second = await refresh(first.body['refresh_token'])
    const again = await refresh(first.body['refresh_token'])
    const third = await refresh(second.body['refresh_token'])

    expect(second.status).toBe(200)
    expect(second.body['refresh_token']).not.toBe(first.body['refresh_token'])
    expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect(third.status).toBe(200)
  })

  it('remembers across a restart which refresh token is still good', async () => {
    const journal = memoryJournal()
    const org = await startOrg({ journal })
    const first = await redeem(org, await authorise(org), VERIFIER)
    const refresh = (url: string, token: string | undefined) =>
      requestToken(url, {
        grant_type: 'refresh_token',
        refresh_token: token ?? '',
        client_id: org.sandbox.clientId,
        client_secret: org.sandbox.clientSecret,
      })
    const second = await refresh(org.url, first.body['refresh_token'])

    const restarted = await startOrg({ journal })

    expect((await refresh(restarted.url, first.body['refresh_token'])).status).toBe(400)
    expect((await refresh(restarted.url, second.body['refresh_token'])).status).toBe(200)
  })
})

describe('JWT bearer', () => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwtPublicKey = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString()

  function assertion(claims: Record<string, unknown>): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = `${part({ alg: 'RS256' })}.${part(claims)}`
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(keys.privateKey, 'base64url')}`
  }

  const ask = (url: string, token: string) =>
    requestToken(url, {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: token,
    })

  it('accepts a signed assertion and refuses wrong audience, user, client, age or signature', async () => {
    const org = await startOrg({ jwtPublicKey })
    const good = {
      iss: org.sandbox.clientId,
      sub: org.sandbox.username,
      aud: 'https://login.salesforce.com',
      exp: BASE_TIME / 1000 + 180,
    }
    const forged = `${assertion(good).split('.').slice(0, 2).join('.')}.AAAA`

    const statuses = await Promise.all(
      [
        assertion(good),
        assertion({ ...good, aud: org.url }),
        assertion({ ...good, aud: 'https://example.com' }),
        assertion({ ...good, sub: 'somebody@else.example' }),
        assertion({ ...good, iss: 'another-app' }),
        assertion({ ...good, exp: BASE_TIME / 1000 - 1 }),
        forged,
      ].map(async (token) => (await ask(org.url, token)).status),
    )

    expect(statuses).toEqual([200, 200, 400, 400, 400, 400, 400])
  })
})

it('has an org id of 18 characters whose checksum is right', () => {
  const { orgId } = createSalesforceSandbox({
    population: createPopulation({ people: 1, seed: 1, baseTime: BASE_TIME }),
    journal: memoryJournal(),
    now: () => BASE_TIME,
  })

  expect(orgId).toMatch(/^00D[0-9A-Za-z]{12}[A-Z0-5]{3}$/)
})
