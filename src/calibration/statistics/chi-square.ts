import { upperGamma } from './gamma.ts'

/** A test's outcome: how unlikely data this far off are when nothing is going on. */
export interface TestResult {
  readonly statistic: number
  readonly degrees: number
  readonly p: number
}

/** How likely a chi-square value with these degrees of freedom is at least `x`. */
export function upperTailOfChiSquare(x: number, degrees: number): number {
  return degrees < 1 ? 1 : upperGamma(degrees / 2, x / 2)
}

/** Pearson's test of counts against the counts expected of them; `fitted` parameters cost a degree each. */
export function testFit(
  observed: readonly number[],
  expected: readonly number[],
  fitted: number,
): TestResult {
  let statistic = 0
  observed.forEach((count, at) => {
    const wanted = expected[at] ?? 0
    if (wanted > 0) statistic += (count - wanted) ** 2 / wanted
  })
  const degrees = observed.length - 1 - fitted
  return { statistic, degrees, p: upperTailOfChiSquare(statistic, degrees) }
}
