import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { Intent } from '#src/ports.ts'
import { renderValues } from '../provisioning/properties.ts'
import { toLongId } from '../schema/record-id.ts'
import type { RecordError } from './write-policy.ts'

/**
 * Bulk API guide, "Upload Job Data": at most 150 MB in base64, so 100 MB of CSV. Half of it also gets
 * through a slow line before an upload is given up.
 */
const MOST_BYTES = 50_000_000

/** Bulk API guide, "Prepare CSV Files": empties the field; an empty cell leaves it as it is. */
const EMPTY = '#N/A'

export interface IngestFile {
  readonly csv: string
  /** Intents in it, from the first; the rest found no room. */
  readonly rows: number
}

/** One line for each intent, its fields by API name; as many as one upload may carry. */
export function ingestFile(intents: readonly Intent[], mostBytes = MOST_BYTES): IngestFile {
  const rows = intents.map(({ ref, values }) => ({ id: ref.id, values: renderValues(values) }))
  // Not every person has a segment: an empty cell leaves the field of the others alone.
  const names = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))]
  const lines = [lineOf(['Id', ...names])]
  let bytes = Buffer.byteLength(lines[0] ?? '')
  for (const { id, values } of rows) {
    const line = lineOf([id, ...names.map((name) => values[name])])
    bytes += Buffer.byteLength(line)
    if (bytes > mostBytes) break
    lines.push(line)
  }
  return { csv: lines.join(''), rows: lines.length - 1 }
}

type Cell = string | number | null | undefined

function lineOf(cells: readonly Cell[]): string {
  return stringify([cells.map(toCell)], { record_delimiter: '\n' })
}

/** A job has one kind of line end, inside cells too. */
function toCell(value: Cell): string {
  if (value === undefined) return ''
  return value === null || value === '' ? EMPTY : String(value).replaceAll(/\r\n?/g, '\n')
}

/** Rows of a result file by the record's id; its columns, `sf__Error` among them. */
export function readResultFile(csv: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const rows: readonly Readonly<Record<string, string>>[] = parse(csv, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
  })
  return new Map(
    rows.flatMap((row) => {
      // Not every organisation fills `sf__Id` in for a row that failed; ours comes back as it was sent.
      const id = toLongId(row['Id']) ?? toLongId(row['sf__Id'])
      return id === undefined ? [] : [[id, row] as const]
    }),
  )
}

const ERROR = /^([A-Z][A-Z0-9_]+):([\s\S]*):([^:]*?)\s*--\s*$/

/** `CODE:message:FIELDS --`; the message may hold colons and anything else. */
export function readRowError(text: string): RecordError {
  const [, code, message = '', fields = ''] = ERROR.exec(text) ?? []
  if (code !== undefined) {
    return { code, message, fields: fields.split(/[\s,]+/).filter((name) => name !== '') }
  }
  return { code: /^[A-Z][A-Z0-9_]+/.exec(text)?.[0] ?? 'UNKNOWN', message: text, fields: [] }
}
