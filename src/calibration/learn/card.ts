import type { Dataset } from '../dataset.ts'
import type { Binning, Condition } from './bin.ts'
import { binRows } from './binning.ts'
import type { FitTable } from './fit-table.ts'
import type { PointRule } from './points-fit.ts'

/** One line of a card, with what it was learned from. */
export interface CardRule {
  readonly column: string
  readonly conditions: readonly Condition[]
  readonly points: number
  readonly rows: number
  readonly wins: number
}

/** Whole points by condition; the conditions of one column never overlap. */
export interface Card {
  readonly rules: readonly CardRule[]
  readonly columns: readonly CardColumn[]
  /** The same by position, as fitted. */
  readonly fitted: readonly PointRule[]
  /** Log odds of one point where it was learned. */
  readonly unit: number
}

interface CardColumn {
  readonly binning: Binning
  readonly pointsByBin: Int16Array
}

/** Rules without points say nothing and are left out. */
export function createCard(table: FitTable, rules: readonly PointRule[], unit: number): Card {
  const said = rules.filter(({ points }) => points !== 0)
  const columns = table.binnings.flatMap((binning, column): CardColumn[] => {
    const own = said.filter((rule) => rule.column === column)
    if (own.length === 0) return []
    const pointsByBin = new Int16Array(binning.bins.length)
    for (const { bins, points } of own) for (const bin of bins) pointsByBin[bin] = points
    return [{ binning, pointsByBin }]
  })
  return {
    rules: said.flatMap((rule) => cardRule(table, rule)),
    columns,
    fitted: said,
    unit,
  }
}

function cardRule({ binnings }: FitTable, { column, bins, points }: PointRule): CardRule[] {
  const binning = binnings[column]
  if (binning === undefined) return []
  const own = bins.flatMap((bin) => binning.bins[bin] ?? [])
  return [
    {
      column: binning.column,
      conditions: joined(own.map(({ condition }) => condition)),
      points,
      rows: own.reduce((sum, bin) => sum + bin.rows, 0),
      wins: own.reduce((sum, bin) => sum + bin.wins, 0),
    },
  ]
}

/** Neighbouring ranges as one, and codes as one list. */
function joined(conditions: readonly Condition[]): readonly Condition[] {
  const ranges = conditions.filter((condition) => condition.kind === 'range')
  const levels = conditions.flatMap((one) => (one.kind === 'one-of' ? one.levels : []))
  const rest = conditions.filter(({ kind }) => kind === 'missing' || kind === 'other')
  return [
    ...(ranges.length === 0
      ? []
      : [
          {
            kind: 'range' as const,
            min: Math.min(...ranges.map(({ min }) => min)),
            max: Math.max(...ranges.map(({ max }) => max)),
          },
        ]),
    ...(levels.length === 0 ? [] : [{ kind: 'one-of' as const, levels }]),
    ...rest,
  ]
}

/** The total of points of each of the rows. */
export function scoreCard(card: Card, data: Dataset, rows: Int32Array): Int32Array {
  const totals = new Int32Array(rows.length)
  for (const { binning, pointsByBin } of card.columns) {
    const bins = binRows(binning, data, rows)
    for (let at = 0; at < totals.length; at += 1) {
      totals[at] = (totals[at] ?? 0) + (pointsByBin[bins[at] ?? 0] ?? 0)
    }
  }
  return totals
}
