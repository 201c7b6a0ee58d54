import type { Learned } from '../calibration/backtest/learn-cards.ts'
import type { Binning } from '../calibration/learn/bin.ts'
import type { Card } from '../calibration/learn/card.ts'
import { cardPool } from '../calibration/learn/card-pool.ts'
import { conditionInWords } from '../calibration/learn/condition-words.ts'
import type { FitTable } from '../calibration/learn/fit-table.ts'
import { mergeSmallCells } from '../calibration/small-cells.ts'
import type { CalibrationResult, CardLine } from './results.ts'

/** Both cards and those about as good as the short one. */
export function learnedCards({ table, full, short }: Learned) {
  const blocks = table.binnings.map(safeBlocks)
  return {
    cards: {
      full: cardLines(full.card, table, blocks),
      short: cardLines(short.card, table, blocks),
    },
    pool: cardPool(table, short.card).map(({ loss, instead }) => ({
      loss,
      instead: instead && `without ${instead.of}, with more of ${instead.by}`,
    })),
  } satisfies Pick<CalibrationResult, 'cards' | 'pool'>
}

/** Bins that are shown together. */
type Block = readonly number[]

/** The bins of a column in groups that each have no or enough wins, and no or enough losses. */
function safeBlocks({ bins }: Binning): readonly Block[] {
  const cells = bins.flatMap(({ rows, wins }, at) =>
    rows === 0 ? [] : [{ groups: [String(at)], counts: [wins, rows - wins] }],
  )
  const blocks = mergeSmallCells(cells, 'unordered')
  return blocks.map(({ groups }) => groups.map(Number))
}

/**
 * Counts stand beside a line only where it is made of whole groups: then no sum or difference of
 * lines, in this card or between the two, comes to fewer records than a group has.
 */
function cardLines(
  { rules, fitted }: Card,
  { binnings }: FitTable,
  blocks: readonly (readonly Block[])[],
): readonly CardLine[] {
  return rules.map(({ column, conditions, points, rows, wins }, at) => {
    const rule = fitted[at]
    const bins = binnings[rule?.column ?? -1]?.bins ?? []
    const own = new Set(rule?.bins.filter((bin) => (bins[bin]?.rows ?? 0) > 0))
    const groups = blocks[rule?.column ?? -1] ?? []
    const touched = groups.filter((group) => group.some((bin) => own.has(bin)))
    const isWhole = touched.length > 0 && touched.flat().every((bin) => own.has(bin))
    return {
      column,
      condition: conditions.map(conditionInWords).join(' or '),
      points,
      from: isWhole ? { won: wins, of: rows } : undefined,
    }
  })
}
