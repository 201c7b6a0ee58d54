import type { ColumnCounts, PointRule, PointsFit } from './points-fit.ts'

const MOST_SWEEPS = 20
/** A sweep that gains less, in nats, is the last. */
const LEAST_GAIN = 0.05

/**
 * Discrete coordinate descent: each rule in turn takes the whole points that are best while the others
 * stand still, until none moves. `priors` are the points a rule is held to, in the order of the rules.
 */
export function polish(
  fit: PointsFit,
  rules: readonly PointRule[],
  priors: readonly number[],
  mostSweeps = MOST_SWEEPS,
): readonly PointRule[] {
  let polished = rules
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    const before = polished
    let gained = 0
    for (const column of new Set(before.map((rule) => rule.column))) {
      const moved = polishColumn(fit, polished, priors, column)
      polished = moved.rules
      gained += moved.gain
    }
    fit.fitIntercept()
    if (gained < LEAST_GAIN) break
  }
  return polished
}

function polishColumn(
  fit: PointsFit,
  rules: readonly PointRule[],
  priors: readonly number[],
  column: number,
): { readonly rules: readonly PointRule[]; readonly gain: number } {
  const counts = fit.countColumn(column)
  const change = new Int16Array(counts.length)
  let gain = 0
  const moved = rules.map((rule, at) => {
    if (rule.column !== column) return rule
    const best = fit.bestPoints(countsOf(counts, rule.bins), rule.points, priors[at] ?? 0)
    gain += best.gain
    for (const bin of rule.bins) change[bin] = best.points - rule.points
    return { ...rule, points: best.points }
  })
  if (gain > 0) fit.add(column, change)
  return { rules: moved, gain }
}

export function countsOf(counts: ColumnCounts, bins: readonly number[]): ColumnCounts {
  return bins.flatMap((bin) => counts[bin] ?? [])
}
