import { poolAdjacentViolators, type Step } from '../statistics/isotonic.ts'
import { fitLogisticLine } from '../statistics/logistic-line.ts'
import { chanceOf, logit } from '../statistics/logit.ts'

/** How points become a chance of winning. */
export type Calibration =
  | { readonly kind: 'two-parameter'; readonly intercept: number; readonly slope: number }
  | {
      readonly kind: 'isotonic'
      /** Lowest points of each step, rising, and the chance from there on. */
      readonly points: readonly number[]
      readonly chances: readonly number[]
    }

/** From so many wins on, a curve of steps is known better than a line. */
const ISOTONIC_WINS = 2_000

export function chanceOfPoints(calibration: Calibration, points: number): number {
  if (calibration.kind === 'two-parameter') {
    return chanceOf(calibration.intercept + calibration.slope * points)
  }
  const at = calibration.points.findLastIndex((from) => from <= points)
  return calibration.chances[Math.max(0, at)] ?? 0
}

export function chancesOf(calibration: Calibration, points: ArrayLike<number>): Float64Array {
  const known = new Map<number, number>()
  return Float64Array.from(points, (total) => {
    const chance = known.get(total) ?? chanceOfPoints(calibration, total)
    known.set(total, chance)
    return chance
  })
}

/** Learned from the most recent rows, so that today's base rate counts and not that of years ago. */
export function calibrate(points: ArrayLike<number>, outcome: Uint8Array): Calibration {
  const counts = countByPoints(points, outcome)
  const wins = counts.reduce((sum, count) => sum + count.wins, 0)
  const line = fitLine(counts)
  if (Math.min(wins, points.length - wins) < ISOTONIC_WINS || line.slope <= 0) return line
  return fitIsotonic(counts)
}

/** By total of points, the lowest first. */
function countByPoints(points: ArrayLike<number>, outcome: Uint8Array): readonly Step[] {
  const counts = new Map<number, { x: number; rows: number; wins: number }>()
  for (let row = 0; row < points.length; row += 1) {
    const total = points[row] ?? 0
    const count = counts.get(total) ?? { x: total, rows: 0, wins: 0 }
    count.rows += 1
    count.wins += outcome[row] ?? 0
    counts.set(total, count)
  }
  return [...counts.values()].toSorted((a, b) => a.x - b.x)
}

/**
 * Log odds as a line over points, with Platt's pseudo-cases (1999) so that there always is one: a
 * handful of wins that all stand above every loss would else be certain.
 */
function fitLine(counts: readonly Step[]): Calibration & { kind: 'two-parameter' } {
  const rows = counts.reduce((sum, count) => sum + count.rows, 0)
  const wins = counts.reduce((sum, count) => sum + count.wins, 0)
  const wonTarget = (wins + 1) / (wins + 2)
  const lostTarget = 1 / (rows - wins + 2)
  const line = fitLogisticLine(
    counts.map((count) => ({
      x: count.x,
      won: count.wins * wonTarget + (count.rows - count.wins) * lostTarget,
      of: count.rows,
    })),
  )
  const flat = { intercept: logit((wins + 1) / (rows + 2)), slope: 0 }
  const { intercept, slope } = line ?? flat
  return { kind: 'two-parameter', intercept, slope }
}

function fitIsotonic(counts: readonly Step[]): Calibration {
  const steps = poolAdjacentViolators(counts)
  const rows = steps.reduce((sum, step) => sum + step.rows, 0)
  const base = steps.reduce((sum, step) => sum + step.wins, 0) / rows
  return {
    kind: 'isotonic',
    points: steps.map(({ x }) => x),
    // One imagined row at the base rate: no step of a few rows is certain.
    chances: steps.map((step) => (step.wins + base) / (step.rows + 1)),
  }
}
