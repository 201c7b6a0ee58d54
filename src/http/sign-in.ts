import { timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import { PermanentError } from '#src/errors.ts'
import type { Store } from '#src/store/store.ts'
import { assertOwnOrigin, sessionCookie, sessionSecretIn } from './sign-in-cookie.ts'
import { type CountTries, createSignInLimit } from './sign-in-limit.ts'
import { hashSecret, isMadeSecret, makeSecret } from './sign-in-secret.ts'

type Access = Store['access']
export type AccessRole = Awaited<ReturnType<Access['createToken']>>['role']

/** A working day. */
const SESSION_MS = 12 * 60 * 60_000
/** How the ledger calls whoever uses the token of the configuration. */
const BOOTSTRAP = { name: 'admin-token', role: 'admin' } as const

/** Who asks, by the name of their token. */
export interface Caller {
  readonly name: string
  readonly role: AccessRole
}

export interface SignInDeps {
  readonly access: Access
  readonly now: () => number
  readonly publicUrl: string | undefined
  /** The token of the configuration, with which the first others are made. */
  readonly adminToken: string | undefined
  readonly countTries: CountTries
}

export interface SignIn {
  /**
   * By bearer token, else by session. Throws PermanentError `token-missing`, `token-refused`,
   * `session-over` or `csrf-refused`.
   */
  callerOf(request: Request): Promise<Caller>
  /** Makes a session and its cookie. Throws `token-refused` or TransientError `sign-in-limited`. */
  start(request: Request, token: string): Promise<Caller & { expiresAt: number; cookie: string }>
  /** Ends the session of the request, if it has one; the cookie takes it out of the browser. */
  end(request: Request, caller: Caller): Promise<{ cookie: string }>
}

export function createSignIn(deps: SignInDeps): SignIn {
  const { access, publicUrl, now } = deps
  const limit = createSignInLimit(deps.countTries)
  const bootstrapHash = deps.adminToken === undefined ? undefined : hashSecret(deps.adminToken)

  const holderOf = async (hash: Uint8Array): Promise<Caller | undefined> => {
    if (bootstrapHash !== undefined && timingSafeEqual(hash, bootstrapHash)) return BOOTSTRAP
    const token = await access.useToken(hash)
    return token && { name: token.name, role: token.role }
  }

  const byBearer = async (request: Request, secret: string): Promise<Caller> => {
    // Nobody guesses a token of ours; only what a person thought up has to be kept from being tried.
    const isGuessable = !isMadeSecret(secret)
    // Keeps a flood from the store; what counts is asked again once the secret was looked at.
    if (isGuessable) await limit.ask(request, secret)
    const holder = await holderOf(hashSecret(secret))
    if (isGuessable) await limit.settle(request, secret, holder !== undefined)
    if (holder !== undefined) return holder
    throw refused()
  }

  const bySession = async (request: Request, secret: string): Promise<Caller> => {
    const session = await access.findSession(hashSecret(secret))
    const holder = session && (await holderOf(session.tokenHash))
    if (holder === undefined) throw over()
    if (!isReading(request)) assertOwnOrigin(request, publicUrl)
    return holder
  }

  return {
    callerOf: (request) => {
      const authorization = request.get('authorization')
      if (authorization !== undefined) return byBearer(request, bearerIn(authorization))
      const secret = sessionSecretIn(request, publicUrl)
      if (secret === undefined) return Promise.reject(tokenMissing())
      return bySession(request, secret)
    },
    start: async (request, token) => {
      if (request.get('origin') !== undefined) assertOwnOrigin(request, publicUrl)
      await limit.take(request, token)
      const tokenHash = hashSecret(token)
      const holder = await holderOf(tokenHash)
      if (holder === undefined) throw refused()
      const secret = makeSecret()
      const expiresAt = now() + SESSION_MS
      const hash = hashSecret(secret)
      await access.startSession({ hash, tokenHash, expiresAt, by: holder.name })
      const cookie = sessionCookie(request, publicUrl, { secret, forMs: SESSION_MS })
      return { ...holder, expiresAt, cookie }
    },
    end: async (request, { name }) => {
      const secret = sessionSecretIn(request, publicUrl)
      if (secret !== undefined) await access.endSession(hashSecret(secret), name)
      return { cookie: sessionCookie(request, publicUrl, { secret: '', forMs: 0 }) }
    },
  }
}

function isReading({ method }: Request): boolean {
  return method === 'GET'
}

function bearerIn(authorization: string): string {
  const secret = /^Bearer +([\x21-\x7e][\x20-\x7e]{0,511})$/i.exec(authorization)?.[1]
  if (secret === undefined) throw tokenMissing()
  return secret
}

export function tokenMissing(): PermanentError {
  return new PermanentError(
    'token-missing',
    'This takes a token, and none came along.',
    'Send it as "Authorization: Bearer <token>"; make one with: leadwell token create <name> --role <role>',
  )
}

function refused(): PermanentError {
  return new PermanentError(
    'token-refused',
    'This token is not known here, or was revoked.',
    'Make another with: leadwell token create <name> --role <role>',
  )
}

function over(): PermanentError {
  return new PermanentError(
    'session-over',
    'The session is over: it ended, its time passed, or its token was revoked.',
    'Sign in again.',
  )
}
