import type { Activity, ActivityKind, Facts } from '../ports.ts'

// Salesforce, Individual.HasOptedOutTracking: neither web activity nor whether email is opened.
const TRACKED_FACTS: ReadonlySet<string> = new Set([
  'pageViews',
  'lastPageViewAt',
  'lastPageCategory',
  'emailOpens',
  'lastEmailOpenAt',
  'emailClicks',
  'lastEmailClickAt',
])
const TRACKED_KINDS: ReadonlySet<ActivityKind> = new Set([
  'page-viewed',
  'email-opened',
  'email-clicked',
])

/** Of who asked not to be tracked, nothing that only tracking can tell is kept. */
export function withoutTracked(facts: Facts): Facts {
  if (facts['doNotTrack'] !== true) return facts
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => !TRACKED_FACTS.has(fact)))
}

export function mayKeepActivity(facts: Facts, { kind }: Activity): boolean {
  return facts['doNotTrack'] !== true || !TRACKED_KINDS.has(kind)
}
