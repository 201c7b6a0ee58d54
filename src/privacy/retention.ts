import type { Facts, SafeRecord } from '../ports.ts'
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
  const activities = record.activities.filter(
    ({ at }) => ageInDays(at, now) <= allowList.activityRetentionDays,
  )
  const facts = factsWithin(record, allowList, {
    ageDays: ageInDays(lastAt, now),
    isActive: activities.length > 0,
  })
  if (Object.keys(facts).length === 0 && activities.length === 0) return undefined
  return restoreSafeRecord({ ...record, facts, activities })
}

/** A date that lies ahead, such as that of a booked meeting, is a sign of life as of now. */
function ageInDays(at: number, now: number): number {
  return Math.max(0, now - at) / DAY_MS
}

function lastSignOfLife({ facts, activities }: SafeRecord): number | undefined {
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
