import type { CodeColumn } from '../dataset.ts'
import type { Bin, Binning, BinningOptions } from './bin.ts'
import { mergeBins, type Tally } from './merge-bins.ts'

/** Bins are numbered in a byte, with room for `other` and missing. */
const MOST_LEVELS = 200

interface Level extends Tally {
  readonly level: string
}

/** Codes of a column, alike ones together, learned from the given rows alone. */
export function binCodes(
  column: CodeColumn,
  outcome: Uint8Array,
  rows: Int32Array,
  options: BinningOptions,
): Binning {
  const { levels, absent, all } = tallyLevels(column, outcome, rows)
  const kept = levels
    .filter((level) => level.rows >= options.leastRows)
    .toSorted((a, b) => b.rows - a.rows || (a.level < b.level ? -1 : 1))
    .slice(0, MOST_LEVELS)
  const base = all.rows === 0 ? 0 : all.wins / all.rows
  const rate = ({ rows: count, wins }: Tally): number => (wins + 5 * base) / (count + 5)
  const sorted = kept.toSorted((a, b) => rate(a) - rate(b))
  const groups = mergeBins(sorted, { ...options, floorRows: 0 })
  const known = absent.rows >= options.leastRows
  const ofLevels = groups.map(({ start, end, rows: count, wins }): Bin => {
    const names = sorted.slice(start, end).map(({ level }) => level)
    return { condition: { kind: 'one-of', levels: names }, rows: count, wins }
  })
  const binOfLevel = new Map<string, number>()
  groups.forEach(({ start, end }, at) => {
    for (const { level } of sorted.slice(start, end)) binOfLevel.set(level, at + 1)
  })
  const binned = [...ofLevels, ...(known ? [absent] : [])]
  const other: Bin = {
    condition: { kind: 'other' },
    rows: all.rows - binned.reduce((sum, bin) => sum + bin.rows, 0),
    wins: all.wins - binned.reduce((sum, bin) => sum + bin.wins, 0),
  }
  const missing: Bin[] = known ? [{ condition: { kind: 'missing' }, ...absent }] : []
  return {
    column: column.name,
    bins: [other, ...ofLevels, ...missing],
    binOfLevel,
    missing: known ? ofLevels.length + 1 : 0,
  }
}

interface Levels {
  readonly levels: readonly Level[]
  readonly absent: Tally
  readonly all: Tally
}

function tallyLevels(column: CodeColumn, outcome: Uint8Array, rows: Int32Array): Levels {
  const levels = column.levels.map((level) => ({ level, rows: 0, wins: 0 }))
  const absent = { rows: 0, wins: 0 }
  const all = { rows: 0, wins: 0 }
  for (const row of rows) {
    const won = outcome[row] ?? 0
    for (const tally of [levels[column.codes[row] ?? -1] ?? absent, all]) {
      tally.rows += 1
      tally.wins += won
    }
  }
  return { levels, absent, all }
}
