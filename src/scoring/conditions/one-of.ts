import type { FactValue } from '../../ports.ts'
import type { FactTest } from './operator.ts'

/** Whether a fact, or one of its several codes, is among these. */
export function oneOf(codes: readonly (string | number)[]): FactTest['test'] {
  const known: ReadonlySet<FactValue> = new Set(codes)
  return (value) => {
    if (value === undefined) return undefined
    return typeof value === 'object' ? value.some((code) => known.has(code)) : known.has(value)
  }
}
