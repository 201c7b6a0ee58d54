import { createHmac } from 'node:crypto'
import { USERS } from '../org.ts'
import type { AuthorizationCodes } from './authorization-codes.ts'
import { checkAssertion } from './check-assertion.ts'
import { oauthError } from './oauth-error.ts'
import type { Sessions } from './sessions.ts'

interface OauthClient {
  readonly clientId: string
  readonly clientSecret: string
  readonly username: string
  readonly jwtPublicKey: string | undefined
  /** As the app is set up; without it any address. */
  readonly redirectUris: readonly string[] | undefined
}

/** What an admin may have done that ends every login, in the words of the token endpoint. */
export interface LoginRefusal {
  readonly error: string
  readonly description: string
}

export interface TokenRequest {
  readonly form: Readonly<Record<string, string>>
  readonly authorization: string | undefined
  /** Scheme and host the request came to; becomes instance_url. */
  readonly origin: string
}

export type TokenReply = Readonly<Record<string, string>>

export interface TokenDeps {
  readonly orgId: string
  readonly client: OauthClient
  readonly sessions: Sessions
  readonly codes: AuthorizationCodes
  readonly now: () => number
  readonly loginRefusal: () => LoginRefusal | undefined
}

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

/** Answers `POST /services/oauth2/token`. Throws what becomes `{error, error_description}`. */
export function grantToken(deps: TokenDeps, request: TokenRequest): TokenReply {
  const { form } = request
  const grantType: string = form['grant_type'] ?? ''
  const refusal = deps.loginRefusal()
  if (refusal !== undefined) throw oauthError(refusal.error, refusal.description)
  switch (grantType) {
    case 'client_credentials':
      checkClient(deps, request)
      return reply(deps, request, undefined)
    case JWT_BEARER:
      checkAssertion(form['assertion'] ?? '', {
        ...deps.client,
        publicKey: deps.client.jwtPublicKey,
        origin: request.origin,
        now: deps.now(),
      })
      return reply(deps, request, undefined)
    case 'refresh_token':
      checkClient(deps, request)
      return rotate(deps, request)
    case 'authorization_code':
      checkClient(deps, request)
      return redeem(deps, request)
    default:
      throw oauthError('unsupported_grant_type', 'grant type not supported')
  }
}

function redeem(deps: TokenDeps, request: TokenRequest): TokenReply {
  const { code = '', redirect_uri = '', code_verifier } = request.form
  const scopes = deps.codes.redeem(code, redirect_uri, code_verifier)
  const staysOn = scopes.some((scope) => scope === 'refresh_token' || scope === 'offline_access')
  return reply(deps, request, staysOn ? deps.sessions.grantRefresh(USERS.integration) : undefined)
}

/** Refresh Token Rotation: every use hands out a new refresh token and ends the one it came with. */
function rotate(deps: TokenDeps, request: TokenRequest): TokenReply {
  const userId = deps.sessions.useRefresh(request.form['refresh_token'] ?? '')
  if (userId === undefined) throw oauthError('invalid_grant', 'expired access/refresh token')
  return reply(deps, request, deps.sessions.grantRefresh(userId))
}

function checkClient({ client }: TokenDeps, { form, authorization }: TokenRequest): void {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1]
  const [basicId, basicSecret] =
    basic === undefined ? [] : Buffer.from(basic, 'base64').toString('utf8').split(':')
  if ((basicId ?? form['client_id']) !== client.clientId) {
    throw oauthError('invalid_client_id', 'client identifier invalid')
  }
  if ((basicSecret ?? form['client_secret']) !== client.clientSecret) {
    throw oauthError('invalid_client', 'invalid client credentials')
  }
}

function reply(
  deps: TokenDeps,
  { origin }: TokenRequest,
  refreshToken: string | undefined,
): TokenReply {
  const id = `${origin}/id/${deps.orgId}/${USERS.integration}`
  const issuedAt = String(deps.now())
  const signature = createHmac('sha256', deps.client.clientSecret).update(`${id}${issuedAt}`)
  return {
    access_token: deps.sessions.open(USERS.integration),
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    signature: signature.digest('base64'),
    scope: refreshToken === undefined ? 'api id' : 'refresh_token api id',
    instance_url: origin,
    id,
    token_type: 'Bearer',
    issued_at: issuedAt,
  }
}
