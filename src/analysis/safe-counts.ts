import type { Verdict } from '../calibration/backtest/recommend.ts'
import { isSafeCount, SMALLEST_CELL, shownCount } from '../calibration/small-cells.ts'
import type { CaseCounts } from './results.ts'

interface Counts {
  readonly won: number
  readonly notWon: number
  readonly open: number
}

/** Cases by outcome; an outcome that one to ten have is counted as nobody's and named. */
export function shownCounts(counts: Counts): CaseCounts {
  const names = ['won', 'notWon', 'open'] as const
  const shown = (name: keyof Counts) => shownCount(counts[name])
  return {
    records: shown('won') + shown('notWon'),
    won: shown('won'),
    open: shown('open'),
    tooFewToShow: names.filter((name) => !isSafeCount(counts[name])),
  }
}

/** As judged, but for the number of wins or losses where that is one to ten. */
export function shownVerdict(verdict: Verdict, { won, notWon }: Omit<Counts, 'open'>): Verdict {
  if (isSafeCount(won) && isSafeCount(notWon)) return verdict
  const end = isSafeCount(won) ? 'lost' : 'won'
  const missing = verdict.winsMissing > 0 ? verdict.winsMissing + won - SMALLEST_CELL + 1 : 0
  const more = missing === 0 ? '' : ` At least ${missing} more are needed to learn anything.`
  const reason = `There are fewer than ${SMALLEST_CELL} ${end} records.${more} Until then keep the points set by hand.`
  return { recommend: false, reasons: [reason], winsMissing: missing }
}
