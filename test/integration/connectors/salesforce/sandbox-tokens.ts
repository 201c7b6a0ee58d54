import { createHash, randomBytes } from 'node:crypto'
import type { Credentials } from '#src/ports.ts'
import type { TestOrg } from './org.ts'

const REDIRECT = 'http://localhost/callback'

/** An organisation of the sandbox and where it listens. */
export type Org = Pick<TestOrg, 'url'> & {
  readonly sandbox: Pick<TestOrg['sandbox'], 'clientId' | 'clientSecret'>
}

export async function accessToken(org: Org): Promise<string> {
  return await postToken(org, { grant_type: 'client_credentials' }, 'access_token')
}

/** What an admin's consent leaves us with: a refresh token that ends with its first use. */
export async function installApp(org: Org): Promise<Credentials> {
  const { clientId, clientSecret } = org.sandbox
  const verifier = randomBytes(32).toString('base64url')
  const consent = await postForm(`${org.url}/services/oauth2/authorize`, {
    client_id: clientId,
    redirect_uri: REDIRECT,
    response_type: 'code',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    decision: 'allow',
  })
  const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const form = { grant_type: 'authorization_code', redirect_uri: REDIRECT, code }
  const refreshToken = await postToken(org, { ...form, code_verifier: verifier }, 'refresh_token')
  return { kind: 'salesforce-refresh', loginUrl: org.url, clientId, clientSecret, refreshToken }
}

async function postToken(
  { url, sandbox }: Org,
  form: Record<string, string>,
  wanted: 'access_token' | 'refresh_token',
): Promise<string> {
  const client = { client_id: sandbox.clientId, client_secret: sandbox.clientSecret }
  const answer = await postForm(`${url}/services/oauth2/token`, { ...form, ...client })
  return String(((await answer.json()) as Record<string, unknown>)[wanted])
}

async function postForm(url: string, form: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams(form).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return await fetch(url, { method: 'POST', body, headers, redirect: 'manual' })
}
