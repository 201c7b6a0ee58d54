import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { CRMS, type Crm } from '#src/ports.ts'
import type { OauthDeps } from './oauth-deps.ts'

/** Long enough to log in to a CRM and find the right account. */
export const SESSION_MS = 10 * 60_000

const Session = z.object({
  crm: z.enum(CRMS),
  /** Goes to the CRM and comes back: proves that this browser asked. */
  state: z.string().min(1),
  /** Never leaves the cookie but for the exchange of the code (RFC 7636). */
  verifier: z.string().min(1),
  /** The login address that was chosen. */
  loginUrl: z.string(),
  redirectUri: z.string(),
  expiresAt: z.number(),
})
export type OauthSession = z.infer<typeof Session>

export type SessionDeps = Pick<OauthDeps, 'seal' | 'open'> & { readonly now: () => number }

export function createSession(
  start: Pick<OauthSession, 'crm' | 'loginUrl' | 'redirectUri'>,
  nowMs: number,
): OauthSession {
  const secret = (): string => randomBytes(32).toString('base64url')
  return { ...start, state: secret(), verifier: secret(), expiresAt: nowMs + SESSION_MS }
}

export function challengeOf({ verifier }: OauthSession): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

/** Keeps the session in the browser that started it, and nowhere else. */
export function giveSession(response: Response, deps: SessionDeps, session: OauthSession): void {
  const secure = session.redirectUri.startsWith('https:')
  response.cookie(cookieName(session.crm, secure), deps.seal(JSON.stringify(session)), {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: SESSION_MS,
  })
}

/** The session whose state came back; `undefined` when this browser did not start it, or long ago. */
export function findSession(
  request: Request,
  deps: SessionDeps,
  crm: Crm,
): OauthSession | undefined {
  const { state } = request.query
  const session = [true, false]
    .map((secure) => cookieIn(request, cookieName(crm, secure)))
    .map((sealed) => (sealed === undefined ? undefined : parse(deps.open(sealed))))
    .find((one) => one !== undefined)
  if (session === undefined || session.crm !== crm || session.expiresAt <= deps.now()) {
    return undefined
  }
  return typeof state === 'string' && isSame(state, session.state) ? session : undefined
}

export function endSession(response: Response, { crm, redirectUri }: OauthSession): void {
  const secure = redirectUri.startsWith('https:')
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const
  response.clearCookie(cookieName(crm, secure), options)
}

/** `__Host-` keeps other hosts of the domain from setting it; browsers take that by https only. */
function cookieName(crm: Crm, secure: boolean): string {
  return `${secure ? '__Host-' : ''}leadwell-oauth-${crm}`
}

function cookieIn(request: Request, name: string): string | undefined {
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}

function parse(text: string | undefined): OauthSession | undefined {
  if (text === undefined) return undefined
  return Session.safeParse(JSON.parse(text)).data
}

/** In constant time, whatever the lengths. */
export function isSame(given: string, due: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(due))
}
