import { countWins, type Dataset, outcomesOf } from '../dataset.ts'
import { learnBinnings } from '../learn/binning.ts'
import { type Calibration, calibrate } from '../learn/calibration.ts'
import { type Card, scoreCard } from '../learn/card.ts'
import { chooseHold } from '../learn/choose-hold.ts'
import { crossFitSlopes } from '../learn/cross-fit.ts'
import { createFitTable, type FitTable } from '../learn/fit-table.ts'
import { firstPoints, learnFullCard } from '../learn/full-card.ts'
import { learnShortCard } from '../learn/short-card.ts'

export interface LearnedCard {
  readonly card: Card
  readonly calibration: Calibration
}

export interface Learned {
  readonly table: FitTable
  readonly full: LearnedCard
  readonly short: LearnedCard
  /** Share of wins in the rows that chances were learned from. */
  readonly baseRate: number
}

/** Wins and losses a window of recent rows must have to say how likely a win is now. */
const LEAST_IN_WINDOW = 100
/** A window is so many of these parts. */
const PARTS = 5

/** Everything that is learned, from these rows alone; chances from the `recent` among them. */
export function learnCards(data: Dataset, train: Int32Array, recent = train): Learned {
  const table = createFitTable(data, train, learnBinnings(data, train))
  const first = firstPoints(table, crossFitSlopes(data, train, table.binnings))
  const outcome = outcomesOf(data, recent)
  const withChances = (card: Card): LearnedCard => ({
    card,
    calibration: calibrate(scoreCard(card, data, recent), outcome),
  })
  return {
    table,
    full: withChances(learnFullCard(table, first, chooseHold(table))),
    short: withChances(learnShortCard(table, first)),
    baseRate: countWins(data, recent) / recent.length,
  }
}

/** The last fifth of rows in the order of time, or more where that has too few wins or losses. */
export function recentRows(data: Dataset, train: Int32Array): Int32Array {
  for (let parts = 1; parts < PARTS; parts += 1) {
    const recent = train.slice(Math.floor((train.length * (PARTS - parts)) / PARTS))
    const wins = countWins(data, recent)
    if (Math.min(wins, recent.length - wins) >= LEAST_IN_WINDOW) return recent
  }
  return train
}
