import { describe, expect, it } from 'vitest'
import { rowRange } from '#src/calibration/dataset.ts'
import { learnBinnings } from '#src/calibration/learn/binning.ts'
import { scoreNaiveBayes } from '#src/calibration/learn/naive-bayes.ts'
import { poolAdjacentViolators } from '#src/calibration/statistics/isotonic.ts'
import { chanceOf, logit } from '#src/calibration/statistics/logit.ts'
import { holm } from '#src/calibration/statistics/multiple-comparisons.ts'
import { logOddsRatio } from '#src/calibration/statistics/odds-ratio.ts'
import { survivalSteps } from '#src/calibration/statistics/survival.ts'

describe('isotonic regression', () => {
  it('pools the pituitary sizes as Robertson, Wright and Dykstra do (Order Restricted Inference, 1988, §1.1)', () => {
    // Sums of the sizes measured at 8, 10, 12 and 14 years; also scipy.optimize.isotonic_regression.
    const steps = poolAdjacentViolators([
      { x: 8, rows: 3, wins: 67.5 },
      { x: 10, rows: 3, wins: 70 },
      { x: 12, rows: 3, wins: 62.5 },
      { x: 14, rows: 2, wins: 48.5 },
    ])

    expect(steps.map(({ x }) => x)).toEqual([8, 14])
    expect(steps.map(({ wins, rows }) => wins / rows)).toEqual([
      expect.closeTo(22.2222, 4),
      expect.closeTo(24.25, 9),
    ])
  })

  it('has the blocks and rates of scipy.optimize.isotonic_regression', () => {
    const rows = [10, 20, 10, 40, 5, 15]
    const wins = [1, 4, 1, 12, 3, 7]

    const steps = poolAdjacentViolators(
      rows.map((count, x) => ({ x, rows: count, wins: wins[x] ?? 0 })),
    )

    expect(steps.map(({ x }) => x)).toEqual([0, 1, 3, 4])
    expect(steps.map((step) => step.wins / step.rows)).toEqual([0.1, 1 / 6, 0.3, 0.5])
  })
})

describe('naive Bayes', () => {
  it('gives the day of Mitchell’s example (Machine Learning, 1997, §6.9.1) a chance of .205 to play', () => {
    // Outlook, temperature, humidity, wind and whether tennis was played: Quinlan's fourteen days.
    const days = [
      'sunny hot high weak 0',
      'sunny hot high strong 0',
      'overcast hot high weak 1',
      'rain mild high weak 1',
      'rain cool normal weak 1',
      'rain cool normal strong 0',
      'overcast cool normal strong 1',
      'sunny mild high weak 0',
      'sunny cool normal weak 1',
      'rain mild normal weak 1',
      'sunny mild normal strong 1',
      'overcast mild high strong 1',
      'overcast hot normal weak 1',
      'rain mild high strong 0',
    ].map((day) => day.split(' '))
    // A thousand times each, so that imagined rows no longer count, and then the day in question.
    const rows = [...Array.from({ length: 14_000 }, (_, row) => days[row % 14] ?? []), QUESTION]
    const columns = ['outlook', 'temperature', 'humidity', 'wind'].map((name, at) => {
      const levels = [...new Set(days.map((day) => day[at] ?? ''))]
      const codes = Int16Array.from(rows, (row) => levels.indexOf(row[at] ?? ''))
      return { kind: 'code' as const, name, levels, codes }
    })
    const outcome = Uint8Array.from(rows, (row) => Number(row[4]))
    const data = { rows: rows.length, columns, outcome }
    const binnings = learnBinnings(data, rowRange(0, 14_000))

    const [score = 0] = scoreNaiveBayes(binnings, 9 / 14, data, rowRange(14_000, 14_001))

    // .0053 against .0206 in the book.
    expect(chanceOf(score + logit(9 / 14))).toBeCloseTo(0.205, 3)
  })
})

const QUESTION = ['sunny', 'cool', 'high', 'strong', '0']

describe('the ratio of odds', () => {
  it('is that of the physicians’ health study: 1.83, from 1.44 to 2.33 (Agresti, Categorical Data Analysis, §3.1)', () => {
    // The same from scipy.stats.contingency.odds_ratio(kind='sample'); ours adds half a record.
    const { ratio, low, high } = logOddsRatio(
      { count: 189, of: 11_034 },
      { count: 104, of: 11_037 },
    )

    expect(Math.exp(ratio)).toBeCloseTo(1.83, 2)
    expect(Math.exp(low)).toBeCloseTo(1.44, 2)
    expect(Math.exp(high)).toBeCloseTo(2.33, 1)
  })

  it('is known, and widely, where nobody was won', () => {
    const { low, high } = logOddsRatio({ count: 0, of: 12 }, { count: 30, of: 100 })

    expect(low).toBeLessThan(-4)
    expect(high).toBeGreaterThan(-1)
  })
})

describe('Holm', () => {
  it('rejects the two Wikipedia’s example of Holm and Bonferroni rejects', () => {
    // H1 to H4 with .01, .04, .03 and .005 at α = .05: H4 and H1 fall, H3 stands and so does H2.
    const rejected = holm([0.01, 0.04, 0.03, 0.005]).map((p) => p <= 0.05)

    expect(rejected).toEqual([true, false, false, true])
  })
})

describe('Aalen and Johansen', () => {
  it('is the share of each cause where nobody is lost from view', () => {
    const causes = ['won', 'lost', 'lost', 'won', 'lost'] as const
    const watched = causes.map((cause, at) => ({ time: at + 1, cause }))

    const last = survivalSteps(watched, ['won', 'lost']).at(-1)

    expect(last?.incidence.get('won')).toBeCloseTo(2 / 5, 12)
    expect(last?.incidence.get('lost')).toBeCloseTo(3 / 5, 12)
  })
})
