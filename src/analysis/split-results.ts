import type { Backtest } from '../calibration/backtest/backtest.ts'
import type { Judged } from '../calibration/backtest/judge-split.ts'
import { isSafeCount } from '../calibration/small-cells.ts'
import type { SplitResult } from './results.ts'

/** What the backtest measured, with curves; a split with too few of anything to be shown is left out. */
export function splitResults({ random, time }: Backtest): readonly SplitResult[] {
  return [...splitResult('random', random), ...splitResult('time', time)]
}

function splitResult(split: SplitResult['split'], judged: Judged | undefined): SplitResult[] {
  if (judged === undefined) return []
  const { trainRows, trainWins, testRows, testWins } = judged
  const counts = [trainWins, trainRows - trainWins, testWins, testRows - testWins]
  if (!counts.every(isSafeCount)) return []
  const { card, shortCard, naiveBayes, constant, present, curves } = judged
  return [
    {
      split,
      learned: { records: trainRows, won: trainWins },
      judged: { records: testRows, won: testWins },
      scorers: [card, shortCard, naiveBayes, constant, ...(present === undefined ? [] : [present])],
      curves,
    },
  ]
}
