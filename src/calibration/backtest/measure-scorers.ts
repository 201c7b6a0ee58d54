import { aucOfTally } from '../statistics/auc.ts'
import { averagePrecisionOfTally } from '../statistics/average-precision.ts'
import { type Measure, pairedBootstrap, percentileInterval } from '../statistics/bootstrap.ts'
import { brier } from '../statistics/brier.ts'
import { liftOfTally } from '../statistics/lift.ts'
import { logLoss } from '../statistics/log-loss.ts'
import type { Interval } from '../statistics/proportions.ts'
import { createRandom } from '../statistics/random.ts'
import { rankScores, tallyRanks } from '../statistics/score-tally.ts'
import { type Curves, curvesOf } from './curves.ts'

/** Something that ranks the rows it is judged on, and may say how likely each is to win. */
export interface Scorer {
  readonly name: string
  readonly scores: ArrayLike<number>
  readonly chances?: Float64Array
}

/** AUC and average precision are from 0 to 1, lift is of the best tenth, Brier and log loss are of chances. */
export interface Measured {
  readonly name: string
  readonly auc: number
  readonly aucInterval: Interval
  readonly ap: number
  readonly apInterval: Interval
  readonly lift: number
  readonly liftInterval: Interval
  readonly brier?: number
  readonly logLoss?: number
  /** The AUC of the first scorer less this one's, on the same draws. */
  readonly behindFirst: Interval
}

interface Judgement {
  readonly measured: Measured
  readonly curves: Curves
}

/** Intervals of many rows are narrow, and their ends need fewer resamples to be known. */
const MOST_RESAMPLES = 400
const LEAST_RESAMPLES = 100
const MOST_DRAWS = 2_000_000
const MEASURES: readonly Measure[] = [
  aucOfTally,
  averagePrecisionOfTally,
  (tally) => liftOfTally(tally),
]

/** Measures all scorers on the same rows, with 95 % intervals from the same resamples. */
export function measureScorers(
  scorers: readonly Scorer[],
  outcome: Uint8Array,
  seed: number,
): readonly Judgement[] {
  const ranked = scorers.map(({ scores }) => rankScores(scores))
  const affordable = Math.floor(MOST_DRAWS / outcome.length)
  const resamples = Math.max(LEAST_RESAMPLES, Math.min(MOST_RESAMPLES, affordable))
  const options = { resamples, random: createRandom(seed) }
  const [aucs = [], aps = [], lifts = []] = pairedBootstrap(ranked, outcome, MEASURES, options)
  const intervalOf = (values: Float64Array | undefined): Interval =>
    percentileInterval(values ?? new Float64Array(0))
  return scorers.map(({ name, chances }, at) => {
    const ranks = ranked[at] ?? rankScores([])
    const tally = tallyRanks(ranks, outcome)
    const own = aucs[at]
    const behind = aucs[0]?.map((first, resample) => first - (own?.[resample] ?? 0))
    const measured = {
      name,
      auc: aucOfTally(tally),
      aucInterval: intervalOf(own),
      ap: averagePrecisionOfTally(tally),
      apInterval: intervalOf(aps[at]),
      lift: liftOfTally(tally),
      liftInterval: intervalOf(lifts[at]),
      ...(chances === undefined
        ? {}
        : { brier: brier(chances, outcome), logLoss: logLoss(chances, outcome) }),
      behindFirst: intervalOf(behind),
    }
    return { measured, curves: curvesOf(name, ranks, tally, chances) }
  })
}
