import type { Redis } from 'ioredis'
import { crmOf } from '#src/crm-of.ts'
import type { Crm, PortalId } from '#src/ports.ts'
import { callsOfDayKey, quotaKey } from './quota-keys.ts'
import { CLOCK, DAY } from './quota-scripts.ts'

/**
 * Percent of the requests an account has in 24 hours that are ours to make, where the CRM bounds the day
 * and other apps live off the same allowance. HubSpot gives every private app its own.
 */
const SHARES: Record<Crm, number> = { hubspot: 0, salesforce: 20 }

/** The share in force: what was configured, or what is fair where nothing was. 0: no rule. */
export function shareOf(portal: PortalId, configured: number | undefined): number {
  const share = SHARES[crmOf(portal)]
  return share === 0 ? 0 : (configured ?? share)
}

/** How a portal stands with the requests of the last 24 hours. */
export interface DailyUsage {
  /** Calls we made, every process together. */
  readonly usedByUs: number
  /** Percent of the account's requests that are ours. */
  readonly share: number
  /** What that comes to in calls; `undefined` until the CRM has told its limit, or where there is no rule. */
  readonly allowed: number | undefined
  /** Everybody's, as the CRM told last. */
  readonly account: { readonly used: number; readonly limit: number } | undefined
  /** Why event work waits, where it does: a code the queue and the log show too. */
  readonly stoppedBy: string | undefined
  /** Epoch ms at which calls are made again. */
  readonly until: number | undefined
}

export interface DailyUsageOptions {
  readonly redis: Redis
  /** `LEADWELL_SALESFORCE_DAILY_SHARE`. */
  readonly dailyShare?: number | undefined
  readonly now?: () => number
}

/** What a person asks when a portal stands still; makes no call and counts none. */
export async function dailyUsage(
  { redis, dailyShare, now }: DailyUsageOptions,
  portal: PortalId,
): Promise<DailyUsage> {
  const share = shareOf(portal, dailyShare)
  const keys = [callsOfDayKey(portal), quotaKey(portal, 'general', 'meta')]
  const answer = await redis.eval(
    USAGE,
    2,
    ...keys,
    now?.() ?? '',
    share,
    share > 0 ? crmOf(portal) : '',
  )
  const [used, allowed, limit, remaining, at, waitMs, code] = answer as [
    ...[number, number, number, number, number, number],
    string,
  ]
  return {
    usedByUs: used,
    share,
    allowed: limit > 0 && share > 0 ? allowed : undefined,
    account: limit > 0 ? { used: limit - remaining, limit } : undefined,
    stoppedBy: waitMs > 0 ? code : undefined,
    until: waitMs > 0 ? at + waitMs : undefined,
  }
}

/** KEYS: calls of the day, meta. ARGV: time, share, CRM. */
const USAGE = `${CLOCK}${DAY}
local used, allowed, limit, remaining, wait, code = day_of(KEYS[1], KEYS[2], tonumber(ARGV[2]), 'event', ARGV[3])
local paused = tonumber(redis.call('HGET', KEYS[2], 'pausedUntil') or '0')
if paused > now + wait then
  wait = paused - now
  code = redis.call('HGET', KEYS[2], 'pausedBy') or ''
end
return {used, allowed, limit, remaining, now, wait, code}
`
