import { chanceOf, logit, softPlus } from '../statistics/logit.ts'
import { solveSymmetric } from '../statistics/solve.ts'

export interface Slopes {
  readonly intercept: number
  /** One per feature, never negative. */
  readonly slopes: Float64Array
}

/** How strongly slopes are pulled towards the one they share. */
const RIDGE = 30
const MOST_STEPS = 30

/** One list of values per feature, row by row. */
type Features = readonly ArrayLike<number>[]

/**
 * Logistic regression on evidence: how much of each column's evidence remains once the others have been
 * heard. A negative slope would turn evidence round, and becomes 0.
 */
export function fitSlopes(features: Features, outcome: Uint8Array, ridge = RIDGE): Slopes {
  const slopes = new Float64Array(features.length)
  let active = features.map((_, column) => column)
  for (;;) {
    const chosen = new Set(active)
    const own = features.filter((_, column) => chosen.has(column))
    const found = fitLogistic(own, outcome, ridge)
    const kept = active.filter((_, at) => (found[at + 1] ?? 0) > 0)
    if (kept.length === active.length) {
      active.forEach((column, at) => {
        slopes[column] = found[at + 1] ?? 0
      })
      return { intercept: found[0] ?? 0, slopes }
    }
    active = kept
  }
}

/**
 * Intercept and one weight per feature by Newton's method: full steps where they help, halved until they
 * do. `ridge` pulls the weights towards their mean, and the mean nowhere.
 */
export function fitLogistic(features: Features, outcome: Uint8Array, ridge: number): Float64Array {
  const wins = outcome.reduce((sum, won) => sum + won, 0)
  const rate = Math.min(Math.max(wins / outcome.length, 1e-6), 1 - 1e-6)
  let weights: Float64Array = new Float64Array(features.length + 1)
  weights[0] = logit(rate)
  let loss = lossAt(features, outcome, weights, ridge)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, curve } = derivatives(features, outcome, weights)
    addRidge(gradient, curve, weights, ridge)
    const direction = solveSymmetric(curve, gradient)
    if (direction === undefined) break
    const next = stepFrom(weights, direction, loss, (at) => lossAt(features, outcome, at, ridge))
    if (next === undefined) break
    const gained = loss - next.loss
    weights = next.weights
    loss = next.loss
    if (gained < 1e-9 * (1 + Math.abs(loss))) break
  }
  return weights
}

function stepFrom(
  weights: Float64Array,
  direction: Float64Array,
  loss: number,
  lossOf: (weights: Float64Array) => number,
): { readonly weights: Float64Array; readonly loss: number } | undefined {
  for (let length = 1; length > 1e-6; length /= 2) {
    const next = weights.map((weight, at) => weight - length * (direction[at] ?? 0))
    const nextLoss = lossOf(next)
    if (nextLoss <= loss) return { weights: next, loss: nextLoss }
  }
  return undefined
}

function logOdds(features: Features, weights: Float64Array, rows: number): Float64Array {
  const odds = new Float64Array(rows).fill(weights[0] ?? 0)
  features.forEach((feature, column) => {
    const weight = weights[column + 1] ?? 0
    for (let row = 0; row < rows; row += 1)
      odds[row] = (odds[row] ?? 0) + weight * (feature[row] ?? 0)
  })
  return odds
}

function lossAt(
  features: Features,
  outcome: Uint8Array,
  weights: Float64Array,
  ridge: number,
): number {
  const odds = logOdds(features, weights, outcome.length)
  let loss = 0
  for (let row = 0; row < odds.length; row += 1) {
    const here = odds[row] ?? 0
    loss += softPlus(here) - (outcome[row] ?? 0) * here
  }
  const mean = meanOf(weights)
  return loss + (ridge / 2) * weights.subarray(1).reduce((sum, one) => sum + (one - mean) ** 2, 0)
}

const meanOf = (weights: Float64Array): number =>
  weights.subarray(1).reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length - 1)

/** First and second derivatives of the loss; of the second, the lower triangle. */
function derivatives(features: Features, outcome: Uint8Array, weights: Float64Array) {
  const size = weights.length
  const rows = outcome.length
  const odds = logOdds(features, weights, rows)
  const gradient = new Float64Array(size)
  const curve = new Float64Array(size * size)
  const values = new Float64Array(size).fill(1)
  for (let row = 0; row < rows; row += 1) {
    for (let at = 1; at < size; at += 1) values[at] = features[at - 1]?.[row] ?? 0
    const chance = chanceOf(odds[row] ?? 0)
    const miss = chance - (outcome[row] ?? 0)
    const weight = chance * (1 - chance)
    for (let i = 0; i < size; i += 1) {
      const value = values[i] ?? 0
      gradient[i] = (gradient[i] ?? 0) + miss * value
      const scaled = weight * value
      for (let j = 0; j <= i; j += 1) {
        curve[i * size + j] = (curve[i * size + j] ?? 0) + scaled * (values[j] ?? 0)
      }
    }
  }
  return { gradient, curve }
}

/** The pull towards the mean, and a hair on the diagonal so that there is always one answer. */
function addRidge(
  gradient: Float64Array,
  curve: Float64Array,
  weights: Float64Array,
  ridge: number,
): void {
  const size = weights.length
  const mean = meanOf(weights)
  const share = ridge / Math.max(1, size - 1)
  for (let i = 0; i < size; i += 1) {
    const diagonal = i * size + i
    curve[diagonal] = (curve[diagonal] ?? 0) + 1e-9
    if (i === 0) continue
    gradient[i] = (gradient[i] ?? 0) + ridge * ((weights[i] ?? 0) - mean)
    curve[diagonal] = (curve[diagonal] ?? 0) + ridge
    for (let j = 1; j <= i; j += 1) curve[i * size + j] = (curve[i * size + j] ?? 0) - share
  }
}
