import { describe, expect, it } from 'vitest'
import {
  differenceOfProportions,
  testTwoProportions,
  wilsonInterval,
} from '#src/calibration/statistics/proportions.ts'
import { seeded, successes } from './portal.ts'

describe('the interval of a share', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3 (score, no correction);
  // the same to six digits from scipy 1.x binomtest(...).proportion_ci(method='wilson').
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is Wilson’s as Newcombe tabled it for %i of %i', (count, of, low, high) => {
    const interval = wilsonInterval({ count, of })

    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('knows nothing of no records', () => {
    expect(wilsonInterval({ count: 0, of: 0 })).toEqual({ low: 0, high: 1 })
  })

  it.each([
    [0.05, 40],
    [0.2, 60],
    [0.5, 30],
    [0.93, 120],
  ])('covers a true share of %f in 95 of 100 samples of %i', (share, of) => {
    const random = seeded(7)
    let covered = 0
    for (let round = 0; round < 4000; round += 1) {
      const { low, high } = wilsonInterval({ count: successes(of, share, random), of })
      if (low <= share && share <= high) covered += 1
    }

    expect(covered / 4000).toBeGreaterThan(0.925)
    expect(covered / 4000).toBeLessThan(0.98)
  })
})

describe('the difference of two shares', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])('has the interval Newcombe tabled for %i/%i − %i/%i', (a, m, b, n, low, high) => {
    const interval = differenceOfProportions({ count: a, of: m }, { count: b, of: n })

    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('is covered in 95 of 100 pairs of samples', () => {
    const random = seeded(11)
    let covered = 0
    for (let round = 0; round < 4000; round += 1) {
      const { low, high } = differenceOfProportions(
        { count: successes(80, 0.15, random), of: 80 },
        { count: successes(50, 0.3, random), of: 50 },
      )
      if (low <= -0.15 && -0.15 <= high) covered += 1
    }

    expect(covered / 4000).toBeGreaterThan(0.935)
    expect(covered / 4000).toBeLessThan(0.97)
  })

  it('is tested as in the physicians’ health study: 189 of 11,034 on placebo, 104 of 11,037 on aspirin', () => {
    // Agresti, Categorical Data Analysis, §3.1; z² is scipy's chi2_contingency(correction=False).
    const { z, p } = testTwoProportions({ count: 189, of: 11_034 }, { count: 104, of: 11_037 })

    expect(z ** 2).toBeCloseTo(25.013883967, 6)
    expect(p).toBeCloseTo(5.6919e-7, 10)
  })

  it('is none where nobody or everybody was won', () => {
    expect(testTwoProportions({ count: 0, of: 20 }, { count: 0, of: 30 }).p).toBe(1)
    expect(testTwoProportions({ count: 20, of: 20 }, { count: 30, of: 30 }).p).toBe(1)
  })
})
