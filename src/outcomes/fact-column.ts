import type { Column } from '../calibration/dataset.ts'
import type { FactValue } from '../ports.ts'

type Value = FactValue | undefined

/** A column of one fact: numbers as they are, codes as levels; `undefined` where nobody has it. */
export function factColumn(name: string, values: readonly Value[]): Column | undefined {
  const known = values.filter((value) => value !== undefined)
  if (known.length === 0) return undefined
  return known.every((value) => typeof value === 'number')
    ? numberColumn(name, values)
    : codeColumn(name, values)
}

function numberColumn(name: string, values: readonly Value[]): Column {
  const numbers = Float64Array.from(values, (value) => (typeof value === 'number' ? value : NaN))
  const isWhole = numbers.every((value) => Number.isNaN(value) || Number.isInteger(value))
  return { kind: 'number', name, values: numbers, decimals: isWhole ? 0 : 2 }
}

function codeColumn(name: string, values: readonly Value[]): Column {
  const levels = [...new Set(values.flatMap(codeOf))].sort()
  const places = new Map(levels.map((level, place) => [level, place]))
  const codes = Int16Array.from(values, (value) => places.get(codeOf(value)[0] ?? '') ?? -1)
  return { kind: 'code', name, codes, levels }
}

/** Several codes at once are no level. */
function codeOf(value: Value): readonly string[] {
  return value === undefined || typeof value === 'object' ? [] : [String(value)]
}
