import { type Dataset, rowRange } from '../dataset.ts'
import { type Card, scoreCard } from '../learn/card.ts'
import { MOST_POINTS } from '../learn/points-fit.ts'
import type { RuleWeight } from './rule-weights.ts'

/**
 * Model points per point of the card. Scores shall spread as widely over the history as they do now, so
 * that a cut-off at 65 goes on meaning about the same; but the strongest rule has at most `MOST_POINTS`,
 * as the order of records matters more than their spread. Half-lives and repetitions are the same on both
 * sides and left out of both.
 */
export function pointsScale(
  data: Dataset,
  weights: readonly RuleWeight[],
  newFacts: Card,
): number | undefined {
  const learned = Float64Array.from(scoreCard(newFacts, data, rowRange(0, data.rows)))
  addUp(learned, weights, ({ weight }) => weight)
  const strongest = Math.max(
    ...weights.map(({ weight }) => Math.abs(weight)),
    ...newFacts.rules.map(({ points }) => Math.abs(points)),
  )
  const spread = deviation(learned)
  if (!(spread > 0) || !(strongest > 0)) return undefined
  const present = new Float64Array(data.rows)
  addUp(present, weights, (rule) => rule.present)
  const wanted = deviation(present) / spread
  return Math.min(wanted > 0 ? wanted : Infinity, MOST_POINTS / strongest)
}

function addUp(
  totals: Float64Array,
  weights: readonly RuleWeight[],
  pointsOf: (rule: RuleWeight) => number,
): void {
  for (const rule of weights) {
    const points = pointsOf(rule)
    for (let row = 0; row < totals.length; row += 1) {
      totals[row] = (totals[row] ?? 0) + points * (rule.counted[row] ?? 0)
    }
  }
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / values.length)
}
