import type { Activity, Facts, RecordObject, SafeRecord } from '../ports.ts'
import { entriesOf } from './allow-list.ts'
import type { AllowedField, AllowList } from './allowed-field.ts'
import { CONSENT_UNREADABLE, isGuard } from './facts.ts'
import { restoreSafeRecord } from './safe-record.ts'

const DAY_MS = 86_400_000

/**
 * The record without what has been kept as long as it may: facts by their own days, counted from the
 * record's last sign of life, and activities by their own dates. `undefined` when nothing may be kept.
 *
 * A no outlives what it forbids: consent facts go together and last, or somebody who opted out would
 * be reachable again on the day the opt-out ran out. A record without any date is kept
 * whole; there is nothing to count from. The fingerprint stays that of what the CRM said.
 */
export function withinRetention(
  record: SafeRecord,
  allowList: AllowList,
  now: number,
): SafeRecord | undefined {
  const lastAt = lastSignOfLife(record)
  if (lastAt === undefined) return record
  const activities = activitiesWithin(record.activities, allowList, now)
  const facts = factsWithin(record, allowList, {
    ageDays: ageInDays(lastAt, now),
    isActive: activities.length > 0,
  })
  if (Object.keys(facts).length === 0 && activities.length === 0) return undefined
  return restoreSafeRecord({ ...record, facts, activities })
}

/** What is known of somebody at one time. */
interface Known {
  readonly facts: Facts
  readonly activities: readonly Activity[]
}

/**
 * The same of what was known of a person earlier, their organisation's facts among it: nothing of it is
 * kept longer than it would be in the record, whose last sign of life counts.
 */
export function pastWithinRetention(
  past: Known,
  present: Known & { readonly object: RecordObject },
  allowList: AllowList,
  now: number,
): Known {
  const lastAt = lastSignOfLife(present)
  if (lastAt === undefined) return past
  const ageDays = ageInDays(lastAt, now)
  const entries = [present.object, 'company' as const].flatMap((one) => entriesOf(allowList, one))
  const kept = Object.entries(past.facts).filter(
    ([fact]) => ageDays <= daysOf(entries.filter((entry) => entry.fact === fact)),
  )
  return {
    facts: Object.fromEntries(kept),
    activities: activitiesWithin(past.activities, allowList, now),
  }
}

function activitiesWithin(
  activities: readonly Activity[],
  { activityRetentionDays }: AllowList,
  now: number,
): readonly Activity[] {
  return activities.filter(({ at }) => ageInDays(at, now) <= activityRetentionDays)
}

/** A date that lies ahead, such as that of a booked meeting, is a sign of life as of now. */
function ageInDays(at: number, now: number): number {
  return Math.max(0, now - at) / DAY_MS
}

function lastSignOfLife({ facts, activities }: Known): number | undefined {
  const createdAt = facts['createdAt']
  const dates = activities.map(({ at }) => at)
  if (typeof createdAt === 'number') dates.push(createdAt)
  return dates.length === 0 ? undefined : dates.reduce((a, b) => Math.max(a, b))
}

function factsWithin(
  { object, facts }: SafeRecord,
  allowList: AllowList,
  { ageDays, isActive }: { readonly ageDays: number; readonly isActive: boolean },
): Facts {
  const entries = entriesOf(allowList, object)
  const isWithin = (fact: string): boolean =>
    ageDays <= daysOf(entries.filter((entry) => entry.fact === fact))
  const names = Object.keys(facts)
  const guards = new Set(names.filter((fact) => isGuardFact(entries, fact)))
  const others = new Set(names.filter((fact) => !guards.has(fact) && isWithin(fact)))
  const keepsGuards = isActive || others.size > 0 || [...guards].some(isWithin)
  const isKept = (fact: string): boolean => (guards.has(fact) ? keepsGuards : others.has(fact))
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => isKept(fact)))
}

/** The shortest of several fields; what no field tells any more is not kept. */
function daysOf(entries: readonly AllowedField[]): number {
  return entries.length === 0 ? -1 : Math.min(...entries.map(({ retentionDays }) => retentionDays))
}

function isGuardFact(entries: readonly AllowedField[], fact: string): boolean {
  return (
    fact === CONSENT_UNREADABLE || entries.some((entry) => entry.fact === fact && isGuard(entry))
  )
}
