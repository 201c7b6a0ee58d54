import { createHash } from 'node:crypto'
import type { PortalId } from '#src/ports.ts'

/** Always the same moment of a span for one portal, and portals evenly over it. */
export function spreadMs(portal: PortalId, withinMs: number): number {
  const share = createHash('sha256').update(portal).digest().readUInt32BE() / 2 ** 32
  return Math.floor(share * withinMs)
}

/** Portals that fall due together begin so far apart, and all of them before they are due again. */
const APART_MS = 250

/** How long to wait before work that many portals have to do at once. */
export function waitOf(portal: PortalId, portals: number, intervalMs: number): number {
  return spreadMs(portal, Math.min((portals - 1) * APART_MS, intervalMs * 0.8))
}
