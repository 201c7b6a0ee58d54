import { PermanentError } from '../../errors.ts'
import type { Column, Dataset } from '../dataset.ts'
import { ColumnBuilder, type RawColumn } from './column-builder.ts'
import { judgeColumn, type LeftOutWhy } from './judge-column.ts'
import { positiveLevel } from './positive-value.ts'
import { type ProtectedWhy, protectedWhy } from './protected-columns.ts'

export interface TableOptions {
  readonly outcome: string
  readonly positive?: string | undefined
  readonly exclude?: readonly string[]
  readonly time?: string | undefined
  /**
   * Leaves out what its name says is protected, a likely proxy or how well somebody pays, but for the
   * columns in `keep`. Without it all are learned from, which a draft never is.
   */
  readonly withoutProtected?: { readonly keep: readonly string[] } | undefined
}

interface LeftOut {
  readonly column: string
  readonly why: LeftOutWhy
}

export interface Table {
  /** All columns that can be learned from, calendar columns among them. */
  readonly data: Dataset
  readonly calendar: readonly string[]
  readonly leftOut: readonly LeftOut[]
  /** The column rows are ordered by; without one they stand in the order of the file. */
  readonly timeColumn: string | undefined
  /** Rows without an outcome: too young to know, and not counted as lost. */
  readonly withoutOutcome: number
}

/** Makes a table of rows of text, one at a time; throws PermanentError `usage` for unknown columns. */
export class DatasetBuilder {
  readonly #options: TableOptions
  readonly #columns: readonly ColumnBuilder[]
  readonly #names: readonly string[]

  constructor(header: readonly string[], options: TableOptions) {
    const names = header.map((name) => name.trim())
    const { keep = [] } = options.withoutProtected ?? {}
    const asked = [options.outcome, options.time, ...(options.exclude ?? []), ...keep]
    const unknown = asked.filter((name) => name !== undefined && !names.includes(name))
    if (unknown.length > 0) {
      const list = unknown.map((name) => `"${name}"`).join(', ')
      const has = names.map((name) => `"${name}"`).join(', ')
      throw new PermanentError('usage', `The file has no column ${list}.`, `It has ${has}.`)
    }
    this.#options = options
    this.#names = names
    this.#columns = names.map((name) => new ColumnBuilder(name))
  }

  add(cells: readonly string[]): void {
    for (let at = 0; at < this.#columns.length; at += 1) this.#columns[at]?.add(cells[at] ?? '')
  }

  #guarded(asked: readonly (string | undefined)[]): ReadonlyMap<string, ProtectedWhy> {
    const { withoutProtected } = this.#options
    if (withoutProtected === undefined) return new Map()
    const others = [...asked, ...withoutProtected.keep]
    return new Map(
      this.#names.flatMap((name) => {
        const why = others.includes(name) ? undefined : protectedWhy(name)
        return why === undefined ? [] : [[name, why] as const]
      }),
    )
  }

  finish(): Table {
    const { outcome, positive, time, exclude = [] } = this.#options
    const raw = this.#columns.map((column) => column.finish())
    const outcomeColumn = raw[this.#names.indexOf(outcome)]
    if (outcomeColumn === undefined) throw new PermanentError('usage', 'The file has no header.')
    const won = positiveLevel(outcomeColumn, positive)
    const guarded = this.#guarded([outcome, time, ...exclude])
    const features = raw.filter(
      ({ name }) => name !== outcome && !exclude.includes(name) && !guarded.has(name),
    )
    const judged = features
      .filter(({ name }) => name !== time)
      .map((column) => ({ name: column.name, ...judgeColumn(column) }))
    const timeColumn = time ?? onlyDate(features)
    const times = raw.find(({ name }) => name === timeColumn)
    const all: Dataset = {
      rows: outcomeColumn.rows,
      columns: judged.flatMap((one) => ('column' in one ? [one.column] : [])),
      outcome: Uint8Array.from(outcomeColumn.codes, (code) => (code === won ? 1 : 0)),
      ...(times === undefined ? {} : { time: timesOf(times) }),
    }
    const known = Int32Array.from(outcomeColumn.codes.keys()).filter(
      (row) => outcomeColumn.codes[row] !== -1,
    )
    const excluded = exclude.map((column): LeftOut => ({ column, why: 'excluded' }))
    return {
      data: known.length === all.rows ? all : onlyRows(all, known),
      calendar: judged.flatMap(({ name, why }) => (why === 'calendar' ? [name] : [])),
      leftOut: [
        ...excluded,
        ...[...guarded].map(([column, why]) => ({ column, why })),
        ...judged.flatMap(({ name, why }) => (why === undefined ? [] : [{ column: name, why }])),
      ],
      timeColumn,
      withoutOutcome: all.rows - known.length,
    }
  }
}

/** A file with one complete date column says by it when each row was. */
function onlyDate(columns: readonly RawColumn[]): string | undefined {
  const dates = columns.filter(({ dateCount, rows }) => dateCount >= 0.99 * rows && rows > 0)
  return dates.length === 1 ? dates[0]?.name : undefined
}

function timesOf(column: RawColumn): Float64Array {
  const times = column.dateCount > column.numberCount ? column.days : column.numbers
  if (times.length === column.rows && times.some((time) => !Number.isNaN(time))) return times
  throw new PermanentError(
    'usage',
    `The time column "${column.name}" has neither dates nor numbers.`,
    'Name a column with dates such as 2026-01-31, or leave --time out if rows are in order.',
  )
}

function onlyRows(data: Dataset, rows: Int32Array): Dataset {
  const { time } = data
  return {
    rows: rows.length,
    columns: data.columns.map(
      (column): Column =>
        column.kind === 'number'
          ? { ...column, values: Float64Array.from(rows, (row) => column.values[row] ?? NaN) }
          : { ...column, codes: Int16Array.from(rows, (row) => column.codes[row] ?? -1) },
    ),
    outcome: Uint8Array.from(rows, (row) => data.outcome[row] ?? 0),
    ...(time === undefined ? {} : { time: Float64Array.from(rows, (row) => time[row] ?? NaN) }),
  }
}
