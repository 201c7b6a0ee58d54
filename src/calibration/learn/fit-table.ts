import { countWins, type Dataset, outcomesOf } from '../dataset.ts'
import type { Binning } from './bin.ts'
import { binRows } from './binning.ts'

/** The rows a card is learned from, as bins. */
export interface FitTable {
  readonly rows: number
  readonly wins: number
  readonly outcome: Uint8Array
  readonly binnings: readonly Binning[]
  /** One list per binning: the bin of each row. */
  readonly bins: readonly Uint8Array[]
}

export function createFitTable(
  data: Dataset,
  rows: Int32Array,
  binnings: readonly Binning[],
): FitTable {
  return {
    rows: rows.length,
    wins: countWins(data, rows),
    outcome: outcomesOf(data, rows),
    binnings,
    bins: binnings.map((binning) => binRows(binning, data, rows)),
  }
}
