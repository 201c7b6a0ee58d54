import { countWins, type Dataset, outcomesOf } from '../dataset.ts'
import { type Binning, DEFAULT_BINNING } from './bin.ts'
import { binRows, learnBinnings } from './binning.ts'
import { evidenceOfBins } from './evidence.ts'
import { fitSlopes } from './logistic.ts'

const FOLDS = 5
/** What does not tell anything apart by itself is no evidence. */
const TELLING = { ...DEFAULT_BINNING, leastBins: 1 }
/** A handful of slopes is known well enough from so many rows. */
const MOST_ROWS = 200_000

/**
 * How much of each column's evidence holds on rows it was not learned from, beside the other columns:
 * bins and evidence come from four fifths of the rows, the slopes from how they do on the fifth left
 * out. In its own rows any column explains something, and one of pure noise would be believed.
 */
export function crossFitSlopes(
  data: Dataset,
  train: Int32Array,
  binnings: readonly Binning[],
): Float64Array {
  const stride = Math.ceil(train.length / MOST_ROWS)
  const rows = train.filter((_, at) => at % stride === 0)
  const evidence = binnings.map(() => new Float32Array(rows.length))
  for (let fold = 0; fold < FOLDS; fold += 1) fillFold(data, rows, binnings, evidence, fold)
  return fitSlopes(evidence, outcomesOf(data, rows)).slopes
}

function fillFold(
  data: Dataset,
  rows: Int32Array,
  binnings: readonly Binning[],
  evidence: readonly Float32Array[],
  fold: number,
): void {
  const others = rows.filter((_, at) => at % FOLDS !== fold)
  const own = rows.filter((_, at) => at % FOLDS === fold)
  const wins = countWins(data, others)
  if (wins === 0 || wins === others.length) return
  const learned = new Map(
    learnBinnings(data, others, TELLING).map((binning) => [binning.column, binning]),
  )
  binnings.forEach(({ column }, at) => {
    const binning = learned.get(column)
    const values = evidence[at]
    if (binning === undefined || values === undefined) return
    const byBin = evidenceOfBins(binning, wins / others.length)
    const bins = binRows(binning, data, own)
    for (let row = 0; row < own.length; row += 1) {
      values[row * FOLDS + fold] = byBin[bins[row] ?? 0] ?? 0
    }
  })
}
