import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import type { AccessToken } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import type { Credentials } from '#src/ports.ts'
import type { Http } from '../transport/http.ts'
import {
  accessTokenOf,
  foreignCredentials,
  requestToken,
  type TokenAnswer,
} from './token-endpoint.ts'

export type RenewDeps = Pick<ConnectorDeps, 'now' | 'sleep' | 'loadCredentials' | 'saveCredentials'>
type OAuthCredentials = Extract<Credentials, { kind: 'hubspot-oauth' }>

/** Long enough for another process to save what it was just given. */
const SETTLE_MS = 2_000
/** After that the stored credentials are looked at again. */
const FIXED_MS = 30 * 60_000

/**
 * A new access token by the refresh token as it is stored now. A rotated one is kept before anything is
 * called with what came along with it. Throws PermanentError `hubspot-uninstalled` when HubSpot takes it
 * no longer and nobody has stored another.
 */
export async function renewAccess(deps: RenewDeps, http: Http): Promise<AccessToken> {
  const stored = await deps.loadCredentials()
  if (stored.kind !== 'hubspot-oauth') return fixedFor(deps, stored)
  const answer = await refresh(stored, http)
  if (answer !== undefined) return await keep(deps, stored, answer)
  await deps.sleep(SETTLE_MS)
  const newer = await deps.loadCredentials()
  if (newer.kind !== 'hubspot-oauth') return fixedFor(deps, newer)
  const second = newer.refreshToken === stored.refreshToken ? undefined : await refresh(newer, http)
  if (second === undefined) throw uninstalled()
  return await keep(deps, newer, second)
}

async function refresh(
  { clientId, clientSecret, refreshToken }: OAuthCredentials,
  http: Http,
): Promise<TokenAnswer | undefined> {
  return await requestToken(http, {
    grant_type: 'refresh_token',
    client_id: clientId,
    client_secret: clientSecret,
    refresh_token: refreshToken,
  })
}

async function keep(
  { now, saveCredentials }: RenewDeps,
  used: OAuthCredentials,
  answer: TokenAnswer,
): Promise<AccessToken> {
  const { refresh_token: refreshToken = used.refreshToken } = answer
  if (refreshToken !== used.refreshToken) await saveCredentials({ ...used, refreshToken }, used)
  return accessTokenOf(answer, now())
}

/** The portal was connected with a static token meanwhile, maybe by another process. */
function fixedFor({ now }: RenewDeps, credentials: Credentials): AccessToken {
  if (credentials.kind !== 'hubspot-token') throw foreignCredentials()
  return { value: credentials.accessToken, expiresAt: now() + FIXED_MS }
}

function uninstalled(): PermanentError {
  return new PermanentError(
    'hubspot-uninstalled',
    'HubSpot no longer takes the refresh token: the app was uninstalled or its access withdrawn',
    'Install the app in the portal again, from /oauth/hubspot/install.',
  )
}
