import { type NextFunction, type Request, type Response, Router, urlencoded } from 'express'
import { z } from 'zod'
import { Refusal } from '#sandbox/hubspot/portal/refusal.ts'
import type { ApiContext } from './api-context.ts'
import { createAuthorize } from './authorize.ts'
import type { TokenMint } from './tokens.ts'

const ACCESS_SECONDS = 1_800

export interface OauthDeps {
  readonly context: Pick<ApiContext, 'state' | 'now' | 'commit'>
  readonly mint: TokenMint
  readonly clientId: string
  readonly clientSecret: string
  readonly grantable: readonly string[]
  readonly redirectUris: readonly string[] | undefined
  /** Every refresh hands out a new refresh token and ends the one it came with. */
  readonly rotates: boolean
  /** Called for every answered call. */
  readonly count: () => void
}

/** The consent page and the token endpoints. */
export function createOauthRouter(deps: OauthDeps): Router {
  const router = Router()
  const form = urlencoded({ extended: false })
  const counted = (handler: (request: Request, response: Response) => void) =>
    [
      form,
      (request: Request, response: Response, next: NextFunction) => {
        deps.count()
        handler(request, response)
        if (!response.headersSent) next()
      },
    ] as const
  const issue = createTokenIssuer(deps)
  const authorize = createAuthorize(deps)
  router.get('/authorize', ...counted(authorize.ask))
  router.post('/authorize', ...counted(authorize.answer))
  router.post(
    '/:version/token',
    ...counted((request, response) => response.json(issue(request.body))),
  )
  router.post('/:version/token/introspect', ...counted(introspect(deps)))
  router.post('/:version/token/revoke', ...counted(revoke(deps)))
  return router
}

const TokenRequest = z.object({
  grant_type: z.string().default(''),
  client_id: z.string().default(''),
  client_secret: z.string().default(''),
  code: z.string().default(''),
  redirect_uri: z.string().default(''),
  refresh_token: z.string().default(''),
})

function createTokenIssuer({ context, mint, clientId, clientSecret, rotates }: OauthDeps) {
  let serial = 0
  const spentCodes = new Set<string>()
  const seal = (use: 'access' | 'refresh', scopes: string[], expiresAt: number | null) => {
    serial += 1
    return mint.seal({ use, scopes, expiresAt, serial: context.now() * 1_000 + serial })
  }
  const answer = (scopes: string[], refreshToken: string) => ({
    token_type: 'bearer',
    refresh_token: refreshToken,
    access_token: seal('access', scopes, context.now() + ACCESS_SECONDS * 1_000),
    hub_id: context.state.portalId,
    scopes,
    expires_in: ACCESS_SECONDS,
  })
  return (body: unknown) => {
    const asked = TokenRequest.parse(body ?? {})
    if (asked.client_id !== clientId) {
      throw badOauth('invalid_client', 'BAD_CLIENT_ID', 'missing or unknown client id')
    }
    if (asked.client_secret !== clientSecret) {
      throw badOauth('invalid_client', 'BAD_CLIENT_SECRET', 'missing or invalid client secret')
    }
    if (asked.grant_type === 'refresh_token') {
      const grant = mint.open(asked.refresh_token)
      if (grant?.use !== 'refresh' || context.state.revokedTokens.has(asked.refresh_token)) {
        throw badOauth('invalid_grant', 'BAD_REFRESH_TOKEN', 'missing or invalid refresh token')
      }
      if (!rotates) return answer(grant.scopes, asked.refresh_token)
      context.commit([{ op: 'revoke', token: asked.refresh_token }])
      return answer(grant.scopes, seal('refresh', grant.scopes, null))
    }
    if (asked.grant_type !== 'authorization_code') {
      throw badOauth('unsupported_grant_type', 'BAD_GRANT_TYPE', 'missing or unknown grant type')
    }
    const grant = mint.open(asked.code)
    const good = grant?.use === 'code' && grant.redirectUri === asked.redirect_uri
    if (!good || spentCodes.has(asked.code) || (grant.expiresAt ?? 0) < context.now()) {
      throw badOauth('invalid_grant', 'BAD_AUTH_CODE', 'missing or expired auth code')
    }
    spentCodes.add(asked.code)
    return answer(grant.scopes, seal('refresh', grant.scopes, null))
  }
}

const TokenBody = z.object({ token: z.string().default('') })

function introspect({ mint, context, clientId }: OauthDeps) {
  return (request: Request, response: Response) => {
    const { token } = TokenBody.parse(request.body ?? {})
    const grant = mint.open(token)
    const expired = (grant?.expiresAt ?? Number.POSITIVE_INFINITY) <= context.now()
    if (grant === undefined || expired || context.state.revokedTokens.has(token)) {
      response.json({ active: false })
      return
    }
    response.json({
      active: true,
      token_use: grant.use === 'access' ? 'access_token' : 'refresh_token',
      hub_id: context.state.portalId,
      client_id: clientId,
      scopes: grant.scopes,
      ...(grant.expiresAt !== null && {
        expires_in: Math.floor((grant.expiresAt - context.now()) / 1_000),
      }),
    })
  }
}

function revoke({ context }: OauthDeps) {
  return (request: Request, response: Response) => {
    const { token } = TokenBody.parse(request.body ?? {})
    if (token === '') throw badOauth('invalid_request', 'BAD_TOKEN', 'missing token')
    context.commit([{ op: 'revoke', token }])
    response.status(204).end()
  }
}

function badOauth(error: string, status: string, description: string): Refusal {
  return new Refusal(400, description, { status, error, error_description: description })
}
