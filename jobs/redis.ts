import { Redis } from 'ioredis'
import { PermanentError } from '#src/errors.ts'

/** Opens Redis and proves that it answers; BullMQ needs commands that never give up. */
export async function openRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    lazyConnect: true,
    connectTimeout: 5_000,
    retryStrategy: () => null,
  })
  // Without a listener ioredis prints connection errors itself.
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    await redis.ping()
  } catch (error) {
    redis.disconnect()
    throw unreachable(url, error)
  }
  redis.options.retryStrategy = (attempt) => Math.min(attempt * 200, 5_000)
  return redis
}

function unreachable(url: string, error: unknown): PermanentError {
  const refused = error instanceof Error && /NOAUTH|WRONGPASS/.test(error.message)
  if (refused) {
    return new PermanentError(
      'redis-password-refused',
      `Redis at ${hostOf(url)} refused the password in REDIS_URL.`,
      'Check the user and password part of REDIS_URL.',
    )
  }
  return new PermanentError(
    'redis-unreachable',
    `Redis at ${hostOf(url)} does not answer.`,
    'Start it, correct REDIS_URL, or unset REDIS_URL to let Leadwell run a private one.',
  )
}

/** Host and port only: a Redis URL carries a password. */
function hostOf(url: string): string {
  try {
    return new URL(url).host || 'the given path'
  } catch {
    return 'the given address'
  }
}
