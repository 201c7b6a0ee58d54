import { describe, expect, it } from 'vitest'
import { fitLogisticLine } from '#src/calibration/statistics/logistic-line.ts'

describe('the line of close rate by score', () => {
  it('fits the O-rings of the Challenger as Dalal, Fowlkes and Hoadley published (JASA 84, 1989)', () => {
    const failed = [53, 57, 58, 63, 70, 70, 75]
    const held = [66, 67, 67, 67, 68, 69, 70, 70, 72, 73, 75, 76, 76, 78, 79, 81]
    const trials = [
      ...failed.map((x) => ({ x, won: 1, of: 1 })),
      ...held.map((x) => ({ x, won: 0, of: 1 })),
    ]

    const line = fitLogisticLine(trials)

    expect(line?.intercept).toBeCloseTo(15.0429, 4)
    expect(line?.slope).toBeCloseTo(-0.2322, 4)
    expect(Math.sqrt(line?.variance.intercept ?? 0)).toBeCloseTo(7.3786, 3)
    expect(Math.sqrt(line?.variance.slope ?? 0)).toBeCloseTo(0.1082, 4)
    expect(line?.variance.both).toBeCloseTo(-0.7964, 4)
    expect(line?.chanceAt(31)).toBeCloseTo(0.9996, 4)
  })

  it('fits nothing where the data fix no line', () => {
    expect(fitLogisticLine([{ x: 10, won: 3, of: 9 }])).toBeUndefined()
    expect(
      fitLogisticLine([
        { x: 10, won: 0, of: 9 },
        { x: 20, won: 0, of: 9 },
      ]),
    ).toBeUndefined()
    expect(
      fitLogisticLine([
        { x: 10, won: 0, of: 9 },
        { x: 20, won: 9, of: 9 },
      ]),
    ).toBeUndefined()
  })
})
