import type { Activity, ActivityKind } from '../ports.ts'
import type { TierEntry } from '../store/score-history.ts'

/** By which people come to us of their own accord; visits and opened emails come without anybody's knowing. */
const INBOUND: ReadonlySet<ActivityKind> = new Set([
  'form-submitted',
  'email-replied',
  'meeting-booked',
  'demo-booked',
  'consult-requested',
  'consult-booked',
  'webinar-registered',
  'content-downloaded',
  'campaign-responded',
  'message-received',
])

/**
 * When a person could first be worked, as known when they were first scored: their first inbound act,
 * else when the CRM first knew them. `undefined` where neither came before the outcome.
 */
export function workableAt(
  { at, facts }: Pick<TierEntry, 'at' | 'facts'>,
  activities: readonly Activity[],
  outcomeAt: number | undefined,
): number | undefined {
  const until = Math.min(at, outcomeAt ?? at)
  const acts = activities.filter((one) => INBOUND.has(one.kind) && one.at <= until)
  if (acts.length > 0) return acts.reduce((first, one) => Math.min(first, one.at), until)
  const created = facts['createdAt']
  return typeof created === 'number' && created <= until ? created : undefined
}
