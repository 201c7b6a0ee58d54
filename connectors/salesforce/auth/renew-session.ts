import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import type { AccessToken } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import type { Credentials } from '#src/ports.ts'
import { audiencesOf, signAssertion } from './jwt.ts'
import { refusedLogin, type TokenRefusal } from './login-refusal.ts'
import { accessTokenOf, isRefusal, requestToken, type TokenAnswer } from './token-endpoint.ts'

type SalesforceCredentials = Extract<Credentials, { kind: `salesforce-${string}` }>

export type RenewDeps = Pick<ConnectorDeps, 'now' | 'sleep' | 'loadCredentials' | 'saveCredentials'>

/** Long enough for another process to save what it was just given. */
const SETTLE_MS = 2_000

/**
 * A new access token by the credentials as they are stored now. With rotation each use ends the refresh
 * token it came with, so the new one is kept before anything is called. When Salesforce takes ours no
 * longer and another process has stored a newer one, that one is tried, once.
 */
export async function renewSession(deps: RenewDeps): Promise<AccessToken> {
  const stored = salesforceOnly(await deps.loadCredentials())
  const answer = await login(stored, deps.now())
  if (!isRefusal(answer)) return await keep(deps, stored, answer)
  if (answer.reason !== 'grant' || stored.kind !== 'salesforce-refresh') {
    throw refusedLogin(stored.kind, answer)
  }
  await deps.sleep(SETTLE_MS)
  const newer = salesforceOnly(await deps.loadCredentials())
  const isNewer = newer.kind !== stored.kind || newer.refreshToken !== stored.refreshToken
  const second = isNewer ? await login(newer, deps.now()) : answer
  if (isRefusal(second)) throw refusedLogin(newer.kind, second)
  return await keep(deps, newer, second)
}

async function login(
  credentials: SalesforceCredentials,
  nowMs: number,
): Promise<TokenAnswer | TokenRefusal> {
  let refusal: TokenRefusal = { code: 'none', status: 0, reason: 'other' }
  for (const form of formsOf(credentials, nowMs)) {
    const answer = await requestToken(credentials.loginUrl, form)
    if (!isRefusal(answer)) return answer
    refusal = answer
    if (refusal.code !== 'invalid_grant') break
  }
  return refusal
}

async function keep(
  { now, saveCredentials }: RenewDeps,
  used: SalesforceCredentials,
  answer: TokenAnswer,
): Promise<AccessToken> {
  const { refresh_token: refreshToken } = answer
  if (used.kind === 'salesforce-refresh' && refreshToken !== undefined) {
    // The old refresh token is dead from here on: keep the new one before anything can fail.
    const rotated = { ...used, refreshToken }
    if (refreshToken !== used.refreshToken) await saveCredentials(rotated, used)
  }
  return accessTokenOf(answer, used.loginUrl, now())
}

/** What is posted to the token endpoint; several when the right audience is not certain. */
function formsOf(
  credentials: SalesforceCredentials,
  nowMs: number,
): readonly Readonly<Record<string, string>>[] {
  switch (credentials.kind) {
    case 'salesforce-client-credentials':
      return [{ grant_type: 'client_credentials', ...clientOf(credentials) }]
    case 'salesforce-refresh':
      return [
        {
          grant_type: 'refresh_token',
          ...clientOf(credentials),
          refresh_token: credentials.refreshToken,
        },
      ]
    case 'salesforce-jwt':
      return audiencesOf(credentials.loginUrl).map((audience) => ({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: signAssertion(credentials, audience, nowMs),
      }))
  }
}

function clientOf({ clientId, clientSecret }: { clientId: string; clientSecret: string }): {
  client_id: string
  client_secret: string
} {
  return { client_id: clientId, client_secret: clientSecret }
}

/** Throws PermanentError for credentials of another CRM, and for a login address that is none. */
export function salesforceOnly(credentials: Credentials): SalesforceCredentials {
  if (credentials.kind === 'hubspot-token' || credentials.kind === 'hubspot-oauth') {
    throw new PermanentError('wrong-credentials', 'These credentials are not for Salesforce.')
  }
  if (!URL.canParse(credentials.loginUrl)) {
    throw new PermanentError(
      'salesforce-login-url-invalid',
      'The Salesforce login URL is not a URL.',
      'Set SALESFORCE_LOGIN_URL to the My Domain address, such as https://example.my.salesforce.com.',
    )
  }
  return credentials
}
