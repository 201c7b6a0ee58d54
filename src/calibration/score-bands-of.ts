import type { Maturity } from './censoring.ts'
import { countCells, outcomeQuestion } from './outcome-cells.ts'
import type { OutcomeRecord } from './outcome-record.ts'
import { type Cells, mergeSmallCells, mergeSmallGroups } from './small-cells.ts'

/**
 * Records by whole score, from the lowest: bands hold enough records to be shown, blocks enough of each
 * outcome as well. Whoever shows outcomes by score does so from these, or two views could be subtracted.
 */
export function scoreBandsOf(
  records: readonly OutcomeRecord[],
  { maturity, now }: { readonly maturity: Maturity; readonly now: number },
): { readonly bands: readonly Cells[]; readonly blocks: readonly Cells[] } {
  const scoreOf = ({ score }: OutcomeRecord): string => String(Math.floor(score))
  const cells = countCells(records, scoreOf, outcomeQuestion(maturity, now)).toSorted(
    (a, b) => edgeOf(a) - edgeOf(b),
  )
  const bands = mergeSmallGroups(cells, 'ordered')
  return { bands, blocks: mergeSmallCells(bands, 'ordered') }
}

/** Where a band begins. */
export function edgeOf({ groups }: Cells): number {
  return Number(groups[0])
}
