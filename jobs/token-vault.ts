import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { AccessToken, TokenVault } from '#connectors/connector-deps.ts'
import { TransientError } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'

export interface TokenVaultDeps {
  readonly redis: Redis
  readonly sleep: (ms: number) => Promise<void>
  readonly now: () => number
  /** Makes a token unreadable for whoever reads Redis, and readable again; `undefined` for damaged ones. */
  readonly seal: (token: string) => string
  readonly open: (sealed: string) => string | undefined
}

const Kept = z.object({ value: z.string().min(1), expiresAt: z.number() })

/** Longer than any token endpoint takes; a holder that was killed blocks the others no longer. */
const LOCK_MS = 45_000
const LOOK_EVERY_MS = 50
const PATIENCE_MS = 60_000

/** Deletes the lock only if it is still ours. */
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`

/**
 * Keeps a portal's access token, sealed, where every process finds it, and lets one process at a time
 * renew it. A wiped Redis costs one renewal.
 */
export function createTokenVault(deps: TokenVaultDeps, portal: PortalId): TokenVault {
  const { redis, now } = deps
  const key = `leadwell:token:${portal}`
  return {
    read: async () => {
      const sealed = await redis.get(key)
      const token = sealed === null ? undefined : parse(deps.open(sealed))
      return token !== undefined && token.expiresAt > now() ? token : undefined
    },
    write: async (token) => {
      const forMs = Math.max(1, token.expiresAt - now())
      await redis.set(key, deps.seal(JSON.stringify(token)), 'PX', forMs)
    },
    forget: async () => void (await redis.del(key)),
    exclusively: async (work) => {
      const release = await takeLock(deps, `${key}:lock`)
      try {
        return await work()
      } finally {
        await release()
      }
    },
  }
}

async function takeLock(
  { redis, sleep }: TokenVaultDeps,
  lock: string,
): Promise<() => Promise<void>> {
  const mine = randomUUID()
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += LOOK_EVERY_MS) {
    if ((await redis.set(lock, mine, 'PX', LOCK_MS, 'NX')) === 'OK') {
      return async () => void (await redis.eval(RELEASE, 1, lock, mine))
    }
    await sleep(LOOK_EVERY_MS)
  }
  throw new TransientError(
    'token-renewal-busy',
    'Another process has been renewing the token too long',
  )
}

function parse(text: string | undefined): AccessToken | undefined {
  if (text === undefined) return undefined
  try {
    return Kept.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
