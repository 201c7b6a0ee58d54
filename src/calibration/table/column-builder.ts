import { Growing } from './growing.ts'
import { decimalsOf, isMissing, readDate, readNumber, type WrittenDate } from './read-value.ts'

/** With more different values than this a column is no list of codes. */
const MOST_LEVELS = 5_000

/** A column as it came, before anybody judged what it is. */
export interface RawColumn {
  readonly name: string
  readonly rows: number
  /** Row by row: which level, -1 where missing, -2 where there are too many levels. */
  readonly codes: Int32Array
  readonly levels: readonly string[]
  readonly hasTooManyLevels: boolean
  /** Rows that have a value, and of them how many are numbers and dates. */
  readonly present: number
  readonly numberCount: number
  readonly dateCount: number
  /** NaN where the value is no number. */
  readonly numbers: Float64Array
  /** Days since 1970, NaN where the value is no date; empty where there are none. */
  readonly days: Float64Array
  readonly decimals: number
}

interface Meaning {
  readonly code: number
  readonly number: number
  readonly date: WrittenDate | undefined
}

/** Reads one column of a file value by value; keeps numbers, never rows. */
export class ColumnBuilder {
  readonly #name: string
  readonly #known = new Map<string, Meaning>()
  readonly #levels: string[] = []
  readonly #codes = new Growing<Int32Array>((length) => new Int32Array(length))
  readonly #numbers = new Growing<Float64Array>((length) => new Float64Array(length))
  #dates: Growing<Float64Array> | undefined
  #hasTooManyLevels = false
  #present = 0
  #numberCount = 0
  #dateCount = 0
  #decimals = 0
  #monthFirst: boolean | undefined

  constructor(name: string) {
    this.#name = name
  }

  add(value: string): void {
    const text = value.trim()
    if (isMissing(text)) {
      this.#push(-1, NaN, undefined)
      return
    }
    const known = this.#known.get(text) ?? this.#meet(text)
    this.#present += 1
    this.#push(known.code, known.number, known.date)
  }

  finish(): RawColumn {
    const packed = this.#dates?.view() ?? new Float64Array(0)
    const dayFirst = this.#monthFirst === false
    return {
      name: this.#name,
      rows: this.#codes.length,
      codes: this.#codes.view(),
      levels: this.#levels,
      hasTooManyLevels: this.#hasTooManyLevels,
      present: this.#present,
      numberCount: this.#numberCount,
      dateCount: this.#dateCount,
      numbers: this.#numbers.view(),
      days: packed.map((date) => daysOf(date, dayFirst)),
      decimals: Math.min(6, this.#decimals),
    }
  }

  #meet(text: string): Meaning {
    const number = readNumber(text)
    const date = number === undefined ? readDate(text) : undefined
    if (number !== undefined) this.#decimals = Math.max(this.#decimals, decimalsOf(number))
    this.#monthFirst ??= date?.monthFirst
    const full = this.#levels.length >= MOST_LEVELS
    if (full) this.#hasTooManyLevels = true
    const code = full ? -2 : this.#levels.length
    const meaning = { code, number: number ?? NaN, date }
    if (!full) {
      // A slice of a longer text would keep all of it in memory.
      const own = Array.from(text).join('')
      this.#levels.push(own)
      this.#known.set(own, meaning)
    }
    return meaning
  }

  #push(code: number, number: number, date: WrittenDate | undefined): void {
    this.#codes.push(code)
    this.#numbers.push(number)
    if (!Number.isNaN(number)) this.#numberCount += 1
    if (date !== undefined) {
      this.#dateCount += 1
      this.#dates ??= this.#emptyDates()
    }
    this.#dates?.push(date === undefined ? NaN : packed(date))
  }

  /** The first date of a column: all rows before had none. */
  #emptyDates(): Growing<Float64Array> {
    const dates = new Growing<Float64Array>((length) => new Float64Array(length))
    for (let row = 1; row < this.#codes.length; row += 1) dates.push(NaN)
    return dates
  }
}

/** A date as one number whose parts can be taken apart again; ISO dates are marked as sure. */
function packed({ year, first, second, monthFirst, time }: WrittenDate): number {
  const sure = monthFirst === true ? 1 : 0
  return sure * 1e8 + year * 1e4 + first * 100 + second + time
}

function daysOf(date: number, dayFirst: boolean): number {
  if (Number.isNaN(date)) return NaN
  const sure = date >= 1e8
  const whole = Math.floor(date)
  const parts = whole % 1e8
  const first = Math.floor((parts % 1e4) / 100)
  const second = parts % 100
  const [month, day] = dayFirst && !sure ? [second, first] : [first, second]
  return Date.UTC(Math.floor(parts / 1e4), month - 1, day) / 86_400_000 + (date - whole)
}
