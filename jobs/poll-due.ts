import { crmOf } from '#src/crm-of.ts'
import type { Crm, PortalId } from '#src/ports.ts'

/**
 * How often changes are asked for. HubSpot's limits are by the second and its searches cheap; in
 * Salesforce two calls a poll come out of the organisation's day, so that 576 are spent on it.
 */
export const POLL_EVERY_MS: Readonly<Record<Crm, number>> = {
  hubspot: 60_000,
  salesforce: 300_000,
}

/** The schedule may come a little early; a poll is not put off for that to the one after. */
const EARLY_MS = 5_000

/** Whether a portal last polled at `lastAt` (epoch ms) is to be polled again. */
export function isPollDue(portal: PortalId, lastAt: number, nowMs: number): boolean {
  // A clock that was set back must not stop polling for as long.
  return lastAt > nowMs || nowMs - lastAt >= POLL_EVERY_MS[crmOf(portal)] - EARLY_MS
}
