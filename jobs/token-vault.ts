import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { AccessToken, TokenVault } from '#src/connector-port.ts'
import { TransientError } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'
import { createLease } from './lease.ts'

export interface TokenVaultDeps {
  readonly redis: Redis
  readonly sleep: (ms: number) => Promise<void>
  readonly now: () => number
  /** Makes a token unreadable for whoever reads Redis. */
  readonly seal: (token: string) => string
  /** `undefined` for what cannot be opened. */
  readonly open: (sealed: string) => string | undefined
  /** How long a process that was killed while renewing keeps the others waiting; default 15 s. */
  readonly lockMs?: number
}

export interface SharedTokenVault extends TokenVault {
  /** The portal was connected anew: what was shared belongs to the old connection. */
  forget(): Promise<void>
}

const Kept = z.object({
  value: z.string().min(1),
  expiresAt: z.number(),
  instanceUrl: z.string().optional(),
  identityUrl: z.string().optional(),
})

const LOCK_MS = 15_000
const LOOK_EVERY_MS = 50
const PATIENCE_MS = 60_000

/**
 * Keeps a portal's access token, sealed, where every process finds it, and lets one at a time renew it.
 * Nothing here is needed to go on: a wiped Redis costs one renewal.
 */
export function createTokenVault(deps: TokenVaultDeps, portal: PortalId): SharedTokenVault {
  const { redis, now } = deps
  const key = `leadwell:token:${portal}`
  let pending: Promise<AccessToken> | undefined
  let pendingFor: string | undefined

  const read = async (refused: string | undefined): Promise<AccessToken | undefined> => {
    const sealed = await redis.get(key)
    const token = sealed === null ? undefined : parse(deps.open(sealed))
    const holds = token !== undefined && token.expiresAt > now() && token.value !== refused
    return holds ? token : undefined
  }
  const takeShared: TokenVault['take'] = async (refused, renew) => {
    const shared = await read(refused)
    if (shared !== undefined) return shared
    return await exclusively(deps, `${key}:lock`, async () => {
      const meanwhile = await read(refused)
      if (meanwhile !== undefined) return meanwhile
      const token = await renew()
      const forMs = token.expiresAt - now()
      if (forMs > 0) await redis.set(key, deps.seal(JSON.stringify(token)), 'PX', forMs)
      return token
    })
  }
  return {
    take: async (refused, renew) => {
      for (;;) {
        if (pending === undefined) {
          pendingFor = refused
          pending = takeShared(refused, renew).finally(() => {
            pending = undefined
          })
        }
        const isForUs = pendingFor === refused
        const token = await pending
        // Who joined others gets what they asked for, which may be what the CRM refused us.
        if (isForUs || token.value !== refused) return token
      }
    },
    forget: async () => void (await redis.del(key)),
  }
}

/** The lock lives on as long as the work does, however slow, and ends soon after a process is killed. */
async function exclusively<T>(
  { redis, sleep, lockMs = LOCK_MS }: TokenVaultDeps,
  lock: string,
  work: () => Promise<T>,
): Promise<T> {
  const lease = createLease(redis, lock, lockMs)
  for (let waitedMs = 0; !(await lease.hold()); waitedMs += LOOK_EVERY_MS) {
    if (waitedMs >= PATIENCE_MS) {
      throw new TransientError('token-renewal-busy', 'Another process keeps renewing the token')
    }
    await sleep(LOOK_EVERY_MS)
  }
  const extending = setInterval(() => void lease.hold().catch(() => undefined), lockMs / 3)
  try {
    return await work()
  } finally {
    clearInterval(extending)
    await lease.release().catch(() => undefined)
  }
}

function parse(text: string | undefined): AccessToken | undefined {
  if (text === undefined) return undefined
  try {
    return Kept.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
