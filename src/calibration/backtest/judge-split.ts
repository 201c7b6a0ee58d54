import { type Dataset, outcomesOf } from '../dataset.ts'
import { calibrate, chancesOf } from '../learn/calibration.ts'
import { scoreCard } from '../learn/card.ts'
import { scoreNaiveBayes } from '../learn/naive-bayes.ts'
import { chanceOf } from '../statistics/logit.ts'
import type { Curves } from './curves.ts'
import { type Learned, type LearnedCard, learnCards, recentRows } from './learn-cards.ts'
import { type Measured, measureScorers, type Scorer } from './measure-scorers.ts'
import type { Split } from './split.ts'

export interface JudgeOptions {
  readonly seed: number
  /** Whether rows to learn from are in the order of time, so that chances come from the latest. */
  readonly inTimeOrder: boolean
  /** Points of the model in use now, for every row of the data. */
  readonly present?: ArrayLike<number> | undefined
}

export interface Judged {
  readonly learned: Learned
  readonly card: Measured
  readonly shortCard: Measured
  readonly naiveBayes: Measured
  readonly constant: Measured
  readonly present?: Measured
  /** Of all but the constant, in the order above. */
  readonly curves: readonly Curves[]
  readonly trainRows: number
  readonly trainWins: number
  readonly testRows: number
  readonly testWins: number
}

/** Learns from one part and measures on the other; `undefined` where either has no wins or no losses. */
export function judgeSplit(data: Dataset, split: Split, options: JudgeOptions): Judged | undefined {
  const outcome = outcomesOf(data, split.test)
  const trainOutcome = outcomesOf(data, split.train)
  if (!isMixed(outcome) || !isMixed(trainOutcome)) return undefined
  const recent = options.inTimeOrder ? recentRows(data, split.train) : split.train
  const learned = learnCards(data, split.train, recent)
  const scorers = [
    ...scorersOf(learned, data, split.test),
    ...(options.present === undefined
      ? []
      : [presentScorer(options.present, data, recent, split.test)]),
  ]
  const judged = measureScorers(scorers, outcome, options.seed)
  const [card, shortCard, naiveBayes, constant, present] = judged.map(({ measured }) => measured)
  if (!card || !shortCard || !naiveBayes || !constant) return undefined
  return {
    learned,
    card,
    shortCard,
    naiveBayes,
    constant,
    ...(present === undefined ? {} : { present }),
    curves: judged.flatMap(({ measured, curves }) => (measured === constant ? [] : [curves])),
    trainRows: split.train.length,
    trainWins: learned.table.wins,
    testRows: outcome.length,
    testWins: outcome.reduce((sum, won) => sum + won, 0),
  }
}

function scorersOf(learned: Learned, data: Dataset, rows: Int32Array): readonly Scorer[] {
  const { table, baseRate } = learned
  const trainRate = table.wins / table.rows
  const bayes = scoreNaiveBayes(table.binnings, trainRate, data, rows)
  const odds = Math.log(trainRate / (1 - trainRate))
  return [
    cardScorer('card', learned.full, data, rows),
    cardScorer('short card', learned.short, data, rows),
    { name: 'naive Bayes', scores: bayes, chances: bayes.map((score) => chanceOf(odds + score)) },
    {
      name: 'constant',
      scores: new Uint8Array(rows.length),
      chances: new Float64Array(rows.length).fill(baseRate),
    },
  ]
}

function cardScorer(
  name: string,
  { card, calibration }: LearnedCard,
  data: Dataset,
  rows: Int32Array,
): Scorer {
  const scores = scoreCard(card, data, rows)
  return { name, scores, chances: chancesOf(calibration, scores) }
}

/** Its points are no chances; what they promise is learned from the rows a card's chances come from. */
function presentScorer(
  present: ArrayLike<number>,
  data: Dataset,
  recent: Int32Array,
  rows: Int32Array,
): Scorer {
  const pointsOf = (of: Int32Array) => Float64Array.from(of, (row) => present[row] ?? 0)
  const calibration = calibrate(pointsOf(recent), outcomesOf(data, recent))
  const scores = pointsOf(rows)
  return { name: 'present model', scores, chances: chancesOf(calibration, scores) }
}

const isMixed = (outcome: Uint8Array): boolean => outcome.includes(0) && outcome.includes(1)
