import type { Tier } from '../ports.ts'
import { type Maturity, type Standing, standingByAge } from './censoring.ts'
import type { Feedback, OutcomeRecord } from './outcome-record.ts'

export const TIERS: readonly Tier[] = ['sales-ready', 'nurture', 'unqualified']

/**
 * Counts of a model's records at one time, kept as its baseline: plain JSON, no records. Not a report:
 * its counts may be small, so it stays in the store.
 */
export interface DriftSnapshot {
  readonly records: number
  readonly outcomes: Readonly<Record<Tier, Readonly<Record<Standing, number>>>>
  readonly feedback: Readonly<Record<Tier, Readonly<Record<Feedback | 'none', number>>>>
  /** Records by score, in bands of ten named by where they begin. */
  readonly scores: Counts
  /** Records by the points each rule gave, in bands of five. */
  readonly rules: Readonly<Record<string, Counts>>
  /** Records in which a fact is missing, by fact; a fact no record has is not known here. */
  readonly missing: Counts
  /** Records in which any of the expected facts is missing. */
  readonly incomplete: number
}

export type Counts = Readonly<Record<string, number>>

const SCORE_BAND = 10
const POINTS_BAND = 5

/**
 * Counts what drift looks at. The baseline's own facts are those expected later: give them when
 * taking the current snapshot.
 */
export function driftSnapshot(
  records: readonly OutcomeRecord[],
  { maturity, now }: { readonly maturity: Maturity; readonly now: number },
  expected: readonly string[] = factNames(records),
): DriftSnapshot {
  const rules = new Set<string>()
  for (const { points } of records) for (const rule of Object.keys(points)) rules.add(rule)
  const misses = (record: OutcomeRecord, name: string) => record.facts[name] === undefined
  return {
    records: records.length,
    outcomes: byTier(
      records,
      () => ({ won: 0, 'not-won': 0, 'too-young': 0 }),
      (record) => standingByAge(record, maturity, now),
    ),
    feedback: byTier(
      records,
      () => ({ useful: 0, 'not-useful': 0, none: 0 }),
      ({ feedback }) => feedback ?? 'none',
    ),
    scores: tally(records, ({ score }) => bandOf(score, SCORE_BAND)),
    rules: Object.fromEntries(
      [...rules].map((rule) => [
        rule,
        tally(records, ({ points }) => bandOf(points[rule] ?? 0, POINTS_BAND)),
      ]),
    ),
    missing: Object.fromEntries(
      expected.map((name) => [name, records.filter((record) => misses(record, name)).length]),
    ),
    incomplete: records.filter((record) => expected.some((name) => misses(record, name))).length,
  }
}

/** Facts at least one record has. */
export function factNames(records: readonly OutcomeRecord[]): readonly string[] {
  const known = new Set<string>()
  for (const { facts } of records) {
    for (const [name, value] of Object.entries(facts)) if (value !== undefined) known.add(name)
  }
  return [...known].sort()
}

function byTier<Answer extends string>(
  records: readonly OutcomeRecord[],
  none: () => Record<Answer, number>,
  answerOf: (record: OutcomeRecord) => Answer,
): Record<Tier, Record<Answer, number>> {
  const counts = { 'sales-ready': none(), nurture: none(), unqualified: none() }
  for (const record of records) counts[record.tier][answerOf(record)] += 1
  return counts
}

function tally(
  records: readonly OutcomeRecord[],
  keyOf: (record: OutcomeRecord) => string,
): Counts {
  const counts = new Map<string, number>()
  for (const record of records) {
    const key = keyOf(record)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}

/** No points are a band of their own: whether a rule counted at all is what moves first. */
function bandOf(value: number, width: number): string {
  const band = Math.floor(Math.abs(value) / width) * width
  if (value === 0) return 'none'
  return value < 0 ? `-${band}` : String(band)
}
