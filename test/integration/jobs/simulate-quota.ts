import type { Redis } from 'ioredis'
import { createQuota } from '#jobs/quota.ts'
import { createRateLimit, limitsOf } from '#sandbox/hubspot/api/rate-limit.ts'
import { createRandom } from '#sandbox/seed/random.ts'
import type { Lane, PortalId } from '#src/ports.ts'
import { createVirtualTime } from './virtual-time.ts'

const START = Date.UTC(2026, 10, 20, 12)
const WINDOW_MS = 10_000
const BULK_WORKERS = 12
/** Reads and one write: what a webhook's mark takes until its record is written. */
const CALLS_A_MARK = 4
const MARK_EVERY_MS = 4_000
/** One way, either way, as far as a call may be late. */
const LATENCY_MS = { least: 20, most: 240 }

export interface QuotaRun {
  readonly minutes: number
  /** Calls a second of another app on the same limit; none without. */
  readonly otherPerSecond?: number
}

export interface QuotaFigures {
  readonly calls: number
  readonly refused: number
  /** Refusals in the worst ten seconds. */
  readonly refusedInAWindow: number
  /** Calls made of those the limit allows, from the second window on. */
  readonly usedShare: number
  readonly markP95Ms: number
  readonly marks: number
}

/**
 * Bulk work that never ends and webhook marks now and then, against the limit of a professional portal
 * counted as strictly as the sandbox counts, every call reaching it early or late.
 */
export async function simulateQuota(
  redis: Redis,
  portal: PortalId,
  { minutes, otherPerSecond = 0 }: QuotaRun,
): Promise<QuotaFigures> {
  const time = createVirtualTime(START)
  const random = createRandom(11, 1)
  const endMs = START + minutes * 60_000
  const server = createRateLimit({
    limits: limitsOf('professional'),
    timeZone: 'UTC',
    now: () => time.now(),
  })
  const token = { kind: 'private', app: 'shared', scopes: new Set<string>() } as const
  const quota = createQuota({ redis, sleep: (ms) => time.sleep(ms), now: () => time.now() }, portal)
  const latency = (): number =>
    LATENCY_MS.least + random.next() * (LATENCY_MS.most - LATENCY_MS.least)
  const refusals: number[] = []
  const marks: number[] = []
  let calls = 0
  let early = 0

  const call = async (lane: Lane): Promise<void> => {
    await quota.take('general', lane)
    await time.sleep(latency() / 2)
    calls += 1
    if (time.now() < START + WINDOW_MS) early += 1
    const answer = ask()
    await time.sleep(latency() / 2)
    if (answer === undefined) await quota.pause('general', WINDOW_MS, 'hubspot-rate-limited')
    else await quota.learn('general', { ...answer, intervalMs: WINDOW_MS })
  }
  const ask = (): { limit: number; remaining: number } | undefined => {
    try {
      const headers = server('burst', token)
      return {
        limit: Number(headers['X-HubSpot-RateLimit-Max']),
        remaining: Number(headers['X-HubSpot-RateLimit-Remaining']),
      }
    } catch {
      refusals.push(time.now())
      return undefined
    }
  }

  const bulk = async (): Promise<void> => {
    while (time.now() < endMs) await call('bulk')
  }
  const mark = async (startsIn: number): Promise<void> => {
    await time.sleep(startsIn)
    const from = time.now()
    for (let made = 0; made < CALLS_A_MARK; made += 1) await call('event')
    marks.push(time.now() - from)
  }
  const other = async (): Promise<void> => {
    while (otherPerSecond > 0 && time.now() < endMs) {
      await time.sleep((random.next() * 2_000) / otherPerSecond)
      try {
        server('burst', token)
      } catch {
        // Its refusals are its own affair.
      }
    }
  }
  const markCount = Math.floor((minutes * 60_000) / MARK_EVERY_MS)
  await time.run([
    ...Array.from({ length: BULK_WORKERS }, () => bulk),
    ...Array.from({ length: markCount }, (_, index) => () => mark(index * MARK_EVERY_MS)),
    other,
  ])

  const due = (limitsOf('professional').burst * (endMs - START - WINDOW_MS)) / WINDOW_MS
  return {
    calls,
    refused: refusals.length,
    refusedInAWindow: Math.max(0, ...refusals.map((at) => countWithin(refusals, at))),
    usedShare: (calls - early) / due,
    markP95Ms: percentile(marks, 0.95),
    marks: marks.length,
  }
}

function countWithin(times: readonly number[], from: number): number {
  return times.filter((at) => at >= from && at < from + WINDOW_MS).length
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
