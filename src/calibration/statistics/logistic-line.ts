/** Won records of all known ones at a value of x. */
export interface Trial {
  readonly x: number
  readonly won: number
  readonly of: number
}

/** p(x) = 1 / (1 + exp(−(intercept + slope · x))) and how sure that is. */
export interface LogisticLine {
  readonly intercept: number
  readonly slope: number
  /** Variances and covariance of the two. */
  readonly variance: { readonly intercept: number; readonly slope: number; readonly both: number }
  readonly chanceAt: (x: number) => number
}

const MOST_STEPS = 50
const CLOSE_ENOUGH = 1e-10

/**
 * The two-parameter recalibration (Platt 1999; Cox 1958) by Newton's method. `undefined` when the
 * data fix no line: fewer than two values of x, nothing won, nothing else, or wins and the rest
 * wholly apart.
 */
export function fitLogisticLine(trials: readonly Trial[]): LogisticLine | undefined {
  const known = trials.filter(({ of }) => of > 0)
  const [won, of] = [total(known, (t) => t.won), total(known, (t) => t.of)]
  if (new Set(known.map(({ x }) => x)).size < 2 || won === 0 || won === of) return undefined
  const middle = total(known, (t) => t.x * t.of) / of
  let [a, b] = [Math.log(won / (of - won)), 0]
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, information, determinant } = derivatives(known, middle, a, b)
    if (!(determinant > 1e-12)) return undefined
    const da = (information[2] * gradient[0] - information[1] * gradient[1]) / determinant
    const db = (information[0] * gradient[1] - information[1] * gradient[0]) / determinant
    a += da
    b += db
    if (Math.abs(da) + Math.abs(db * (1 + Math.abs(middle))) < CLOSE_ENOUGH) {
      return lineAround(middle, a, b, information, determinant)
    }
  }
  return undefined
}

type Symmetric = readonly [number, number, number]

function derivatives(trials: readonly Trial[], middle: number, a: number, b: number) {
  const gradient: [number, number] = [0, 0]
  const information: [number, number, number] = [0, 0, 0]
  for (const { x, won, of } of trials) {
    const centred = x - middle
    const p = logistic(a + b * centred)
    const weight = of * p * (1 - p)
    gradient[0] += won - of * p
    gradient[1] += (won - of * p) * centred
    information[0] += weight
    information[1] += weight * centred
    information[2] += weight * centred * centred
  }
  const determinant = information[0] * information[2] - information[1] ** 2
  return { gradient, information, determinant }
}

/** Moves the line fitted around the middle, where Newton is at ease, back to x itself. */
function lineAround(
  middle: number,
  a: number,
  slope: number,
  information: Symmetric,
  determinant: number,
): LogisticLine {
  const level = information[2] / determinant
  const steepness = information[0] / determinant
  const both = -information[1] / determinant
  const intercept = a - slope * middle
  return {
    intercept,
    slope,
    variance: {
      intercept: level - 2 * middle * both + middle * middle * steepness,
      slope: steepness,
      both: both - middle * steepness,
    },
    chanceAt: (x) => logistic(intercept + slope * x),
  }
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

function total(trials: readonly Trial[], of: (trial: Trial) => number): number {
  return trials.reduce((sum, trial) => sum + of(trial), 0)
}
