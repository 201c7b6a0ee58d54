import type { Dataset } from '../dataset.ts'
import type { Binning } from './bin.ts'
import { binRows } from './binning.ts'
import { evidenceOfBins } from './evidence.ts'

/**
 * The log odds that naive Bayes gives: all evidence in full, as though columns knew nothing of each
 * other. What a CRM's built-in predictive score usually does, and so a rival worth beating.
 */
export function scoreNaiveBayes(
  binnings: readonly Binning[],
  baseRate: number,
  data: Dataset,
  rows: Int32Array,
): Float64Array {
  const scores = new Float64Array(rows.length)
  for (const binning of binnings) {
    const evidence = evidenceOfBins(binning, baseRate)
    const bins = binRows(binning, data, rows)
    for (let at = 0; at < scores.length; at += 1) {
      scores[at] = (scores[at] ?? 0) + (evidence[bins[at] ?? 0] ?? 0)
    }
  }
  return scores
}
