import express, { type Request, type Router } from 'express'
import { PermanentError } from '#src/errors.ts'
import type { CallCounter } from '../call-counter.ts'
import { bearerOf, originOf } from '../http-request.ts'
import type { Org } from '../org.ts'
import { askConsent, takeConsent } from './authorize.ts'
import { identityOf } from './identity.ts'
import { grantToken, type TokenDeps } from './token-endpoint.ts'

const BAD_ID_TOKEN = 'Bad_OAuth_Token'

/** Tokens, the consent page, revocation and identity. */
export function oauthRouter(deps: TokenDeps & { org: Org; calls: CallCounter }): Router {
  const router = express.Router()
  router.post('/services/oauth2/token', (request, response) => {
    deps.calls.count('token', 0)
    try {
      const tokenRequest = {
        form: formOf(request),
        authorization: request.get('authorization'),
        origin: originOf(request),
      }
      response.set('Cache-Control', 'no-store').json(grantToken(deps, tokenRequest))
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error
      response.status(400).json({ error: error.code, error_description: error.message })
    }
  })
  router.get('/services/oauth2/authorize', (request, response) =>
    askConsent(deps, request, response),
  )
  router.post('/services/oauth2/authorize', (request, response) =>
    takeConsent(deps, formOf(request), response),
  )
  router.post('/services/oauth2/revoke', (request, response) => {
    deps.sessions.end(formOf(request)['token'] ?? '')
    response.status(200).end()
  })
  router.get(['/id/:org/:user', '/services/oauth2/userinfo'], (request, response) => {
    deps.calls.count('identity', 0)
    const userId = deps.sessions.userOf(bearerOf(request) ?? '')
    if (userId === undefined) response.status(403).type('text').send(BAD_ID_TOKEN)
    else response.json(identityOf(deps.org, userId, originOf(request)))
  })
  return router
}

function formOf(request: Request): Readonly<Record<string, string>> {
  const body: unknown = request.body
  if (typeof body === 'string') return Object.fromEntries(new URLSearchParams(body))
  return {}
}
