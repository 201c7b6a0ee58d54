import type { Request, Response } from 'express'
import { TransientError } from '#src/errors.ts'
import { isSame } from './oauth-session.ts'
import { type CountTries, createSignInLimit } from './sign-in-limit.ts'
import { isMadeSecret } from './sign-in-secret.ts'

/** Why a secret does not open what it was given for. */
export interface Refusal {
  readonly status: 401 | 429 | 503
  readonly error: string
  readonly retryAfterS?: number
}

/** Compares with the admin token, no oftener than people try; `undefined`: it is right. */
export type CheckAdminToken = (request: Request, secret: string) => Promise<Refusal | undefined>

const WRONG: Refusal = { status: 401, error: 'admin-token-needed' }

/** The tries are those of the API: whoever guesses does not get another set of them here. */
export function createAdminTokenCheck(adminToken: string, countTries: CountTries): CheckAdminToken {
  const limit = createSignInLimit(countTries)
  return async (request, secret) => {
    // A browser asks without one before it asks its user: that is no try.
    if (secret === '') return WRONG
    const isRight = isSame(secret, adminToken)
    try {
      if (!isMadeSecret(secret)) await limit.settle(request, secret, isRight)
    } catch (error) {
      if (!(error instanceof TransientError)) throw error
      const retryAfterS = Math.ceil((error.retryAfterMs ?? 1_000) / 1_000)
      const status = error.code === 'sign-in-limited' ? 429 : 503
      return { status, error: error.code, retryAfterS }
    }
    return isRight ? undefined : WRONG
  }
}

/** Status and headers; what is said is up to who refuses. */
export function refuse(response: Response, { status, retryAfterS }: Refusal): void {
  response.status(status)
  if (status === 401) response.set('WWW-Authenticate', 'Basic realm="Leadwell", charset="UTF-8"')
  if (retryAfterS !== undefined) response.set('Retry-After', String(retryAfterS))
}
