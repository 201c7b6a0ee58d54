import type { Request } from 'express'
import { TransientError } from '#src/errors.ts'
import { hashSecret } from './sign-in-secret.ts'

/**
 * Adds to a counter that all processes share and says how it stands; it begins anew `forMs` after it
 * was first counted. Adding nothing only asks.
 */
export type CountTries = (
  name: string,
  add: 0 | 1,
  forMs: number,
) => Promise<{ readonly count: number; readonly resetInMs: number }>

export interface SignInLimit {
  /** Counts a try before its secret is looked at. Throws TransientError `sign-in-limited`. */
  take(request: Request, secret: string): Promise<void>
  /** Throws like `take`, but counts nothing. */
  ask(request: Request, secret: string): Promise<void>
  /**
   * For a secret already looked at: counts a wrong one and throws like `take` for a right one too, in one
   * step. However many come at once, each finds those before it counted, and a right one costs no try.
   */
  settle(request: Request, secret: string, isRight: boolean): Promise<void>
}

const WINDOW_MS = 5 * 60_000
/** People behind one address share it; a start of a secret is one person's or somebody guessing. */
const MOST = { address: 30, prefix: 10 } as const
const PREFIX_LENGTH = 8

/** No more tries of secrets than people need, by address and by how the secret begins. */
export function createSignInLimit(countTries: CountTries): SignInLimit {
  const standOf = async (request: Request, secret: string, add: 0 | 1) =>
    Promise.all([
      countTries(addressName(request), add, WINDOW_MS).then(over(MOST.address, add)),
      countTries(prefixName(secret), add, WINDOW_MS).then(over(MOST.prefix, add)),
    ]).catch(() => {
      // Without the counters anybody could try for ever.
      throw new TransientError('sign-in-unavailable', 'Tries cannot be counted just now.', 5000)
    })
  const assert = async (request: Request, secret: string, add: 0 | 1): Promise<void> => {
    const waitMs = Math.max(...(await standOf(request, secret, add)))
    if (waitMs > 0) throw limited(waitMs)
  }
  return {
    take: (request, secret) => assert(request, secret, 1),
    ask: (request, secret) => assert(request, secret, 0),
    settle: (request, secret, isRight) => assert(request, secret, isRight ? 0 : 1),
  }
}

/** How long to wait; 0 while there are tries left. */
function over(most: number, add: 0 | 1) {
  return ({ count, resetInMs }: { count: number; resetInMs: number }): number =>
    count + 1 - add > most ? Math.max(resetInMs, 1) : 0
}

/** Neither addresses nor anything of a secret stand in Redis. */
function addressName(request: Request): string {
  return `sign-in:address:${hashSecret(request.ip ?? '').toString('base64url')}`
}

/** Two bytes: enough to tell starts apart, too little to find a secret by. */
function prefixName(secret: string): string {
  const start = hashSecret(secret.slice(0, PREFIX_LENGTH))
  return `sign-in:prefix:${start.subarray(0, 2).toString('hex')}`
}

function limited(waitMs: number): TransientError {
  return new TransientError(
    'sign-in-limited',
    'Too many tries to sign in from this address or with a token that begins like this.',
    waitMs,
  )
}
