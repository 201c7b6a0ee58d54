import type { NumberColumn } from '../dataset.ts'
import type { Bin, Binning, BinningOptions } from './bin.ts'
import { mergeBins } from './merge-bins.ts'

/** Quantiles a column is first cut at; enough that a bound is near where the rate changes. */
const FIRST_CUTS = 60
/** Quantiles of so many values are those of all. */
const MOST_SORTED = 50_000

/** Ranges of a column, learned from the given rows alone. */
export function binNumbers(
  column: NumberColumn,
  outcome: Uint8Array,
  rows: Int32Array,
  options: BinningOptions,
): Binning {
  const cuts = firstCuts(column, rows)
  const tallies = Array.from(cuts, () => ({ rows: 0, wins: 0 }))
  const absent = { rows: 0, wins: 0 }
  for (const row of rows) {
    const value = column.values[row] ?? NaN
    const tally = Number.isNaN(value) ? absent : tallies[rangeOf(cuts, value)]
    if (tally === undefined) continue
    tally.rows += 1
    tally.wins += outcome[row] ?? 0
  }
  const floorRows = Math.max(options.leastRows, Math.ceil(rows.length * options.floorShare))
  const merged = mergeBins(tallies, { ...options, floorRows }).filter((bin) => bin.rows > 0)
  const bounds = Float64Array.from(merged, ({ start }, at) =>
    at === 0 ? -Infinity : (cuts[start] ?? 0),
  )
  const step = 10 ** -column.decimals
  const ranges = merged.map(({ rows: count, wins }, at): Bin => {
    const next = bounds[at + 1]
    const max = next === undefined ? Infinity : roundTo(next - step, column.decimals)
    return { condition: { kind: 'range', min: bounds[at] ?? -Infinity, max }, rows: count, wins }
  })
  const other: Bin = { condition: { kind: 'other' }, rows: 0, wins: 0 }
  const known = absent.rows >= options.leastRows
  const missing: Bin[] = known ? [{ condition: { kind: 'missing' }, ...absent }] : []
  return {
    column: column.name,
    bins: [known ? other : { ...other, ...absent }, ...ranges, ...missing],
    bounds,
    missing: known ? ranges.length + 1 : 0,
  }
}

/** Values at evenly spaced quantiles, each once, the lowest first. */
function firstCuts(column: NumberColumn, rows: Int32Array): Float64Array {
  const sorted = sortedSample(column.values, rows)
  if (sorted.length === 0) return new Float64Array(0)
  const cuts = new Set<number>()
  for (let cut = 0; cut < FIRST_CUTS; cut += 1) {
    cuts.add(sorted[Math.floor((cut * sorted.length) / FIRST_CUTS)] ?? 0)
  }
  // What follows a value that fills several quantiles would else share its bin.
  for (const value of Float64Array.from(cuts)) {
    const next = sorted[firstAbove(sorted, value)]
    if (next !== undefined) cuts.add(next)
  }
  return Float64Array.from(cuts).sort()
}

function sortedSample(values: Float64Array, rows: Int32Array): Float64Array {
  const stride = Math.max(1, Math.ceil(rows.length / MOST_SORTED))
  const sample = new Float64Array(Math.ceil(rows.length / stride))
  let length = 0
  for (let at = 0; at < rows.length; at += stride) {
    const value = values[rows[at] ?? 0] ?? NaN
    if (Number.isNaN(value)) continue
    sample[length] = value
    length += 1
  }
  return sample.subarray(0, length).sort()
}

function firstAbove(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** Which range a value falls into, the first being open below. */
export function rangeOf(bounds: Float64Array, value: number): number {
  return Math.max(0, firstAbove(bounds, value) - 1)
}

function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}
