import { type Info, parse } from 'csv-parse/sync'
import type { SkippedRows } from './skipped-rows.ts'
import type { RecordsText } from './whole-records.ts'

export interface CsvRow {
  readonly cells: readonly string[]
  /** Line of the file the row ends on. */
  readonly line: number
}

/** The rows of a text of whole records; what is no CSV is reported and left out. */
export function parseRecords(
  { text, line }: RecordsText,
  delimiter: string,
  skipped: SkippedRows,
): CsvRow[] {
  if (!text.includes('"')) return splitPlain(text, line, delimiter)
  const rows: CsvRow[] = []
  parse(text, {
    delimiter,
    // Both, whichever the first line ends with: files put together by hand mix them.
    record_delimiter: ['\r\n', '\n'],
    // How many columns a row must have is for the row reader to say, with its line.
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: () => {
      skipped.add(line, 'cannot be read as CSV')
      return undefined
    },
    on_record: (cells: string[], { lines }: Info) => {
      rows.push({ cells, line: line + lines - 1 })
      return null
    },
  })
  return rows
}

/** Without a quote a row is what stands between two delimiters: the parser's answer, much sooner. */
function splitPlain(text: string, firstLine: number, delimiter: string): CsvRow[] {
  const rows: CsvRow[] = []
  text.split('\n').forEach((row, index) => {
    const plain = row.endsWith('\r') ? row.slice(0, -1) : row
    if (plain !== '') rows.push({ cells: plain.split(delimiter), line: firstLine + index })
  })
  return rows
}
