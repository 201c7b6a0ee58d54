import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { AccessToken } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import type { Credentials, PortalId } from '#src/ports.ts'
import { organisationIn } from './auth/identity.ts'
import { refusedLogin } from './auth/login-refusal.ts'
import { accessTokenOf, isRefusal, requestToken, type TokenAnswer } from './auth/token-endpoint.ts'
import { unexpectedAnswer } from './transport/errors.ts'
import { exchange } from './transport/fetch-transport.ts'

/** The external client app as Salesforce knows it. */
export interface SalesforceApp {
  readonly clientId: string
  readonly clientSecret: string
  /** A login address besides Salesforce's own, such as a test server's. */
  readonly loginUrl: string | undefined
}

/** What an authorisation gave us. */
export interface SalesforceGrant {
  readonly credentials: Credentials
  readonly token: AccessToken
  readonly portal: PortalId
}

const AUTHORIZE = '/services/oauth2/authorize'
/** To call the API, to go on doing so, and to be told which organisation it is. */
const SCOPES = 'api refresh_token id'

const LOGINS: Readonly<Record<string, string>> = {
  production: 'https://login.salesforce.com',
  sandbox: 'https://test.salesforce.com',
}
/** "My Domain Login URL", enhanced domains and the government cloud included. */
const MY_DOMAIN = /^(?:[a-z0-9-]+\.)+my\.salesforce(?:-setup)?\.(?:com|mil)$/i

/**
 * The login address for `production`, `sandbox` or a My Domain host. The client secret is sent there, so
 * nothing but Salesforce's hosts and the configured address will do: throws PermanentError for others.
 */
export function salesforceLogin(
  login: string | undefined,
  { loginUrl }: Pick<SalesforceApp, 'loginUrl'>,
): string {
  if (login === undefined || login === '') return loginUrl ?? 'https://login.salesforce.com'
  const known = LOGINS[login.toLowerCase()]
  if (known !== undefined) return known
  if (login === loginUrl) return loginUrl
  const host = login.replace(/^https:\/\//i, '').replace(/\/.*$/, '')
  if (MY_DOMAIN.test(host)) return `https://${host.toLowerCase()}`
  throw new PermanentError(
    'salesforce-login-unknown',
    'The login named is not one of Salesforce.',
    'Put ?login=production, ?login=sandbox or ?login=<your My Domain>.my.salesforce.com behind the address.',
  )
}

/** Where a browser asks for consent, with PKCE (Salesforce Help, "OAuth 2.0 Web Server Flow"). */
export function salesforceAuthorizeUrl(
  { clientId }: SalesforceApp,
  asked: { loginUrl: string; redirectUri: string; state: string; challenge: string },
): string {
  const url = new URL(AUTHORIZE, asked.loginUrl)
  url.searchParams.set('response_type', 'code')
  url.searchParams.set('client_id', clientId)
  url.searchParams.set('redirect_uri', asked.redirectUri)
  url.searchParams.set('scope', SCOPES)
  url.searchParams.set('state', asked.state)
  url.searchParams.set('code_challenge', asked.challenge)
  url.searchParams.set('code_challenge_method', 'S256')
  return url.href
}

/** Exchanges the code that came back, and makes sure which organisation answered. */
export async function redeemSalesforceCode(
  { clientId, clientSecret }: SalesforceApp,
  given: { loginUrl: string; redirectUri: string; code: string; verifier: string; nowMs: number },
): Promise<SalesforceGrant> {
  const { loginUrl, nowMs } = given
  const answer = await requestToken(loginUrl, {
    grant_type: 'authorization_code',
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uri: given.redirectUri,
    code: given.code,
    code_verifier: given.verifier,
  })
  if (isRefusal(answer)) {
    throw answer.reason === 'grant' ? codeRefused() : refusedLogin('salesforce-refresh', answer)
  }
  if (answer.refresh_token === undefined) throw notToStay()
  const token = accessTokenOf(answer, loginUrl, nowMs)
  const organisation = await provenOrganisation(answer, token, clientSecret)
  return {
    credentials: {
      kind: 'salesforce-refresh',
      loginUrl,
      clientId,
      clientSecret,
      refreshToken: answer.refresh_token,
    },
    token,
    portal: `salesforce:${organisation}`,
  }
}

const Identity = z.object({ organization_id: z.string() })

/** The id in the signed answer has to be that of the organisation which takes the token. */
async function provenOrganisation(
  { id, issued_at: issuedAt = '', signature }: TokenAnswer,
  { value, instanceUrl = '' }: AccessToken,
  clientSecret: string,
): Promise<string> {
  const claimed = organisationIn(id)
  if (id === undefined || claimed === undefined || !URL.canParse(id)) throw mismatch()
  const due = createHmac('sha256', clientSecret).update(`${id}${issuedAt}`).digest()
  if (signature !== undefined && !isSame(Buffer.from(signature, 'base64'), due)) throw mismatch()
  const path = new URL(id).pathname
  const answer = await exchange(`${instanceUrl}${path}`, {
    headers: { authorization: `Bearer ${value}`, accept: 'application/json' },
  })
  const told = Identity.safeParse(parseJson(answer.body))
  if (!told.success) throw unexpectedAnswer('GET /id')
  if (organisationIn(told.data.organization_id) !== claimed) throw mismatch()
  return claimed
}

function isSame(given: Buffer, due: Buffer): boolean {
  return given.length === due.length && timingSafeEqual(given, due)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function codeRefused(): PermanentError {
  return new PermanentError(
    'salesforce-code-refused',
    'Salesforce did not take the code it sent: it is used once, lives for minutes and belongs to one browser.',
    'Start the connection again.',
  )
}

function notToStay(): PermanentError {
  return new PermanentError(
    'salesforce-no-refresh-token',
    'Salesforce granted access for one session only.',
    'Add the scope "refresh_token, offline_access" to the app in Salesforce, then start again.',
  )
}

function mismatch(): PermanentError {
  return new PermanentError(
    'salesforce-organisation-mismatch',
    'The organisation that answered is not the one the login was for.',
    'Start again, from the address of your own organisation.',
  )
}
