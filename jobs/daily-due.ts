import type { PortalId } from '#src/ports.ts'
import { spreadMs } from './spread.ts'

const DAY_MS = 24 * 3_600_000

/**
 * Whether a portal last looked into at `lastAt` (epoch ms) is to be looked into again. Each has a time of
 * day of its own; one that was missed, while nothing ran, is made up for.
 */
export function isDailyDue(portal: PortalId, lastAt: number | undefined, nowMs: number): boolean {
  // A clock that was set back must not put it off for as long.
  if (lastAt === undefined || lastAt > nowMs) return true
  const offset = spreadMs(portal, DAY_MS)
  const latest = Math.floor((nowMs - offset) / DAY_MS) * DAY_MS + offset
  return lastAt < latest
}
