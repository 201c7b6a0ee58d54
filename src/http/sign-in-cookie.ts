import type { Request } from 'express'
import { PermanentError } from '#src/errors.ts'
import { publicOriginOf } from './public-uri.ts'

const NAME = 'leadwell-session'

/** The header that gives a browser its session, or takes it back when there is no secret. */
export function sessionCookie(
  request: Request,
  publicUrl: string | undefined,
  { secret, forMs }: { secret: string; forMs: number },
): string {
  const secure = isSecure(request, publicUrl)
  const parts = [
    `${cookieName(secure)}=${secret}`,
    'Path=/',
    `Max-Age=${Math.floor(forMs / 1000)}`,
    'HttpOnly',
    'SameSite=Strict',
  ]
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ')
}

/** The secret of the session a browser sent along. */
export function sessionSecretIn(
  request: Request,
  publicUrl: string | undefined,
): string | undefined {
  const name = cookieName(isSecure(request, publicUrl))
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

/**
 * A browser sends its cookie whoever made it ask, so what changes something has to come from a page
 * of this server; browsers name the origin with every such request. Throws `csrf-refused`.
 */
export function assertOwnOrigin(request: Request, publicUrl: string | undefined): void {
  const own = originOf(publicOriginOf(request, publicUrl))
  const asked = request.get('origin')
  if (asked !== undefined && own !== undefined && originOf(asked) === own) return
  throw new PermanentError(
    'csrf-refused',
    'A session may change things only from a page of this server, and this request does not say it is.',
    'Behind a proxy set PUBLIC_URL to the address people use; from a program send a token instead.',
  )
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined
}

function isSecure(request: Request, publicUrl: string | undefined): boolean {
  return publicOriginOf(request, publicUrl).startsWith('https:')
}

/** `__Host-` keeps other hosts of the domain from setting it; browsers take that by https only. */
function cookieName(secure: boolean): string {
  return `${secure ? '__Host-' : ''}${NAME}`
}
