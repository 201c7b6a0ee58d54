import { errorCode } from '../errors.ts'
import type { Finding } from './finding.ts'

/** What is asked of the client. */
export interface RedisAnswers {
  info(): Promise<string>
  /** Seconds and microseconds. */
  time(): Promise<readonly (number | string)[]>
}

/** BullMQ's own floor. */
const LEAST_VERSION = [6, 2] as const
/** Leases and budgets are counted by Redis's clock on one side and by ours on the other. */
const MOST_SKEW_MS = 2_000

const AREA = 'redis'

/** Version, eviction, persistence and clock of the Redis that carries the work. */
export async function checkRedis(
  redis: RedisAnswers,
  { now, isPrivate }: { now: () => number; isPrivate: boolean },
): Promise<readonly Finding[]> {
  try {
    const info = readInfo(await redis.info())
    const [seconds, micros] = await redis.time()
    const skewMs = Math.abs(Number(seconds) * 1_000 + Number(micros) / 1_000 - now())
    return [
      checkVersion(info.get('redis_version') ?? ''),
      checkEviction(info.get('maxmemory_policy') ?? ''),
      checkPersistence(info, isPrivate),
      checkClock(skewMs),
    ]
  } catch (error) {
    const todo = 'Start Redis, or unset REDIS_URL to let Leadwell run a private one.'
    return [
      { area: AREA, check: 'answers', level: 'problem', says: `no: ${errorCode(error)}`, todo },
    ]
  }
}

function readInfo(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(/\r?\n/).flatMap((line): [string, string][] => {
      const colon = line.indexOf(':')
      return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1)]] : []
    }),
  )
}

function checkVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [leastMajor, leastMinor] = LEAST_VERSION
  const isOld = major < leastMajor || (major === leastMajor && minor < leastMinor)
  const finding = { area: AREA, check: 'version', says: version } as const
  if (!isOld) return { ...finding, level: 'ok' }
  return { ...finding, level: 'problem', todo: 'Use Redis 6.2 or newer.' }
}

/** An evicting Redis drops jobs and budgets without a word. */
function checkEviction(policy: string): Finding {
  const finding = { area: AREA, check: 'eviction', says: policy } as const
  if (policy === 'noeviction') return { ...finding, level: 'ok' }
  return { ...finding, level: 'problem', todo: 'Set maxmemory-policy to noeviction.' }
}

function checkPersistence(info: ReadonlyMap<string, string>, isPrivate: boolean): Finding {
  const finding = { area: AREA, check: 'persistence' } as const
  if (info.get('aof_enabled') === '1') return { ...finding, level: 'ok', says: 'append-only file' }
  // Everything in it comes back from Postgres; only the budget of the day starts anew.
  const says = isPrivate ? 'none; Postgres brings everything back' : 'snapshots at most'
  if (isPrivate) return { ...finding, level: 'ok', says }
  return { ...finding, level: 'note', says, todo: 'Set appendonly yes to restart without a pause.' }
}

function checkClock(skewMs: number): Finding {
  const says = `${Math.round(skewMs)} ms apart from ours`
  const finding = { area: AREA, check: 'clock', says } as const
  if (skewMs <= MOST_SKEW_MS) return { ...finding, level: 'ok' }
  return { ...finding, level: 'problem', todo: 'Synchronise the clocks of both machines (NTP).' }
}
