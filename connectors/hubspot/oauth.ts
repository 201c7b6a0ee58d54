import type { AccessToken } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import type { Credentials, PortalId } from '#src/ports.ts'
import { missingFeatures, OPTIONAL_SCOPES, REQUIRED_SCOPES } from './auth/scopes.ts'
import { accessTokenOf, requestToken } from './auth/token-endpoint.ts'
import { createHttp } from './transport/http.ts'

/** The app as HubSpot knows it. */
export interface HubspotApp {
  readonly clientId: string
  readonly clientSecret: string
  /** Where people are asked; the API has another host. */
  readonly appUrl: string
  readonly apiUrl: string
}

/** What an installation gave us. */
export interface HubspotGrant {
  readonly credentials: Credentials
  readonly token: AccessToken
  /** The portal the token says it belongs to. */
  readonly portal: PortalId | undefined
  /** What is not to be had with the scopes granted, a sentence each. */
  readonly missing: readonly string[]
}

/** Where a browser asks for consent (HubSpot docs, "Working with OAuth"). */
export function hubspotAuthorizeUrl(
  { appUrl, clientId }: HubspotApp,
  { redirectUri, state }: { redirectUri: string; state: string },
): string {
  const url = new URL('/oauth/authorize', appUrl)
  url.searchParams.set('client_id', clientId)
  url.searchParams.set('redirect_uri', redirectUri)
  url.searchParams.set('scope', REQUIRED_SCOPES.join(' '))
  url.searchParams.set('optional_scope', OPTIONAL_SCOPES.join(' '))
  url.searchParams.set('state', state)
  return url.href
}

/** Exchanges the code that came back. Throws PermanentError `hubspot-code-refused` when it is spent. */
export async function redeemHubspotCode(
  { clientId, clientSecret, apiUrl }: HubspotApp,
  { code, redirectUri, nowMs }: { code: string; redirectUri: string; nowMs: number },
): Promise<HubspotGrant> {
  const answer = await requestToken(createHttp(apiUrl), {
    grant_type: 'authorization_code',
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uri: redirectUri,
    code,
  })
  if (answer?.refresh_token === undefined) throw codeRefused()
  const { refresh_token: refreshToken, hub_id: hubId, scopes } = answer
  return {
    credentials: { kind: 'hubspot-oauth', clientId, clientSecret, refreshToken },
    token: accessTokenOf(answer, nowMs),
    portal: hubId === undefined ? undefined : `hubspot:${hubId}`,
    missing: scopes === undefined ? [] : missingFeatures(scopes),
  }
}

function codeRefused(): PermanentError {
  return new PermanentError(
    'hubspot-code-refused',
    'HubSpot did not take the code it sent: it is used once and lives for minutes',
    'Start the installation again.',
  )
}
