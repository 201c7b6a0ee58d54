import type { Learned } from '../backtest/learn-cards.ts'
import type { Dataset } from '../dataset.ts'
import type { RuleColumn } from './rule-table.ts'
import { type Sides, sidesOf, tellsEnough } from './sides.ts'

/** What the history says of one rule. */
export interface RuleWeight extends RuleColumn {
  /** Points of the learned card for having it, less those for not having it. */
  readonly weight: number
  readonly sides: Sides
  /** 1 where the rule counted, row by row. */
  readonly counted: Uint8Array
}

/** Only rules that stand in the history with enough records on either side; the others are not here. */
export function weighRules(
  data: Dataset,
  rules: readonly RuleColumn[],
  { full }: Learned,
): readonly RuleWeight[] {
  return rules.flatMap((rule): RuleWeight[] => {
    const counted = countedRows(data, rule.column)
    if (counted === undefined) return []
    const sides = sidesOf(counted, data.outcome)
    if (!tellsEnough(sides)) return []
    const own = full.card.columns.find(({ binning }) => binning.column === rule.column)
    const pointsOf = (level: string): number =>
      own?.pointsByBin[own.binning.binOfLevel?.get(level) ?? 0] ?? 0
    return [{ ...rule, weight: pointsOf('yes') - pointsOf('no'), sides, counted }]
  })
}

/** `undefined` where the history has no such column: left out of what may be learned from. */
export function countedRows({ columns }: Dataset, name: string): Uint8Array | undefined {
  const column = columns.find((one) => one.name === name)
  if (column?.kind !== 'code') return undefined
  const yes = column.levels.indexOf('yes')
  return Uint8Array.from(column.codes, (code) => (code !== -1 && code === yes ? 1 : 0))
}
