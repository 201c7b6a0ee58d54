import type { Quota } from '#src/connector-port.ts'
import type { Pauses } from './judge-answer.ts'

/** HubSpot counts search and associations apart from everything else (HubSpot docs, "API usage guidelines"). */
const POOLS = ['general', 'search', 'associations'] as const
export type Pool = (typeof POOLS)[number]

/** Keeps everybody concerned from calling, and lets them know why. */
export async function pausePools(
  quota: Quota,
  pool: Pool,
  { pauses = 'nobody', pauseMs = 0, code }: { pauses?: Pauses; pauseMs?: number; code: string },
): Promise<void> {
  if (pauses === 'nobody') return
  for (const one of pauses === 'portal' ? POOLS : [pool]) await quota.pause(one, pauseMs, code)
}
