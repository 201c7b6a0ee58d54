import type { Audience } from '../ports.ts'
import type { OutcomeRecord } from './outcome-record.ts'
import { survivalSteps, type Watched } from './statistics/survival.ts'

const DAY_MS = 86_400_000
/** By what age a record counts as known: when this share of the wins that come had come. */
const SHARE_OF_WINS = 0.9
/** With fewer wins the last tenth of them is a handful, and its age an accident. */
const LEAST_WINS = 30
const DEFAULT_AGE_MS = 90 * DAY_MS

/** How old a record must be before its outcome counts. */
interface KnownAge {
  readonly ageMs: number
  /** Whose wins told; `default` when there were too few. */
  readonly from: 'audience' | 'all-audiences' | 'default'
  /** Records were not watched much longer than this, so later wins would not have been seen. */
  readonly watchedTooShort: boolean
}

export interface Maturity {
  readonly all: KnownAge
  readonly byAudience: ReadonlyMap<Audience, KnownAge>
}

/**
 * The age by which nine of ten wins had come, by audience. Records still open are watched until
 * `now`, lost ones could no longer be won.
 */
export function maturityOf(records: readonly OutcomeRecord[], now: number): Maturity {
  const fallback = { ageMs: DEFAULT_AGE_MS, from: 'default', watchedTooShort: false } as const
  const all = knownAge(records, now, 'all-audiences') ?? fallback
  const groups = Map.groupBy(records, ({ audience }) => audience)
  return {
    all,
    byAudience: new Map(
      [...groups].map(([audience, own]) => [audience, knownAge(own, now, 'audience') ?? all]),
    ),
  }
}

/** Whether a record was won, or old enough to say that it was not. */
export type Standing = 'won' | 'not-won' | 'too-young'

/**
 * Too young says nothing of the outcome: a young record that is won already is left out as well, as
 * the young ones that will be won later cannot be counted beside it.
 */
export function standingOf(record: OutcomeRecord, maturity: Maturity, now: number): Standing {
  if (now - record.scoredAt < knownAgeOf(record, maturity)) return 'too-young'
  return record.outcome === 'won' ? 'won' : 'not-won'
}

/**
 * As `standingOf`, but a win counts only if it came by the known age. Cohorts of different years are
 * compared by this, as the older has had longer for late wins.
 */
export function standingByAge(record: OutcomeRecord, maturity: Maturity, now: number): Standing {
  const standing = standingOf(record, maturity, now)
  if (standing !== 'won' || record.outcomeAt === undefined) return standing
  const took = record.outcomeAt - record.scoredAt
  return took <= knownAgeOf(record, maturity) ? 'won' : 'not-won'
}

function knownAgeOf(record: OutcomeRecord, { all, byAudience }: Maturity): number {
  return (byAudience.get(record.audience) ?? all).ageMs
}

function knownAge(
  records: readonly OutcomeRecord[],
  now: number,
  from: 'audience' | 'all-audiences',
): KnownAge | undefined {
  const watched = records.flatMap((record) => watchedOf(record, now))
  if (watched.filter(({ cause }) => cause === 'won').length < LEAST_WINS) return undefined
  const steps = survivalSteps(watched, ['won', 'lost'])
  const enough = SHARE_OF_WINS * (steps.at(-1)?.incidence.get('won') ?? 0)
  const reached = steps.find(({ incidence }) => (incidence.get('won') ?? 0) >= enough - 1e-12)
  if (reached === undefined) return undefined
  const ageMs = Math.max(1, Math.ceil(reached.time / DAY_MS)) * DAY_MS
  const oldest = records.reduce((first, { scoredAt }) => Math.min(first, scoredAt), now)
  return { ageMs, from, watchedTooShort: now - oldest < 1.5 * ageMs }
}

/** Outcomes without a date tell nothing of how long they took. */
function watchedOf(record: OutcomeRecord, now: number): readonly Watched<'won' | 'lost'>[] {
  const { scoredAt, outcome, outcomeAt } = record
  if (outcome === 'open') return [{ time: Math.max(0, now - scoredAt), cause: undefined }]
  if (outcomeAt === undefined) return []
  return [{ time: Math.max(0, outcomeAt - scoredAt), cause: outcome }]
}
