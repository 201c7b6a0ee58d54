import { logit } from '../statistics/logit.ts'
import type { Binning } from './bin.ts'
import type { Tally } from './merge-bins.ts'

/** Imagined rows at the base rate added to every bin: a rare bin keeps its say, but a small one. */
const PSEUDO_ROWS = 5

/** By how much being in this bin changes the log odds of winning. */
export function evidenceOf(
  { rows, wins }: Tally,
  baseRate: number,
  pseudoRows = PSEUDO_ROWS,
): number {
  return logit((wins + pseudoRows * baseRate) / (rows + pseudoRows)) - logit(baseRate)
}

/** The evidence of every bin of a column; `other` says nothing. */
export function evidenceOfBins({ bins }: Binning, baseRate: number): Float64Array {
  return Float64Array.from(bins, (bin) =>
    bin.condition.kind === 'other' ? 0 : evidenceOf(bin, baseRate),
  )
}
