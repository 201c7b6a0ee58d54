import type { PortalId } from '#src/ports.ts'

/** Where a pool's state is kept in Redis: `window`, `meta` or `waiting`. */
export function quotaKey(portal: PortalId, pool: string, what: string): string {
  return `leadwell:quota:${portal}:${pool}:${what}`
}

/** Calls ever made, by pool. */
export function callsKey(portal: PortalId): string {
  return `leadwell:calls:${portal}`
}

/** Calls of the last 24 hours, by quarter of an hour. */
export function callsOfDayKey(portal: PortalId): string {
  return `leadwell:calls-of-day:${portal}`
}
