/** Numbers with NaN where nothing is known. */
export interface NumberColumn {
  readonly kind: 'number'
  readonly name: string
  readonly values: Float64Array
  /** Digits after the point the column has; what a rule's bounds are written with. */
  readonly decimals: number
}

/** Codes: `levels[codes[row]]`, -1 where nothing is known. */
export interface CodeColumn {
  readonly kind: 'code'
  readonly name: string
  readonly codes: Int16Array
  readonly levels: readonly string[]
}

export type Column = NumberColumn | CodeColumn

/** A history of records with their outcome, column by column: no object per row. */
export interface Dataset {
  readonly rows: number
  readonly columns: readonly Column[]
  /** 1 where won. */
  readonly outcome: Uint8Array
  /** Any number that grows with time; without it, rows stand in the order of time. */
  readonly time?: Float64Array
}

export function withColumns(data: Dataset, keep: (column: Column) => boolean): Dataset {
  return { ...data, columns: data.columns.filter(keep) }
}

/** Row numbers from `start` to below `end`. */
export function rowRange(start: number, end: number): Int32Array {
  return Int32Array.from({ length: end - start }, (_, index) => start + index)
}

export function outcomesOf(data: Dataset, rows: Int32Array): Uint8Array {
  return Uint8Array.from(rows, (row) => data.outcome[row] ?? 0)
}

export function countWins(data: Dataset, rows: Int32Array): number {
  let wins = 0
  for (const row of rows) wins += data.outcome[row] ?? 0
  return wins
}
