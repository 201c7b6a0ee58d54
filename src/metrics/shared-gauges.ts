import { Gauge, type Registry } from 'prom-client'
import type { PortalFigures, SharedFigures } from './portal-figures.ts'

/** Portals with series of their own; the rest is one portal `others`, so that series stay few. */
const MOST_PORTALS = 200

interface Sample {
  readonly metric: GaugeName
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** Gauges of what all processes share. Ages of `others` are the oldest, everything else is summed. */
const GAUGES = {
  leadwell_queue_jobs: ['Jobs in the queue by state.', 'state'],
  leadwell_portals: ['Portals by status.', 'status'],
  leadwell_figures_age_seconds: ['How old the figures read from Postgres and Redis are.'],
  leadwell_marks: ['Dirty marks: waiting to be read, parked for a person.', 'portal', 'state'],
  leadwell_marks_oldest_seconds: ['How long the oldest dirty mark has waited.', 'portal'],
  leadwell_intents: ['Intents: written, pending, parked for a person.', 'portal', 'state'],
  leadwell_intents_oldest_seconds: ['How long the oldest writable intent has waited.', 'portal'],
  leadwell_due_oldest_seconds: ['How long ago the longest due score was to change.', 'portal'],
  leadwell_records: ['Records stored, scored, held.', 'portal', 'state'],
  leadwell_records_by_tier: ['People scored, by tier.', 'portal', 'tier'],
  leadwell_run_people: [
    'People of the run that goes on: total, scored, changed.',
    'portal',
    'state',
  ],
  leadwell_drift_alarms: ['Alarms of the latest drift check, by model.', 'portal', 'model'],
  leadwell_drift_check_oldest_seconds: ['How long ago drift was checked.', 'portal'],
  leadwell_crm_calls: ['Calls ever made to the CRM, by pool.', 'portal', 'pool'],
  leadwell_quota_used: ['Calls used of a window; day: by us in 24 hours.', 'portal', 'pool'],
  leadwell_quota_limit: ['Calls a window allows; day: our share of it.', 'portal', 'pool'],
  leadwell_quota_remaining: ['Calls left of a window; day: of our share.', 'portal', 'pool'],
  leadwell_account_day_used: ["Everybody's calls of the CRM account in 24 hours.", 'portal'],
  leadwell_account_day_limit: ['Calls the CRM account has in 24 hours.', 'portal'],
  leadwell_calls_paused: ['1 while no call may be made to the CRM.', 'portal'],
} as const
type GaugeName = keyof typeof GAUGES

export interface SharedGauges {
  set(figures: SharedFigures, nowMs: number): void
}

export function createSharedGauges(registry: Registry): SharedGauges {
  const gauges = new Map(
    Object.entries(GAUGES).map(([name, [help, ...labelNames]]) => [
      name,
      new Gauge({ name, help, labelNames, registers: [registry] }),
    ]),
  )
  return {
    set: (figures, nowMs) => {
      for (const gauge of gauges.values()) gauge.reset()
      const given = [...sharedSamples(figures, nowMs), ...portalSamples(figures.portals)]
      for (const { metric, labels, value } of given) gauges.get(metric)?.set({ ...labels }, value)
    },
  }
}

function sharedSamples(figures: SharedFigures, nowMs: number): readonly Sample[] {
  const byStatus = { connected: figures.connected, disconnected: figures.disconnected }
  return [
    ...each('leadwell_queue_jobs', 'state', figures.queue),
    ...each('leadwell_portals', 'status', byStatus),
    {
      metric: 'leadwell_figures_age_seconds',
      labels: {},
      value: Math.max(0, nowMs - figures.at) / 1_000,
    },
  ]
}

function portalSamples(portals: readonly PortalFigures[]): readonly Sample[] {
  const merged = new Map<string, Sample>()
  for (const [index, figures] of portals.entries()) {
    const portal = index < MOST_PORTALS ? figures.portal : 'others'
    for (const { metric, labels, value } of samplesOf(figures)) {
      const key = JSON.stringify([metric, portal, labels])
      const before = merged.get(key)?.value ?? 0
      const isAge = metric.endsWith('_oldest_seconds')
      const both = isAge ? Math.max(before, value) : before + value
      merged.set(key, { metric, labels: { portal, ...labels }, value: both })
    }
  }
  return [...merged.values()]
}

function samplesOf({
  marks,
  tally,
  calls,
  run,
  drift,
  oldestIntentMs,
  oldestDueMs,
}: PortalFigures): readonly Sample[] {
  const { written, pending, parked, records: stored, scored, held } = tally
  const { made, pools, day } = calls
  const one = (metric: GaugeName, value: number): Sample => ({ metric, labels: {}, value })
  return [
    ...each('leadwell_marks', 'state', { waiting: marks.waiting, parked: marks.parked }),
    one('leadwell_marks_oldest_seconds', marks.oldestMs / 1_000),
    ...each('leadwell_intents', 'state', { written, pending, parked }),
    one('leadwell_intents_oldest_seconds', oldestIntentMs / 1_000),
    one('leadwell_due_oldest_seconds', oldestDueMs / 1_000),
    ...each('leadwell_records', 'state', { stored, scored, held }),
    ...each('leadwell_records_by_tier', 'tier', tally.tiers),
    ...runSamples(run),
    ...(drift === undefined
      ? []
      : [
          ...each('leadwell_drift_alarms', 'model', drift.alarms),
          one('leadwell_drift_check_oldest_seconds', drift.agoMs / 1_000),
        ]),
    ...each('leadwell_crm_calls', 'pool', made),
    ...pools.flatMap(({ pool, used, limit }) => quotaSamples(pool, used, limit)),
    ...quotaSamples('day', day.usedByUs, day.allowed),
    ...(day.account === undefined
      ? []
      : [
          one('leadwell_account_day_used', day.account.used),
          one('leadwell_account_day_limit', day.account.limit),
        ]),
    one('leadwell_calls_paused', day.until === undefined ? 0 : 1),
  ]
}

function runSamples(run: PortalFigures['run']): readonly Sample[] {
  if (run === undefined) return []
  const { total, scored, changed } = run
  return each('leadwell_run_people', 'state', { total, scored, changed })
}

function quotaSamples(pool: string, used: number, limit: number | undefined): readonly Sample[] {
  const samples: Sample[] = [{ metric: 'leadwell_quota_used', labels: { pool }, value: used }]
  if (limit === undefined) return samples
  const remaining = Math.max(0, limit - used)
  return [
    ...samples,
    { metric: 'leadwell_quota_limit', labels: { pool }, value: limit },
    { metric: 'leadwell_quota_remaining', labels: { pool }, value: remaining },
  ]
}

function each(
  metric: GaugeName,
  label: string,
  values: Readonly<Record<string, number>>,
): readonly Sample[] {
  return Object.entries(values).map(([key, value]) => ({ metric, labels: { [label]: key }, value }))
}
