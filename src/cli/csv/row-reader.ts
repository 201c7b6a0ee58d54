import { PermanentError } from '#src/errors.ts'
import type { Activity, FactValue } from '#src/ports.ts'
import type { Subject } from '#src/scoring/score.ts'
import { didYouMean } from '#src/scoring/suggest.ts'
import { consentReader } from './consent-column.ts'
import type { ActivityColumn, FactColumn, RowMap } from './row-map.ts'
import { parseDate, parseNumber, parseTyped, TYPE_IN_WORDS } from './typed-value.ts'

/** A row ready to score. */
export interface Row {
  readonly id: string
  readonly subject: Subject
  /** Whether the outcome was a good one; `undefined` when the map names none. */
  readonly won: boolean | undefined
}

/** Why a row cannot be scored: column names and kinds of fault, never a value. */
export class BadRow extends Error {
  override readonly name = 'BadRow'
}

/** Reads one row; throws BadRow. */
export type ReadRow = (fields: readonly string[], line: number) => Row

type Cells = readonly string[]

/** Enough for any rule (at most 100 times), and a wrong count cannot exhaust memory. */
const MOST_OCCURRENCES = 100

/** Throws PermanentError `map-invalid` when the map names columns the file does not have. */
export function createRowReader(map: RowMap, header: readonly string[]): ReadRow {
  const columns = new Columns(header)
  const id = map.id === undefined ? undefined : columns.find(map.id)
  const facts = Object.entries(map.facts).map(([fact, column]) => ({
    fact,
    read: factReader(fact, column, columns.find(column.column)),
  }))
  const activities = map.activities.map((activity) => activityReader(activity, columns))
  const outcome = outcomeReader(map, columns)
  columns.check()
  return (cells, line) => {
    if (cells.length !== header.length) {
      throw new BadRow(`has ${cells.length} columns instead of ${header.length}`)
    }
    const read: Record<string, FactValue> = {}
    for (const { fact, read: readFact } of facts) {
      const value = readFact(cells)
      if (value !== undefined) read[fact] = value
    }
    return {
      id: id === undefined ? String(line) : (cells[id] ?? ''),
      subject: {
        facts: read,
        activities: activities.flatMap((readActivity) => readActivity(cells)),
      },
      won: outcome?.(cells),
    }
  }
}

class Columns {
  readonly #header: readonly string[]
  readonly #missing: string[] = []

  constructor(header: readonly string[]) {
    this.#header = header
  }

  find(name: string): number {
    const index = this.#header.indexOf(name)
    if (index === -1) this.#missing.push(`no column "${name}"${didYouMean(name, this.#header)}`)
    return index
  }

  check(): void {
    if (this.#missing.length === 0) return
    const missing = [...new Set(this.#missing)].join('\n')
    throw new PermanentError(
      'map-invalid',
      `The file does not have what the map names:\n${missing}`,
    )
  }
}

function factReader(
  fact: string,
  column: FactColumn,
  index: number,
): (cells: Cells) => FactValue | undefined {
  const absent = new Set(['', ...column.missing])
  const codes = new Map<string, FactValue>(Object.entries(column.codes ?? {}))
  const consent = consentReader(fact)
  const parse = (text: string) => codes.get(text) ?? parseTyped(column.type, text)
  const read =
    consent === undefined ? parse : (text: string) => consent.read(codes.get(text) ?? text)
  const type = consent?.type ?? column.type
  return (cells) => {
    const text = (cells[index] ?? '').trim()
    if (absent.has(text)) return undefined
    const value = read(text)
    if (value === undefined) throw notA(column.column, TYPE_IN_WORDS[type])
    return value
  }
}

function activityReader(
  { kind, category, date, count }: ActivityColumn,
  columns: Columns,
): (cells: Cells) => readonly Activity[] {
  const dateIndex = columns.find(date)
  const countIndex = count === undefined ? undefined : columns.find(count)
  return (cells) => {
    const dateText = (cells[dateIndex] ?? '').trim()
    if (dateText === '') return []
    const at = parseDate(dateText)
    if (at === undefined) throw notA(date, TYPE_IN_WORDS.date)
    const countText = countIndex === undefined ? '1' : (cells[countIndex] ?? '').trim()
    const times = countText === '' ? 1 : parseNumber(countText)
    if (times === undefined) throw notA(count ?? date, TYPE_IN_WORDS.number)
    const length = Math.min(MOST_OCCURRENCES, Math.max(0, Math.floor(times)))
    return Array.from({ length }, () => ({ kind, category, at }))
  }
}

function outcomeReader(
  { outcome }: RowMap,
  columns: Columns,
): ((cells: Cells) => boolean) | undefined {
  if (outcome === undefined) return undefined
  const index = columns.find(outcome.column)
  const positive = new Set(outcome.positive)
  return (cells) => positive.has((cells[index] ?? '').trim())
}

function notA(column: string, kind: string): BadRow {
  return new BadRow(`column "${column}" is not ${kind}`)
}
