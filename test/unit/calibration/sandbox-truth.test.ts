import { describe, expect, it } from 'vitest'
import { learnCards } from '#src/calibration/backtest/learn-cards.ts'
import { measureScorers } from '#src/calibration/backtest/measure-scorers.ts'
import { splitByTime } from '#src/calibration/backtest/split.ts'
import { type Dataset, outcomesOf, rowRange } from '#src/calibration/dataset.ts'
import { scoreCard } from '#src/calibration/learn/card.ts'
import { auc, aucOfTally } from '#src/calibration/statistics/auc.ts'
import { chanceOf } from '#src/calibration/statistics/logit.ts'
import { createRandom } from '#src/calibration/statistics/random.ts'
import { rankScores } from '#src/calibration/statistics/score-tally.ts'
import type { Audience } from '#src/ports.ts'
import { type SeededHistory, seededHistory } from './seeded-history.ts'

/** The first so many people: a larger population begins with the smaller. */
function firstOf(data: Dataset, rows: number): Dataset {
  const { time } = data
  return { ...data, rows, ...(time === undefined ? {} : { time: time.subarray(0, rows) }) }
}

/** By how much a card learned from the earlier part ranks the later part worse than the truth does. */
function behindTruth(history: SeededHistory, rows: number, seed: number): number {
  const data = firstOf(history.drawnWith(seed), rows)
  const { train, test } = splitByTime(data)
  const { full } = learnCards(data, train)
  const outcome = outcomesOf(data, test)
  const truth = Float64Array.from(test, (row) => history.truth[row] ?? 0)
  return auc(truth, outcome) - auc(scoreCard(full.card, data, test), outcome)
}

/**
 * Measured with populations of their own for each of five seeds (two of 60,000), in the order of time, the
 * AUC of the truth being .77 (individual) and .83 (employer), the card behind it by:
 *   people    individual                                   employer
 *    2,000    1,240 records  .020 .045 .017 .008 .038        760 records  .000 .029 .040 .025 .028
 *    8,000    5,000 records  .004 .012 .009 .005 .024      3,000 records  .009 .013 .012 .005 .014
 *   20,000   12,500 records  .002 .006 .010 .004 .006      7,500 records  .001 .008 .003 .005 .003
 *   60,000   37,000 records  .000 .007                    22,900 records  .002 .004
 * So it is within .01 from about 7,500 records (2,400 wins) on; what is left below that is the luck of few
 * wins, of which the shipped model's own points have none: they are .02 to .06 behind at any size.
 */
describe.each<[Audience, readonly [number, number][]]>([
  [
    'individual',
    [
      [4_900, 0.025],
      [12_200, 0.01],
    ],
  ],
  [
    'employer',
    [
      [2_900, 0.025],
      [7_400, 0.01],
    ],
  ],
])('the ranking of the %s audience of a sandbox portal', (audience, sizes) => {
  const history = seededHistory(audience, 20_000)

  it.each(sizes)(
    'is recovered from %i records to within %f of the AUC of the truth',
    (rows, most) => {
      const behind = [1, 2, 3].map((seed) => behindTruth(history, rows, seed))

      for (const one of behind) expect(one).toBeLessThan(most)
      const mean = behind.reduce((sum, one) => sum + one, 0) / behind.length
      expect(mean).toBeLessThan(rows > 7_000 ? 0.006 : most)
    },
  )
})

describe('intervals of what is measured on a sandbox portal', () => {
  const history = seededHistory('employer', 8_000)
  const { train, test } = splitByTime(history.data)
  const { full, short } = learnCards(history.data, train)
  const chances = Float64Array.from(test, (row) => chanceOf(history.truth[row] ?? 0))
  const scores = [full, short].map(({ card }) => scoreCard(card, history.data, test))
  /** On as many people like these as anybody likes: each of them won and lost by their chance. */
  const [truth = 0, truthOfShort = 0] = scores.map((own) => {
    const { ranks, distinct } = rankScores(own)
    const tally = { won: new Float64Array(distinct), lost: new Float64Array(distinct) }
    ranks.forEach((rank, at) => {
      tally.won[rank] = (tally.won[rank] ?? 0) + (chances[at] ?? 0)
      tally.lost[rank] = (tally.lost[rank] ?? 0) + 1 - (chances[at] ?? 0)
    })
    return aucOfTally(tally)
  })

  it('hold the AUC of many people, and the difference of two cards, about as often as they say', () => {
    const draws = 100
    const covered = { auc: 0, difference: 0 }
    for (let draw = 1; draw <= draws; draw += 1) {
      const random = createRandom(draw)
      const rows = rowRange(0, 150).map(() => Math.floor(random() * test.length))
      const outcome = Uint8Array.from(rows, (at) => (random() < (chances[at] ?? 0) ? 1 : 0))
      const scorers = scores.map((own, at) => ({
        name: String(at),
        scores: Float64Array.from(rows, (row) => own[row] ?? 0),
      }))
      const [first, second] = measureScorers(scorers, outcome, draw)
      const holds = (value: number, interval?: { low: number; high: number }): number =>
        Number(interval !== undefined && interval.low <= value && value <= interval.high)
      covered.auc += holds(truth, first?.measured.aucInterval)
      covered.difference += holds(truth - truthOfShort, second?.measured.behindFirst)
    }

    for (const count of Object.values(covered)) {
      expect(count / draws).toBeGreaterThanOrEqual(0.9)
      expect(count / draws).toBeLessThanOrEqual(0.99)
    }
  })
})
