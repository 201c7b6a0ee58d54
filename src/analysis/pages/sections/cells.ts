import type { Rate } from '#src/calibration/figures.ts'
import type { Interval } from '#src/calibration/statistics/proportions.ts'
import type { Cell, Quantity, SectionTable } from '../document.ts'

export const whole = (value: number): Quantity => ({ unit: 'whole', value })

export const share = (value: number): Quantity => ({ unit: 'share', value })

export const points = (value: number): Quantity => ({ unit: 'points', value })

export function decimal(value: number, digits: number, interval?: Interval): Quantity {
  return { unit: 'decimal', value, digits, ...(interval && ends(interval)) }
}

/** A share with its interval, and what it was counted from. */
export function rate(of: Rate): Quantity {
  return { ...estimate(of), count: of.count, of: of.of }
}

/** The same of a row, or of several that are only shown together. */
export function sharedRate(of: (Rate & { readonly over: readonly string[] }) | undefined) {
  return of && { ...rate(of), ...(of.over.length > 1 ? { together: of.over } : {}) }
}

/** A share with its interval alone. */
export function estimate(of: Interval & { readonly rate: number }): Quantity {
  return { ...share(of.rate), ...ends(of) }
}

const ends = ({ low, high }: Interval): Interval => ({ low, high })

/** Leaves out columns in which nothing is known. */
export function withoutEmptyColumns({ head, rows }: SectionTable): SectionTable {
  const kept = head.map((_, column) => rows.some((row) => row[column] !== undefined))
  const keep = <Item>(items: readonly Item[]) => items.filter((_, column) => kept[column])
  return { head: keep(head), rows: rows.map((row: readonly Cell[]) => keep(row)) }
}
