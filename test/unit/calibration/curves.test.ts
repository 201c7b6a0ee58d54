import { describe, expect, it } from 'vitest'
import { backtest } from '#src/calibration/backtest/backtest.ts'
import { type Curves, curvesOf } from '#src/calibration/backtest/curves.ts'
import { createRandom } from '#src/calibration/statistics/random.ts'
import { rankScores, tallyRanks } from '#src/calibration/statistics/score-tally.ts'
import { syntheticPortal } from './synthetic-portal.ts'

function curvesFor(scores: ArrayLike<number>, outcome: Uint8Array, chances?: Float64Array): Curves {
  const ranked = rankScores(scores)
  return curvesOf('a card', ranked, tallyRanks(ranked, outcome), chances)
}

/** Chances that come true. */
function honest(rows: number, seed = 1) {
  const random = createRandom(seed)
  const chances = Float64Array.from({ length: rows }, () => random() ** 2)
  const outcome = Uint8Array.from(chances, (chance) => (random() < chance ? 1 : 0))
  return { chances, outcome }
}

function areaUnder({ roc }: Curves): number {
  return roc.slice(1).reduce((area, { falsePositive, truePositive }, at) => {
    const before = roc[at] ?? { falsePositive: 0, truePositive: 0 }
    return (
      area + ((falsePositive - before.falsePositive) * (truePositive + before.truePositive)) / 2
    )
  }, 0)
}

describe('the curves of a scorer', () => {
  it('run from corner to corner, and the area below is the AUC', () => {
    const { data } = syntheticPortal({ rows: 5_000, seed: 2 })

    const { time } = backtest(data, { seed: 7 })

    const [card] = time?.curves ?? []
    if (card === undefined) throw new Error('There is no curve.')
    expect(card.roc.at(0)).toEqual({ falsePositive: 0, truePositive: 0 })
    expect(card.roc.at(-1)).toEqual({ falsePositive: 1, truePositive: 1 })
    expect(card.roc.length).toBeLessThanOrEqual(101)
    expect(areaUnder(card)).toBeCloseTo(time?.card.auc ?? 0, 2)
  })

  it('show that honest chances come true, from the least likely to the likeliest', () => {
    const { chances, outcome } = honest(20_000)

    const { reliability } = curvesFor(chances, outcome, chances)

    expect(reliability.length).toBeGreaterThan(10)
    for (const { promised, came } of reliability) expect(came.rate).toBeCloseTo(promised, 1)
    const promised = reliability.map((one) => one.promised)
    expect(promised).toEqual(promised.toSorted((a, b) => a - b))
    expect(reliability.reduce((sum, { came }) => sum + came.of, 0)).toBe(20_000)
  })

  it('never stand for one to ten records', () => {
    for (const rows of [15, 60, 200, 900]) {
      const { chances, outcome } = honest(rows, rows)
      const wins = outcome.reduce((sum, won) => sum + won, 0)

      const { roc, reliability } = curvesFor(chances, outcome, chances)

      const steps = roc
        .slice(1)
        .flatMap(({ falsePositive, truePositive }, at) => [
          (truePositive - (roc[at]?.truePositive ?? 0)) * wins,
          (falsePositive - (roc[at]?.falsePositive ?? 0)) * (rows - wins),
        ])
      const counts = reliability.flatMap(({ came }) => [came.count, came.of - came.count])
      const shown = [...(roc.length > 2 ? steps : []), ...counts].map(Math.round)
      expect(shown.filter((count) => count > 0 && count < 11)).toEqual([])
    }
  })

  it('promise nothing where a scorer has no chances', () => {
    const { chances, outcome } = honest(500)

    expect(curvesFor(chances, outcome).reliability).toEqual([])
  })

  it('are of the card, the short card, naive Bayes and the model in use, whose points become chances', () => {
    const { data, truth } = syntheticPortal({ rows: 4_000, seed: 3 })
    const present = truth.map((odds) => Math.round(50 + 10 * odds))

    const { time } = backtest(data, { seed: 7, present })

    expect(time?.curves.map(({ scorer }) => scorer)).toEqual([
      'card',
      'short card',
      'naive Bayes',
      'present model',
    ])
    expect(time?.present?.brier).toBeLessThan(time?.constant.brier ?? 0)
    expect(time?.curves.at(-1)?.reliability.length).toBeGreaterThan(3)
  })
})
