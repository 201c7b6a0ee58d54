import type { Interval } from './proportions.ts'
import type { Random } from './random.ts'
import type { RankedScores, ScoreTally } from './score-tally.ts'

export interface BootstrapOptions {
  readonly resamples: number
  readonly random: Random
}

/** A figure of one scorer from how its wins and losses stand. */
export type Measure = (tally: ScoreTally, scorer: number) => number

/**
 * Draws rows with replacement, wins and losses each among themselves so that none is ever without wins,
 * and measures every scorer on the same draw: what is left of a difference is not the luck of the draw.
 * Gives, per measure and scorer, one value per resample.
 */
export function pairedBootstrap(
  scorers: readonly RankedScores[],
  outcome: Uint8Array,
  measures: readonly Measure[],
  { resamples, random }: BootstrapOptions,
): readonly (readonly Float64Array[])[] {
  const rowsOf = (value: number): Int32Array =>
    Int32Array.from(outcome.keys()).filter((row) => outcome[row] === value)
  const sides = [rowsOf(1), rowsOf(0)]
  const values = measures.map(() => scorers.map(() => new Float64Array(resamples)))
  const tallies = scorers.map(({ distinct }) => ({
    won: new Float64Array(distinct),
    lost: new Float64Array(distinct),
  }))
  for (let resample = 0; resample < resamples; resample += 1) {
    for (const { won, lost } of tallies) {
      won.fill(0)
      lost.fill(0)
    }
    sides.forEach((rows, side) => drawInto(rows, side === 0, scorers, tallies, random))
    measures.forEach((measure, which) => {
      tallies.forEach((tally, scorer) => {
        values[which]?.[scorer]?.fill(measure(tally, scorer), resample, resample + 1)
      })
    })
  }
  return values
}

function drawInto(
  rows: Int32Array,
  areWon: boolean,
  scorers: readonly RankedScores[],
  tallies: readonly ScoreTally[],
  random: Random,
): void {
  const drawn = Int32Array.from(rows, () => rows[Math.floor(random() * rows.length)] ?? 0)
  scorers.forEach(({ ranks }, scorer) => {
    const tally = tallies[scorer]
    if (tally === undefined) return
    const counts = areWon ? tally.won : tally.lost
    for (let at = 0; at < drawn.length; at += 1) {
      const rank = ranks[drawn[at] ?? 0] ?? 0
      counts[rank] = (counts[rank] ?? 0) + 1
    }
  })
}

/** The middle `confidence` of the resampled values. */
export function percentileInterval(values: Float64Array, confidence = 0.95): Interval {
  const sorted = values.toSorted()
  const tail = (1 - confidence) / 2
  return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) }
}

/** Of sorted values, with a straight line between neighbours. */
function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1)
  const below = Math.floor(at)
  const low = sorted[below] ?? NaN
  return low + (at - below) * ((sorted[below + 1] ?? low) - low)
}
