import { maturityOf, standingByAge } from './censoring.ts'
import { driftFindings } from './drift.ts'
import { type Arrival, cohortOf, maturityAt } from './drift-cohort.ts'
import { type DriftSnapshot, driftSnapshot } from './drift-snapshot.ts'
import type { Finding } from './figures.ts'

/** By fewer known outcomes a close rate of 30 % is not even known to six points. */
export const LEAST_KNOWN = 200
/** So many known outcomes are enough, however short the time they came in. */
const PLENTY_KNOWN = 2_000
/** How long a time with known outcomes is looked at: a busy portal's tiers need more than the least. */
const RECENT_MS = 90 * 86_400_000

/** What a model's records were like at first. Counts, and of the age by which their outcomes were known. */
export interface DriftBaseline {
  readonly ageMs: number
  readonly snapshot: DriftSnapshot
}

/** How many outcomes are known; the baseline once they are enough. */
export function takeBaseline(
  arrivals: readonly Arrival[],
  now: number,
): { readonly known: number; readonly baseline: DriftBaseline | undefined } {
  const { ageMs } = maturityOf(cohortOf(arrivals, Infinity), now).all
  const cohort = cohortOf(arrivals, ageMs)
  const maturity = maturityAt(ageMs)
  const known = cohort.filter((one) => standingByAge(one, maturity, now) !== 'too-young')
  const oldest = known.reduce((first, { scoredAt }) => Math.min(first, scoredAt), now)
  const isLongEnough = now - oldest >= ageMs + RECENT_MS || known.length >= PLENTY_KNOWN
  if (known.length < LEAST_KNOWN || !isLongEnough)
    return { known: known.length, baseline: undefined }
  return {
    known: known.length,
    baseline: { ageMs, snapshot: driftSnapshot(cohort, { maturity, now }) },
  }
}

/** What has moved, by the newest of the records that came in after the baseline was taken. */
export function sinceBaseline(
  arrivals: readonly Arrival[],
  { ageMs, snapshot }: DriftBaseline,
  now: number,
): { readonly records: number; readonly findings: readonly Finding[] } {
  const cohort = cohortOf(newest(arrivals, ageMs, now), ageMs)
  const maturity = maturityAt(ageMs)
  const current = driftSnapshot(cohort, { maturity, now }, Object.keys(snapshot.missing))
  return { records: cohort.length, findings: driftFindings(snapshot, current) }
}

/**
 * Those whose outcome became known in the last 90 days, and all younger ones; in a small portal as many
 * as hold enough known outcomes. All since the baseline would hide what went wrong of late.
 */
function newest(arrivals: readonly Arrival[], ageMs: number, now: number): readonly Arrival[] {
  const scoredAt = ({ record }: Arrival): number => record.scoredAt
  const sorted = arrivals.toSorted((one, two) => scoredAt(two) - scoredAt(one))
  const recent = sorted.findIndex((one) => now - scoredAt(one) > ageMs + RECENT_MS)
  const known = sorted.findIndex((one) => now - scoredAt(one) >= ageMs)
  if (recent === -1 || known === -1) return sorted
  return sorted.slice(0, Math.max(recent, known + LEAST_KNOWN))
}
