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

export function chancesOf(calibration: Calibration, points: Int32Array): Float64Array {
  const known = new Map<number, number>()
  return Float64Array.from(points, (total) => {
    const chance = known.get(total) ?? chanceOfPoints(calibration, total)
    known.set(total, chance)
    return chance
  })
}

/** Counts by total of points, the lowest first. */
interface PointsCount {
  readonly points: number
  readonly rows: number
  readonly wins: number
}

/** Learned from the most recent rows, so that today's base rate counts and not that of years ago. */
export function calibrate(points: Int32Array, outcome: Uint8Array): Calibration {
  const counts = countByPoints(points, outcome)
  const wins = counts.reduce((sum, count) => sum + count.wins, 0)
  const line = fitLine(counts)
  if (Math.min(wins, points.length - wins) < ISOTONIC_WINS || line.slope <= 0) return line
  return fitIsotonic(counts)
}

function countByPoints(points: Int32Array, outcome: Uint8Array): readonly PointsCount[] {
  const counts = new Map<number, { points: number; rows: number; wins: number }>()
  points.forEach((total, row) => {
    const count = counts.get(total) ?? { points: total, rows: 0, wins: 0 }
    count.rows += 1
    count.wins += outcome[row] ?? 0
    counts.set(total, count)
  })
  return [...counts.values()].toSorted((a, b) => a.points - b.points)
}

/**
 * Log odds as a line over points, with Platt's pseudo-cases (1999) so that there always is one: a
 * handful of wins that all stand above every loss would else be certain.
 */
function fitLine(counts: readonly PointsCount[]): Calibration & { kind: 'two-parameter' } {
  const rows = counts.reduce((sum, count) => sum + count.rows, 0)
  const wins = counts.reduce((sum, count) => sum + count.wins, 0)
  const wonTarget = (wins + 1) / (wins + 2)
  const lostTarget = 1 / (rows - wins + 2)
  const line = fitLogisticLine(
    counts.map((count) => ({
      x: count.points,
      won: count.wins * wonTarget + (count.rows - count.wins) * lostTarget,
      of: count.rows,
    })),
  )
  const flat = { intercept: logit((wins + 1) / (rows + 2)), slope: 0 }
  const { intercept, slope } = line ?? flat
  return { kind: 'two-parameter', intercept, slope }
}

/** Pool adjacent violators (Ayer and others 1955): the rising steps nearest to the rates. */
function fitIsotonic(counts: readonly PointsCount[]): Calibration {
  const steps: { points: number; rows: number; wins: number }[] = []
  for (const count of counts) {
    let step = { ...count }
    for (let last = steps.at(-1); last !== undefined; last = steps.at(-1)) {
      if (last.wins / last.rows < step.wins / step.rows) break
      steps.pop()
      step = { points: last.points, rows: last.rows + step.rows, wins: last.wins + step.wins }
    }
    steps.push(step)
  }
  const rows = steps.reduce((sum, step) => sum + step.rows, 0)
  const base = steps.reduce((sum, step) => sum + step.wins, 0) / rows
  return {
    kind: 'isotonic',
    points: steps.map((step) => step.points),
    // One imagined row at the base rate: no step of a few rows is certain.
    chances: steps.map((step) => (step.wins + base) / (step.rows + 1)),
  }
}
