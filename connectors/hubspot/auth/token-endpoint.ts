import { z } from 'zod'
import type { AccessToken } from '#src/connector-port.ts'
import { PermanentError, TransientError } from '#src/errors.ts'
import { tokenRefused, unreadable } from '../transport/errors.ts'
import type { Http, HttpAnswer } from '../transport/http.ts'
import { PATHS } from '../transport/paths.ts'

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.coerce.number().optional(),
  hub_id: z.coerce.string().optional(),
  scopes: z.array(z.string()).optional(),
})
export type TokenAnswer = z.infer<typeof TokenAnswer>

/** What HubSpot says instead of a token: `{status, error, error_description}`, every part optional. */
const Refusal = z
  .object({
    error: z.string().optional().catch(undefined),
    status: z.string().optional().catch(undefined),
  })
  .catch({})

const LIFETIME_S = 1_800
const RENEW_BEFORE_MS = 60_000

/**
 * Asks `POST /oauth/<date>/token`; `undefined` when HubSpot no longer takes the code or refresh token.
 * Throws TransientError for "not now" and PermanentError for every other refusal.
 */
export async function requestToken(
  http: Http,
  form: Readonly<Record<string, string>>,
): Promise<TokenAnswer | undefined> {
  const answer = await post(http, new URLSearchParams(form))
  if (answer.status >= 500 || answer.status === 429) {
    throw new TransientError(
      'hubspot-token-unavailable',
      `Token endpoint answered ${answer.status}`,
    )
  }
  if (answer.status >= 400) return refusalOf(answer)
  const parsed = TokenAnswer.safeParse(answer.body)
  if (!parsed.success) throw unreadable({ method: 'POST', path: PATHS.token })
  return parsed.data
}

export function accessTokenOf(answer: TokenAnswer, nowMs: number): AccessToken {
  const lifetimeMs = (answer.expires_in ?? LIFETIME_S) * 1_000
  return { value: answer.access_token, expiresAt: nowMs + lifetimeMs - RENEW_BEFORE_MS }
}

function refusalOf({ body }: HttpAnswer): undefined {
  const { error, status } = Refusal.parse(body)
  const codes = [error, status]
  const isGrant = ['invalid_grant', 'BAD_REFRESH_TOKEN', 'BAD_AUTH_CODE'].some((code) =>
    codes.includes(code),
  )
  if (isGrant) return undefined
  const isClient = ['invalid_client', 'BAD_CLIENT_ID', 'BAD_CLIENT_SECRET'].some((code) =>
    codes.includes(code),
  )
  throw isClient ? clientRefused() : tokenRefused()
}

function clientRefused(): PermanentError {
  return new PermanentError(
    'hubspot-client-refused',
    'HubSpot does not know the app by this client id and secret',
    'Compare HUBSPOT_CLIENT_ID and HUBSPOT_CLIENT_SECRET with the Auth tab of the app, then install it again.',
  )
}

export function foreignCredentials(): PermanentError {
  return new PermanentError('hubspot-credentials', 'These credentials do not belong to HubSpot')
}

async function post(http: Http, body: URLSearchParams): Promise<HttpAnswer> {
  try {
    return await http({ method: 'POST', path: PATHS.token, body })
  } catch {
    throw new TransientError('hubspot-unreachable', 'HubSpot did not answer the token request')
  }
}
