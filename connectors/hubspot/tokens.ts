import { z } from 'zod'
import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import { PermanentError, TransientError } from '#src/errors.ts'
import type { Credentials } from '#src/ports.ts'
import { tokenRefused, unreadable } from './errors.ts'
import type { Http, HttpAnswer } from './http.ts'
import { PATHS } from './paths.ts'

/** Gives the access token to call with. */
export interface Tokens {
  current(): Promise<string>
  /** After a 401: a token other than `refused`, or `undefined` when there is no way to another. */
  replace(refused: string): Promise<string | undefined>
}

type OAuthCredentials = Extract<Credentials, { kind: 'hubspot-oauth' }>
interface AccessToken {
  readonly value: string
  readonly expiresAt: number
}

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.coerce.number().optional(),
})

const LIFETIME_S = 1_800
const RENEW_BEFORE_MS = 60_000

/** Static tokens stay; OAuth tokens are renewed shortly before they end, once for all waiting calls. */
export function createTokens(
  deps: Pick<ConnectorDeps, 'credentials' | 'now' | 'saveCredentials'>,
  http: Http,
): Tokens {
  const { credentials } = deps
  if (credentials.kind === 'hubspot-token') {
    return { current: async () => credentials.accessToken, replace: async () => undefined }
  }
  if (credentials.kind === 'hubspot-oauth') return createOAuthTokens(credentials, deps, http)
  throw new PermanentError('hubspot-credentials', 'These credentials do not belong to HubSpot')
}

function createOAuthTokens(
  credentials: OAuthCredentials,
  deps: Pick<ConnectorDeps, 'now' | 'saveCredentials'>,
  http: Http,
): Tokens {
  let known = credentials
  let token: AccessToken | undefined
  let pending: Promise<AccessToken> | undefined

  const renew = async (): Promise<AccessToken> => {
    const answer = await refresh(known, http)
    if (answer.refresh_token !== undefined && answer.refresh_token !== known.refreshToken) {
      known = { ...known, refreshToken: answer.refresh_token }
      await deps.saveCredentials(known)
    }
    const lifetimeMs = (answer.expires_in ?? LIFETIME_S) * 1_000
    return { value: answer.access_token, expiresAt: deps.now() + lifetimeMs - RENEW_BEFORE_MS }
  }
  const renewOnce = async (): Promise<string> => {
    pending ??= renew().finally(() => {
      pending = undefined
    })
    token = await pending
    return token.value
  }

  return {
    current: async () =>
      token !== undefined && deps.now() < token.expiresAt ? token.value : await renewOnce(),
    replace: async (refused) =>
      token !== undefined && token.value !== refused ? token.value : await renewOnce(),
  }
}

async function refresh(
  { clientId, clientSecret, refreshToken }: OAuthCredentials,
  http: Http,
): Promise<z.infer<typeof TokenAnswer>> {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: clientId,
    client_secret: clientSecret,
    refresh_token: refreshToken,
  })
  const answer = await post(http, body)
  if (answer.status >= 500 || answer.status === 429) {
    throw new TransientError(
      'hubspot-token-unavailable',
      `Token endpoint answered ${answer.status}`,
    )
  }
  if (answer.status >= 400) throw tokenRefused()
  const parsed = TokenAnswer.safeParse(answer.body)
  if (!parsed.success) throw unreadable({ method: 'POST', path: PATHS.token })
  return parsed.data
}

async function post(http: Http, body: URLSearchParams): Promise<HttpAnswer> {
  try {
    return await http({ method: 'POST', path: PATHS.token, body })
  } catch {
    throw new TransientError('hubspot-unreachable', 'HubSpot did not answer the token request')
  }
}
