import { type Rate, rateOf } from '../figures.ts'
import { mergeSmallCells } from '../small-cells.ts'
import { type RankedScores, type ScoreTally, sumOf } from '../statistics/score-tally.ts'

/** A scorer's curve on the records it was judged on. */
export interface Curves {
  readonly scorer: string
  /** From 0,0 to 1,1; at most about a hundred points. */
  readonly roc: readonly { readonly falsePositive: number; readonly truePositive: number }[]
  /** What was promised against what came, from the least likely to the likeliest; empty without chances. */
  readonly reliability: readonly { readonly promised: number; readonly came: Rate }[]
}

const ROC_STEPS = 100
const RELIABILITY_STEPS = 15

/** Steps of no curve stand for so few won or lost records that they could be somebody. */
export function curvesOf(
  scorer: string,
  { ranks }: RankedScores,
  tally: ScoreTally,
  chances: Float64Array | undefined,
): Curves {
  return {
    scorer,
    roc: rocOf(tally),
    reliability:
      chances === undefined ? [] : reliabilityOf(tally, promisedByRank(ranks, tally, chances)),
  }
}

function rocOf(tally: ScoreTally): Curves['roc'] {
  const [won, lost] = [sumOf(tally.won), sumOf(tally.lost)]
  const points = [{ falsePositive: 0, truePositive: 0 }]
  let [foundWon, foundLost] = [0, 0]
  for (const band of safeBands(tally, ROC_STEPS)) {
    foundWon += band.won
    foundLost += band.lost
    points.push({ falsePositive: foundLost / lost, truePositive: foundWon / won })
  }
  return points.length > 1 ? points : [...points, { falsePositive: 1, truePositive: 1 }]
}

function reliabilityOf(tally: ScoreTally, promised: Float64Array): Curves['reliability'] {
  return safeBands(tally, RELIABILITY_STEPS)
    .flatMap(({ won, lost, from, to }) => {
      const came = rateOf(won, won + lost)
      return came === undefined
        ? []
        : [{ promised: sumOf(promised.subarray(from, to)) / came.of, came }]
    })
    .toSorted((a, b) => a.promised - b.promised)
}

/** The chances of all records at each rank, added up. */
function promisedByRank(
  ranks: Int32Array,
  { won }: ScoreTally,
  chances: Float64Array,
): Float64Array {
  const promised = new Float64Array(won.length)
  for (let row = 0; row < ranks.length; row += 1) {
    const at = ranks[row] ?? 0
    promised[at] = (promised[at] ?? 0) + (chances[row] ?? 0)
  }
  return promised
}

/** What stands at the ranks `from` to below `to`. */
interface Band {
  readonly from: number
  readonly to: number
  readonly won: number
  readonly lost: number
}

function safeBands(tally: ScoreTally, most: number): readonly Band[] {
  const bands = bandsOf(tally, most)
  const cells = bands.map(({ won, lost }, at) => ({ groups: [String(at)], counts: [won, lost] }))
  return mergeSmallCells(cells, 'ordered').map(({ groups, counts: [won = 0, lost = 0] }) => {
    const own = groups.map((at) => bands[Number(at)])
    return { from: own.at(0)?.from ?? 0, to: own.at(-1)?.to ?? 0, won, lost }
  })
}

/** Neighbouring ranks together, at least one in `most` of all records in each but the last. */
function bandsOf({ won, lost }: ScoreTally, most: number): readonly Band[] {
  const least = (sumOf(won) + sumOf(lost)) / most
  const bands: Band[] = []
  let band = { from: 0, to: 0, won: 0, lost: 0 }
  for (let at = 0; at < won.length; at += 1) {
    band = {
      ...band,
      to: at + 1,
      won: band.won + (won[at] ?? 0),
      lost: band.lost + (lost[at] ?? 0),
    }
    if (band.won + band.lost < least && at < won.length - 1) continue
    bands.push(band)
    band = { from: at + 1, to: at + 1, won: 0, lost: 0 }
  }
  return bands
}
