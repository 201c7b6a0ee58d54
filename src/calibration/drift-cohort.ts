import type { Tier } from '../ports.ts'
import type { Maturity } from './censoring.ts'
import { TIERS } from './drift-snapshot.ts'
import type { OutcomeRecord } from './outcome-record.ts'

/** A record as it came in, and the tiers it has been in since, oldest first. */
export interface Arrival {
  /** Score, points and facts as they stood when it was first scored, at `scoredAt`. */
  readonly record: Omit<OutcomeRecord, 'tier'>
  readonly reached: readonly { readonly tier: Tier; readonly at: number }[]
}

/** One age for all: the baseline's, so that what came later is told in the same way. */
export function maturityAt(ageMs: number): Maturity {
  return {
    all: { ageMs, from: 'audience', watchedTooShort: false },
    byAudience: new Map(),
  }
}

/**
 * Each in the highest tier it was in by the known age and before its outcome. Older records have had
 * longer to rise: by any later tier, every young cohort would look worse than the one before it.
 */
export function cohortOf(arrivals: readonly Arrival[], ageMs: number): readonly OutcomeRecord[] {
  return arrivals.map(({ record, reached }) => {
    const until = Math.min(record.scoredAt + ageMs, record.outcomeAt ?? Infinity)
    const [first, ...later] = reached
    const stood = [first, ...later.filter(({ at }) => at <= until)]
    const tier = TIERS.find((one) => stood.some((step) => step?.tier === one)) ?? 'unqualified'
    return { ...record, tier }
  })
}
