import { upperTailOfChiSquare } from './chi-square.ts'

/** The bands credit scoring uses (Siddiqi, Credit Risk Scorecards, 2006). */
export const MODERATE_SHIFT = 0.1
export const LARGE_SHIFT = 0.25

export interface Stability {
  readonly index: number
  /** How likely an index this large is when nothing moved: small samples move by themselves. */
  readonly p: number
}

/**
 * Population stability index of counts in the same bins, Σ (a − b) · ln(a / b). An empty bin counts
 * as half a record. With nothing moved the index is about (1/n + 1/m) · χ² with a degree less than
 * bins (Yurdakul, Statistical Properties of Population Stability Index, 2018), which is what `p` reads.
 */
export function populationStability(
  before: readonly number[],
  after: readonly number[],
): Stability {
  const bins = before
    .map((count, at) => ({ before: count, after: after[at] ?? 0 }))
    .filter((bin) => bin.before + bin.after > 0)
  const [n, m] = [sum(bins.map((bin) => bin.before)), sum(bins.map((bin) => bin.after))]
  if (n === 0 || m === 0) return { index: 0, p: 1 }
  const index = sum(
    bins.map((bin) => {
      const [a, b] = [(bin.after || 0.5) / m, (bin.before || 0.5) / n]
      return (a - b) * Math.log(a / b)
    }),
  )
  return { index, p: upperTailOfChiSquare(index / (1 / n + 1 / m), bins.length - 1) }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
