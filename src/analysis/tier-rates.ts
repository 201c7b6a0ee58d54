import type { Maturity } from '../calibration/censoring.ts'
import { TIERS } from '../calibration/drift-snapshot.ts'
import { closeRate, countCells, outcomeQuestion } from '../calibration/outcome-cells.ts'
import type { OutcomeRecord } from '../calibration/outcome-record.ts'
import { mergeSmallCells, mergeSmallGroups } from '../calibration/small-cells.ts'
import type { TierRate } from './results.ts'

/** What became of each tier, neighbouring ones together where one alone has too few to show. */
export function tierRates(
  records: readonly OutcomeRecord[],
  { maturity, now }: { readonly maturity: Maturity; readonly now: number },
): readonly TierRate[] {
  const cells = countCells(records, ({ tier }) => tier, outcomeQuestion(maturity, now), TIERS)
  const blocks = mergeSmallCells(mergeSmallGroups(cells, 'ordered'), 'ordered')
  return blocks.flatMap(({ groups, counts }) => {
    const won = closeRate(counts)
    return won === undefined ? [] : [{ tiers: groups, won }]
  })
}
