import { readFileSync } from 'node:fs'
import type { Arrival } from '#src/calibration/drift-cohort.ts'
import { detectDelimiter } from '#src/cli/csv/delimiter.ts'
import { type CsvRow, parseRecords } from '#src/cli/csv/parse-records.ts'
import { parseRowMap } from '#src/cli/csv/row-map.ts'
import { createRowReader } from '#src/cli/csv/row-reader.ts'
import { SkippedRows } from '#src/cli/csv/skipped-rows.ts'
import type { Facts } from '#src/ports.ts'
import { compileModel } from '#src/scoring/compile-model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import { pointsByRule } from '#src/scoring/points-by-rule.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** Rows name day and month; the first call was in May of this year. */
const FIRST_YEAR = 2008

/**
 * Everybody called in the campaigns of the public bank file, oldest first, as a portal would have seen them
 * under the example model: scored on the day of the call, on which they said yes or no.
 */
export function bankHistory(file: string): readonly Arrival[] {
  const [header, ...rows] = rowsOf(file)
  const columns = header?.cells ?? []
  const read = createRowReader(parseRowMap(textOf('map.yaml'), 'map.yaml'), columns)
  const model = compileModel(parseModel(textOf('yaml'), 'model.yaml'))
  return datedRows(rows, columns).map(({ row, at }) => {
    const { id, subject, won } = read(row.cells, row.line)
    const { score, tier, reasons } = model.evaluate(subject, at)
    const record: Arrival['record'] = {
      id,
      audience: 'individual',
      score,
      scoredAt: at,
      outcome: won === true ? 'won' : 'lost',
      outcomeAt: at,
      facts: singleValues(subject.facts),
      points: pointsByRule(reasons),
    }
    return { record, reached: [{ tier, at }] }
  })
}

function textOf(kind: string): string {
  const file = new URL(`../../../docs/examples/bank-campaign.${kind}`, import.meta.url)
  return readFileSync(file, 'utf8')
}

function rowsOf(file: string): readonly CsvRow[] {
  const text = readFileSync(file, 'utf8')
  const skipped = new SkippedRows((what) => {
    throw new Error(what)
  })
  return parseRecords({ text, line: 1 }, detectDelimiter(text), skipped)
}

/** A row between two of one other month is left out: it is out of its order, and of no known year. */
function datedRows(rows: readonly CsvRow[], columns: readonly string[]) {
  const [dayColumn, monthColumn] = [columns.indexOf('day'), columns.indexOf('month')]
  const monthOf = (row: CsvRow | undefined) => MONTHS.indexOf(row?.cells[monthColumn] ?? '')
  let year = FIRST_YEAR
  let last = -1
  return rows.flatMap((row, index) => {
    const month = monthOf(row)
    if (month !== last && monthOf(rows[index + 1]) === last) return []
    if (month < last) year += 1
    last = month
    return [{ row, at: Date.UTC(year, month, Number(row.cells[dayColumn])) }]
  })
}

function singleValues(facts: Facts): Arrival['record']['facts'] {
  const values: Record<string, string | number | boolean> = {}
  for (const [fact, value] of Object.entries(facts)) {
    if (typeof value !== 'object') values[fact] = value
  }
  return values
}
