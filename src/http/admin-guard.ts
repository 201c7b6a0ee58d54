import type { RequestHandler } from 'express'
import { type GuardDeps, isThisMachine, passwordOf } from './oauth-guard.ts'
import { isSame } from './oauth-session.ts'

/**
 * Who may look at metrics and the queue: whoever knows the admin token, as a bearer token (Prometheus) or
 * as the password a browser asks for; without one only this machine. With a token set this machine has to
 * give it too: a proxy or a sidecar on it would otherwise open the page to whoever it serves.
 */
export function adminGuard({ adminToken, publicUrl }: GuardDeps): RequestHandler {
  return (request, response, next) => {
    response.set('Cache-Control', 'no-store')
    if (adminToken === undefined) {
      if (isThisMachine(request, publicUrl)) next()
      else response.status(403).json({ error: 'admin-token-not-configured' })
      return
    }
    const bearer = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1]
    if (isSame(bearer ?? passwordOf(request), adminToken)) {
      next()
      return
    }
    response.set('WWW-Authenticate', 'Basic realm="Leadwell", charset="UTF-8"')
    response.status(401).json({ error: 'admin-token-needed' })
  }
}
