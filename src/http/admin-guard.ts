import type { RequestHandler } from 'express'
import { createAdminTokenCheck, refuse } from './admin-token-check.ts'
import { type GuardDeps, isThisMachine, passwordOf } from './oauth-guard.ts'

/**
 * Who may look at metrics and the queue: whoever knows the admin token, as a bearer token (Prometheus) or
 * as the password a browser asks for; without one only this machine. With a token set this machine has to
 * give it too: a proxy or a sidecar on it would otherwise open the page to whoever it serves.
 */
export function adminGuard({ adminToken, publicUrl, countTries }: GuardDeps): RequestHandler {
  const check = adminToken === undefined ? undefined : createAdminTokenCheck(adminToken, countTries)
  return async (request, response, next) => {
    response.set('Cache-Control', 'no-store')
    if (check === undefined) {
      if (isThisMachine(request, publicUrl)) next()
      else response.status(403).json({ error: 'admin-token-not-configured' })
      return
    }
    const bearer = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1]
    const refusal = await check(request, bearer ?? passwordOf(request))
    if (refusal === undefined) {
      next()
      return
    }
    refuse(response, refusal)
    response.json({ error: refusal.error })
  }
}
