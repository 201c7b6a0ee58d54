/**
 * A reader who knows how the report is made and can add and subtract: everything shown is an equation
 * over the counts behind it, and what follows from those is what its linear span holds.
 */
export interface Reader {
  /** Tells the reader that these cells together count so many. */
  readonly learn: (cells: readonly boolean[]) => void
  /** Whether the count of these cells together follows from what was told. */
  readonly derives: (cells: readonly boolean[]) => boolean
}

const NOTHING = 1e-7

export function createReader(): Reader {
  const basis: { readonly pivot: number; readonly row: readonly number[] }[] = []
  const reduce = (cells: readonly boolean[]): number[] => {
    const rest = cells.map(Number)
    for (const { pivot, row } of basis) {
      const factor = rest[pivot] ?? 0
      if (factor === 0) continue
      for (let at = 0; at < rest.length; at += 1)
        rest[at] = (rest[at] ?? 0) - factor * (row[at] ?? 0)
      rest[pivot] = 0
    }
    return rest
  }
  return {
    learn: (cells) => {
      const rest = reduce(cells)
      const pivot = rest.findIndex((value) => Math.abs(value) > NOTHING)
      if (pivot < 0) return
      const scale = rest[pivot] ?? 1
      basis.push({ pivot, row: rest.map((value) => value / scale) })
    },
    derives: (cells) => reduce(cells).every((value) => Math.abs(value) <= NOTHING),
  }
}

/** All choices of some of them, none left out. */
export function subsetsOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** items.length - 1 }, (_, at) =>
    items.filter((_item, bit) => ((at + 1) >> bit) & 1),
  )
}
