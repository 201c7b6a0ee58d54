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
