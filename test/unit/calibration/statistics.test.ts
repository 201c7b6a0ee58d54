import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitLogistic } from '#src/calibration/learn/logistic.ts'
import { auc, aucOfTally } from '#src/calibration/statistics/auc.ts'
import { averagePrecision } from '#src/calibration/statistics/average-precision.ts'
import { pairedBootstrap, percentileInterval } from '#src/calibration/statistics/bootstrap.ts'
import { brier } from '#src/calibration/statistics/brier.ts'
import { lift } from '#src/calibration/statistics/lift.ts'
import { logLoss } from '#src/calibration/statistics/log-loss.ts'
import { createRandom, shuffled } from '#src/calibration/statistics/random.ts'
import { rankScores } from '#src/calibration/statistics/score-tally.ts'
import { solveSymmetric } from '#src/calibration/statistics/solve.ts'

const outcomeOf = (...won: readonly number[]): Uint8Array => Uint8Array.from(won)

/** Every pair of a won and a lost row, one by one: slow, and with nothing to get wrong. */
function aucByPairs(scores: readonly number[], outcome: Uint8Array): number {
  let pairs = 0
  let right = 0
  scores.forEach((won, a) => {
    scores.forEach((lost, b) => {
      if (outcome[a] !== 1 || outcome[b] !== 0) return
      pairs += 1
      if (won > lost) right += 1
      else if (won === lost) right += 0.5
    })
  })
  return right / pairs
}

/** Precision at every distinct score, from the definition. */
function averagePrecisionByThresholds(scores: readonly number[], outcome: Uint8Array): number {
  const wins = outcome.filter((won) => won === 1).length
  let sum = 0
  let recallBefore = 0
  for (const threshold of [...new Set(scores)].toSorted((a, b) => b - a)) {
    const above = scores.flatMap((score, row) => (score >= threshold ? [outcome[row] ?? 0] : []))
    const found = above.filter((won) => won === 1).length
    sum += (found / wins - recallBefore) * (found / above.length)
    recallBefore = found / wins
  }
  return sum
}

/** Ratings of 51 abnormal and 58 normal CT images: table I of Hanley and McNeil, Radiology 143 (1982), 29–36. */
function ctRatings() {
  const normal = [33, 6, 6, 11, 2]
  const abnormal = [3, 2, 2, 11, 33]
  const scores: number[] = []
  const won: number[] = []
  for (let rating = 0; rating < 5; rating += 1) {
    for (let i = 0; i < (normal[rating] ?? 0); i += 1) {
      scores.push(rating + 1)
      won.push(0)
    }
    for (let i = 0; i < (abnormal[rating] ?? 0); i += 1) {
      scores.push(rating + 1)
      won.push(1)
    }
  }
  return { scores, outcome: Uint8Array.from(won) }
}

const scoredRows = fc
  .array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.boolean()), { minLength: 2, maxLength: 60 })
  .filter((rows) => new Set(rows.map(([, won]) => won)).size === 2)
  .map((rows) => ({
    scores: rows.map(([score]) => score),
    outcome: Uint8Array.from(rows, ([, won]) => (won ? 1 : 0)),
  }))

describe('area under the ROC curve', () => {
  it('is what Hanley and McNeil worked out for CT ratings', () => {
    const { scores, outcome } = ctRatings()

    expect(auc(scores, outcome)).toBeCloseTo(0.893, 3)
  })

  it('is that of the example in the documentation of scikit-learn (roc_auc_score)', () => {
    expect(auc([0.1, 0.4, 0.35, 0.8], outcomeOf(0, 0, 1, 1))).toBe(0.75)
  })

  it('is the share of pairs ranked right, ties counting half', () => {
    fc.assert(
      fc.property(scoredRows, ({ scores, outcome }) => {
        expect(auc(scores, outcome)).toBeCloseTo(aucByPairs(scores, outcome), 12)
      }),
    )
  })

  it('is not a number where nobody won', () => {
    expect(auc([1, 2], outcomeOf(0, 0))).toBeNaN()
  })
})

describe('average precision', () => {
  it('is that of the example in the documentation of scikit-learn (average_precision_score)', () => {
    expect(averagePrecision([0.1, 0.4, 0.35, 0.8], outcomeOf(0, 0, 1, 1))).toBeCloseTo(0.8333, 4)
  })

  it('is the sum over thresholds of its definition', () => {
    fc.assert(
      fc.property(scoredRows, ({ scores, outcome }) => {
        const expected = averagePrecisionByThresholds(scores, outcome)
        expect(averagePrecision(scores, outcome)).toBeCloseTo(expected, 12)
      }),
    )
  })
})

