import type { Column, Dataset } from '../dataset.ts'
import { type Binning, type BinningOptions, DEFAULT_BINNING } from './bin.ts'
import { binCodes } from './bin-codes.ts'
import { binNumbers, rangeOf } from './bin-numbers.ts'

/** The bins of every column that has at least two, learned from the given rows and no others. */
export function learnBinnings(
  data: Dataset,
  rows: Int32Array,
  options: BinningOptions = DEFAULT_BINNING,
): readonly Binning[] {
  return data.columns
    .map((column) =>
      column.kind === 'number'
        ? binNumbers(column, data.outcome, rows, options)
        : binCodes(column, data.outcome, rows, options),
    )
    .filter(({ bins }) => bins.filter(({ rows: count }) => count > 0).length > 1)
}

/** The bin of each of the rows; a column the data lack is all `other`. */
export function binRows(binning: Binning, data: Dataset, rows: Int32Array): Uint8Array {
  const column = data.columns.find(({ name }) => name === binning.column)
  const bins = new Uint8Array(rows.length)
  if (column === undefined) return bins
  const binOf = binReader(binning, column)
  for (let at = 0; at < rows.length; at += 1) bins[at] = binOf(rows[at] ?? 0)
  return bins
}

function binReader(
  { bounds, binOfLevel, missing }: Binning,
  column: Column,
): (row: number) => number {
  if (column.kind === 'number') {
    const { values } = column
    return (row) => {
      const value = values[row] ?? NaN
      if (Number.isNaN(value)) return missing
      return bounds === undefined || bounds.length === 0 ? 0 : rangeOf(bounds, value) + 1
    }
  }
  const { codes, levels } = column
  const bins = levels.map((level) => binOfLevel?.get(level) ?? 0)
  return (row) => {
    const code = codes[row] ?? -1
    return code === -1 ? missing : (bins[code] ?? 0)
  }
}
