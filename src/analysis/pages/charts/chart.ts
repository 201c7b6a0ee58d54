import type { ScoreBand } from '#src/analysis/results.ts'
import type { Curves } from '#src/calibration/backtest/curves.ts'
import type { Rate } from '#src/calibration/figures.ts'
import type { Interval } from '#src/calibration/statistics/proportions.ts'
import type { Choice } from '#src/calibration/threshold-choices.ts'

/** What a chart shows; its section's table says the same in numbers. */
export type Chart = ChartData & {
  readonly title: string
  /** What it shows, for those who do not see it. */
  readonly description: string
}

type ChartData =
  | { readonly kind: 'roc'; readonly curves: readonly Curves[] }
  | { readonly kind: 'reliability'; readonly curves: readonly Curves[] }
  | { readonly kind: 'scores'; readonly bands: readonly ScoreBand[] }
  | {
      readonly kind: 'thresholds'
      readonly choices: readonly Choice[]
      readonly marks: readonly ThresholdMark[]
    }
  | { readonly kind: 'tiers'; readonly tiers: readonly TierBar[] }
  | { readonly kind: 'shifts'; readonly shifts: readonly ShiftBar[] }
  | { readonly kind: 'close-rates'; readonly rates: readonly RateThenAndNow[] }

export interface ThresholdMark {
  readonly name: string
  readonly score: number
}

export interface TierBar {
  readonly tier: string
  readonly records: number
  readonly won: Rate | undefined
}

export interface ShiftBar {
  readonly subject: string
  /** Population stability index. */
  readonly index: number
}

export interface RateThenAndNow {
  readonly subject: string
  readonly before: Estimated
  readonly now: Estimated
}

/** A share, with its interval where it is known of how many. */
export interface Estimated {
  readonly rate: number
  readonly interval: Interval | undefined
}
