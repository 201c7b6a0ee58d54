import { Refusal } from '#sandbox/hubspot/portal/refusal.ts'
import type { Tier } from './rate-limit.ts'

/** Throws HubSpot's 403 where the portal is not subscribed to Enterprise. */
export function requireEnterprise(tier: Tier): void {
  if (tier === 'enterprise') return
  throw new Refusal(403, "Your portal's subscription does not include this API.", {
    category: 'BANNED',
  })
}