describe('lift, Brier score and log loss', () => {
  it('says how many times as often the best tenth won', () => {
    const scores = Array.from({ length: 100 }, (_, row) => row)
    const outcome = Uint8Array.from(scores, (row) => (row >= 95 || row < 15 ? 1 : 0))

    expect(lift(scores, outcome)).toBeCloseTo(0.5 / 0.2, 12)
  })

  it('takes a share of equal scores, so that nothing hangs on the order of rows', () => {
    expect(
      lift(
        new Float64Array(40),
        Uint8Array.from({ length: 40 }, (_, i) => i % 2),
      ),
    ).toBe(1)
  })

  it('gives the Brier score of the example in the documentation of scikit-learn', () => {
    expect(brier([0.1, 0.9, 0.8, 0.3], outcomeOf(0, 1, 1, 0))).toBeCloseTo(0.0375, 12)
  })

  it('gives the log loss of the example in the documentation of scikit-learn', () => {
    // "spam", "ham", "ham", "spam" with chances of spam .9, .1, .2, .65
    expect(logLoss([0.9, 0.1, 0.2, 0.65], outcomeOf(1, 0, 0, 1))).toBeCloseTo(0.21616, 5)
  })

  it('charges a certain and wrong answer much, but not without end', () => {
    expect(logLoss([0], outcomeOf(1))).toBeGreaterThan(30)
    expect(logLoss([0], outcomeOf(1))).toBeLessThan(40)
  })
})

describe('logistic regression', () => {
  it('finds the weights published for hours of study (Wikipedia, Logistic regression)', () => {
    const quarters = '2 3 4 5 6 7 7 8 9 10 11 12 13 14 16 17 18 19 20 22'
    const hours = quarters.split(' ').map((count) => Number(count) / 4)
    const passed = outcomeOf(0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1)

    const [intercept, slope] = fitLogistic([hours], passed, 0)

    expect(intercept).toBeCloseTo(-4.0777, 4)
    expect(slope).toBeCloseTo(1.5046, 4)
  })

  it('finds the weights published for the O-rings of the space shuttle (Dalal and others, JASA 1989)', () => {
    const launches = '66 70 69 68 67 72 73 70 57 63 70 78 67 53 67 75 70 81 76 79 75 76 58'
    const fahrenheit = launches.split(' ').map(Number)
    const distress = outcomeOf(0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1)

    const [intercept, slope] = fitLogistic([fahrenheit], distress, 0)

    expect(intercept).toBeCloseTo(15.0429, 3)
    expect(slope).toBeCloseTo(-0.2322, 4)
  })

  it('pulls weights together and leaves their mean alone', () => {
    const random = createRandom(3)
    const first = Float64Array.from({ length: 2_000 }, () => random() - 0.5)
    const second = Float64Array.from({ length: 2_000 }, () => random() - 0.5)
    const outcome = Uint8Array.from(first, (value, row) =>
      random() < 1 / (1 + Math.exp(-3 * value - 1 * (second[row] ?? 0))) ? 1 : 0,
    )

    const [, a = 0, b = 0] = fitLogistic([first, second], outcome, 1e6)

    expect(a).toBeCloseTo(b, 2)
    expect(a).toBeGreaterThan(1.5)
    expect(a).toBeLessThan(2.5)
  })

  it('solves what has one answer and refuses what has none', () => {
    // Only the lower triangle is read.
    expect(solveSymmetric(Float64Array.of(4, 0, 2, 5), Float64Array.of(8, 9))).toEqual(
      Float64Array.of(1.375, 1.25),
    )
    expect(solveSymmetric(Float64Array.of(1, 0, 2, 1), Float64Array.of(1, 1))).toBeUndefined()
  })
})

describe('bootstrap', () => {
  it('gives the standard error Hanley and McNeil published for CT ratings', () => {
    const { scores, outcome } = ctRatings()
    const options = { resamples: 2_000, random: createRandom(1) }

    const [[values = new Float64Array(0)] = []] = pairedBootstrap(
      [rankScores(scores)],
      outcome,
      [aucOfTally],
      options,
    )

    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    expect(Math.sqrt(variance)).toBeCloseTo(0.032, 2)
  })

  it('covers the true AUC about as often as it says', () => {
    // Scores of won records are normal around 1, of lost ones around 0: AUC = Φ(1/√2).
    const truth = 0.76025
    let covered = 0
    for (let seed = 1; seed <= 150; seed += 1) {
      const random = createRandom(seed)
      const outcome = Uint8Array.from({ length: 200 }, (_, row) => (row < 40 ? 1 : 0))
      const scores = Float64Array.from(
        outcome,
        (won) => won + Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
      )
      const options = { resamples: 200, random }
      const [[values = new Float64Array(0)] = []] = pairedBootstrap(
        [rankScores(scores)],
        outcome,
        [aucOfTally],
        options,
      )
      const { low, high } = percentileInterval(values)
      if (low <= truth && truth <= high) covered += 1
    }

    expect(covered / 150).toBeGreaterThan(0.89)
    expect(covered / 150).toBeLessThan(0.99)
  })

  it('measures all scorers on the same draws', () => {
    const { scores, outcome } = ctRatings()
    const same = rankScores(scores)

    const [[first, second] = []] = pairedBootstrap([same, same], outcome, [aucOfTally], {
      resamples: 20,
      random: createRandom(2),
    })

    expect(first).toEqual(second)
  })
})

describe('random numbers', () => {
  it('are the same for the same seed and others for another', () => {
    const draw = (seed: number): number[] => Array.from({ length: 5 }, createRandom(seed))

    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
  })

  it('put every row somewhere exactly once', () => {
    const order = shuffled(1_000, createRandom(7))

    expect([...order].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1_000 }, (_, i) => i))
    expect(order[0]).not.toBe(0)
  })
})
