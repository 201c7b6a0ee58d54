import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import {
  DatasetBuilder,
  type Table,
  type TableOptions,
} from '#src/calibration/table/dataset-builder.ts'
import { detectDelimiter } from './delimiter.ts'
import { findObjections, type Objections } from './objections.ts'
import { parseRecords } from './parse-records.ts'
import { SkippedRows } from './skipped-rows.ts'
import { wholeRecords } from './whole-records.ts'

const CHUNK_BYTES = 1 << 20

interface Watching {
  /** Told of bytes as they are read. */
  readonly onBytes?: (bytes: number) => void
  /** Told of rows that were skipped. */
  readonly warn: (text: string) => void
}

/** Reads a CSV file column by column; no more of its text than one chunk is ever kept. */
export async function readTable(
  file: string,
  options: TableOptions,
  { onBytes = () => undefined, warn }: Watching,
): Promise<Table> {
  const delimiter = detectDelimiter(await headOf(file))
  const skipped = new SkippedRows(warn)
  const chunks = createReadStream(file, { encoding: 'utf8', highWaterMark: CHUNK_BYTES })
  const texts = wholeRecords(chunks as AsyncIterable<string>, {
    delimiter,
    onBroken: (line, what) => skipped.add(line, what),
  })
  let builder: DatasetBuilder | undefined
  let objections: Objections | undefined
  let held = 0
  let width = 0
  let bytes = 0
  for await (const text of texts) {
    onBytes(chunks.bytesRead - bytes)
    bytes = chunks.bytesRead
    for (const { cells, line } of parseRecords(text, delimiter, skipped)) {
      if (builder === undefined || objections === undefined) {
        const header = [withoutMark(cells[0]), ...cells.slice(1)]
        width = cells.length
        objections = findObjections(header, Date.now())
        builder = new DatasetBuilder(header, withoutConsent(options, objections))
      } else if (cells.length !== width) {
        skipped.add(line, `has ${cells.length} columns instead of ${width}`)
      } else if (objections.isHeld(cells)) held += 1
      else builder.add(cells)
    }
  }
  skipped.finish()
  if (held > 0)
    warn(`${held.toLocaleString('en')} rows left out: of people who may not be scored\n`)
  return (builder ?? new DatasetBuilder([], options)).finish()
}

/** Who said no is told by these columns; nobody is ranked by having said it. */
function withoutConsent(options: TableOptions, { columns }: Objections): TableOptions {
  const { outcome, time, exclude = [], withoutProtected } = options
  const asked = [outcome, time, ...exclude, ...(withoutProtected?.keep ?? [])]
  return { ...options, exclude: [...exclude, ...columns.filter((name) => !asked.includes(name))] }
}

/** Spreadsheets begin their exports with a byte order mark. */
const withoutMark = (name = ''): string => name.replace(/^\uFEFF/, '')

async function headOf(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
