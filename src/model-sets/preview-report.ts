import type { Audience, Hold, RecordObject, Tier } from '#src/ports.ts'
import type { PreviewRow } from './preview-row.ts'

/** `none`: not scored, or never scored yet. */
export type TierOrNone = Tier | 'none'

/** Before and after, counted under a name. */
type BeforeAfter<Name extends string> = Readonly<
  Partial<Record<Name, { readonly before: number; readonly after: number }>>
>

/** What a draft would do, as counts that can be added up. */
export interface PreviewCounts {
  readonly records: number
  /** People by the tier they have and the one they would have. */
  readonly matrix: Readonly<Partial<Record<`${TierOrNone}>${TierOrNone}`, number>>>
  readonly tiers: BeforeAfter<TierOrNone>
  readonly audiences: BeforeAfter<Audience>
  readonly holds: BeforeAfter<Hold>
  /** People by the tens of their score, from 0–9 to 90–100; who has no score is in none. */
  readonly histogram: { readonly before: readonly number[]; readonly after: readonly number[] }
  /** Records of the CRM on which something would change. */
  readonly writes: Readonly<Partial<Record<RecordObject, number>>>
  /** Sales-ready and to be reached. */
  readonly ready: { readonly before: number; readonly after: number }
  /** Of these, whose latest activity is no older than the window. */
  readonly fresh: { readonly before: number; readonly after: number }
}

const BINS = 10
const BIN_WIDTH = 10
export const FRESH_DAYS = 28
const FRESH_MS = FRESH_DAYS * 86_400_000

export const NO_COUNTS: PreviewCounts = {
  records: 0,
  matrix: {},
  tiers: {},
  audiences: {},
  holds: {},
  histogram: { before: Array(BINS).fill(0), after: Array(BINS).fill(0) },
  writes: {},
  ready: { before: 0, after: 0 },
  fresh: { before: 0, after: 0 },
}

/** The counts of some people, seen at `now` (epoch ms). */
export function countRows(rows: readonly PreviewRow[], now: number): PreviewCounts {
  const counts = structuredClone(NO_COUNTS) as Mutable<PreviewCounts>
  for (const row of rows) countRow(counts, row, now)
  return counts
}

/** The counts of both together. */
export function addCounts(a: PreviewCounts, b: PreviewCounts): PreviewCounts {
  return {
    records: a.records + b.records,
    matrix: addNumbers(a.matrix, b.matrix),
    tiers: addPairs(a.tiers, b.tiers),
    audiences: addPairs(a.audiences, b.audiences),
    holds: addPairs(a.holds, b.holds),
    histogram: {
      before: a.histogram.before.map((count, bin) => count + (b.histogram.before[bin] ?? 0)),
      after: a.histogram.after.map((count, bin) => count + (b.histogram.after[bin] ?? 0)),
    },
    writes: addNumbers(a.writes, b.writes),
    ready: addPair(a.ready, b.ready),
    fresh: addPair(a.fresh, b.fresh),
  }
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends object ? Mutable<T[Key]> : T[Key] }
type Side = 'before' | 'after'
type Pair = Readonly<Record<Side, number>>

function countRow(counts: Mutable<PreviewCounts>, row: PreviewRow, now: number): void {
  const { before, after, ref, writes } = row
  const from = before?.tier ?? 'none'
  const to = after.tier ?? 'none'
  counts.records += 1
  const move = `${from}>${to}` as const
  counts.matrix[move] = (counts.matrix[move] ?? 0) + 1
  if (writes) counts.writes[ref.object] = (counts.writes[ref.object] ?? 0) + 1
  countIn(counts.tiers, from, 'before')
  countIn(counts.tiers, to, 'after')
  for (const side of ['before', 'after'] as const) {
    const result = row[side]
    if (result === undefined) continue
    if (result.audience !== null) countIn(counts.audiences, result.audience, side)
    if (result.hold !== null) countIn(counts.holds, result.hold, side)
    if (result.score !== null) {
      const bin = Math.min(BINS - 1, Math.floor(result.score / BIN_WIDTH))
      counts.histogram[side][bin] = (counts.histogram[side][bin] ?? 0) + 1
    }
    if (result.tier !== 'sales-ready' || !row.reachable) continue
    counts.ready[side] += 1
    if (now - (row.lastActivityAt ?? -Infinity) <= FRESH_MS) counts.fresh[side] += 1
  }
}

function countIn<Name extends string>(
  table: Mutable<BeforeAfter<Name>>,
  name: Name,
  side: Side,
): void {
  const pair: Record<Side, number> = { before: 0, after: 0, ...table[name] }
  pair[side] += 1
  table[name] = pair as (typeof table)[Name]
}

function addPair(a: Pair, b: Pair): Pair {
  return { before: a.before + b.before, after: a.after + b.after }
}

function addPairs<Name extends string>(
  a: BeforeAfter<Name>,
  b: BeforeAfter<Name>,
): BeforeAfter<Name> {
  const nothing: Pair = { before: 0, after: 0 }
  const sum: Partial<Record<Name, Pair>> = {}
  for (const name of namesOf(a, b)) sum[name] = addPair(a[name] ?? nothing, b[name] ?? nothing)
  return sum
}

function addNumbers<Name extends string>(
  a: Readonly<Partial<Record<Name, number>>>,
  b: Readonly<Partial<Record<Name, number>>>,
): Readonly<Partial<Record<Name, number>>> {
  const sum: Partial<Record<Name, number>> = {}
  for (const name of namesOf(a, b)) sum[name] = (a[name] ?? 0) + (b[name] ?? 0)
  return sum
}

function namesOf<Name extends string>(...tables: readonly Partial<Record<Name, unknown>>[]) {
  return new Set(tables.flatMap((table) => Object.keys(table) as Name[]))
}
