import { countWins, type Dataset, rowRange, withColumns } from '../dataset.ts'
import { findLeaks, type LeakFinding } from './find-leaks.ts'
import { type Judged, judgeSplit } from './judge-split.ts'
import { recommend, type Verdict } from './recommend.ts'
import { splitAtRandom, splitByTime } from './split.ts'

export interface BacktestOptions {
  readonly seed: number
  /** Columns that tell the time of year rather than the person. */
  readonly calendar?: readonly string[]
  /** Points of the model in use now, for every row. */
  readonly present?: ArrayLike<number>
}

export interface Backtest {
  /** What the columns can do at most: a random split, calendar columns among them. Flatters. */
  readonly randomWithCalendar: Judged | undefined
  /** A random split without calendar columns; the same as above where there are none. */
  readonly random: Judged | undefined
  /** Learned from the earlier records, judged on the later ones: what counts. */
  readonly time: Judged | undefined
  readonly leaks: readonly LeakFinding[]
  readonly verdict: Verdict
  /** What a draft may be learned from: no leaks, no calendar. */
  readonly usable: Dataset
}

export function backtest(all: Dataset, options: BacktestOptions): Backtest {
  const { seed, calendar = [], present } = options
  const randomSplit = splitAtRandom(all, seed)
  const leaks = findLeaks(all, randomSplit)
  const leaking = new Set(leaks.filter(({ kind }) => kind === 'leak').map(({ column }) => column))
  const honest = withColumns(all, ({ name }) => !leaking.has(name))
  const usable = withColumns(honest, ({ name }) => !calendar.includes(name))
  const judge = { seed, present, inTimeOrder: false }
  const random = judgeSplit(usable, randomSplit, judge)
  const hasCalendar = usable.columns.length < honest.columns.length
  const time = judgeSplit(usable, splitByTime(usable), { ...judge, inTimeOrder: true })
  return {
    randomWithCalendar: hasCalendar ? judgeSplit(honest, randomSplit, judge) : random,
    random,
    time,
    leaks,
    verdict: recommend({
      rows: all.rows,
      wins: countWins(all, rowRange(0, all.rows)),
      columns: usable.columns.length,
      random,
      time,
    }),
    usable,
  }
}
