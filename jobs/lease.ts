import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'

/** Something that one process does at a time. Who holds it may still lose it: what it guards must bear two. */
export interface Lease {
  /** Takes it, or keeps it when it is ours already; false when somebody else has it. */
  hold(): Promise<boolean>
  release(): Promise<void>
}

const HOLD = `
local owner = redis.call('get', KEYS[1])
if owner and owner ~= ARGV[1] then return 0 end
redis.call('set', KEYS[1], ARGV[1], 'px', ARGV[2])
return 1`

const RELEASE = `
if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
return 0`

/** Runs out by itself `ttlMs` after it was held last, so that a crash frees it. */
export function createLease(redis: Redis, key: string, ttlMs: number): Lease {
  const owner = randomUUID()
  return {
    hold: async () => (await redis.eval(HOLD, 1, key, owner, ttlMs)) === 1,
    release: async () => void (await redis.eval(RELEASE, 1, key, owner)),
  }
}
