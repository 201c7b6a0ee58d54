import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { type ConsentDecision, decideConsent } from '#src/consent/decide-consent.ts'
import { DEFAULT_POLICY } from '#src/consent/default-policy.ts'
import { tierUnder } from '#src/decision/decide-scored.ts'
import { PermanentError } from '#src/errors.ts'
import type { Tier } from '#src/ports.ts'
import { withoutAuditOnly } from '#src/privacy/audit-only.ts'
import { compileModel } from '#src/scoring/compile-model.ts'
import type { Model } from '#src/scoring/model.ts'
import type { CompiledModel, Reason, Score } from '#src/scoring/score.ts'
import { detectDelimiter } from './delimiter.ts'
import { mapFromModel } from './map-from-model.ts'
import { type CsvRow, parseRecords } from './parse-records.ts'
import type { RowMap } from './row-map.ts'
import { BadRow, createRowReader, type ReadRow, type Row } from './row-reader.ts'
import type { SkippedRows } from './skipped-rows.ts'
import { countHold, countRow, type Tally } from './tally.ts'
import { type RecordsText, wholeRecords } from './whole-records.ts'

const CHUNK_BYTES = 65_536
type Cell = string | number

const OUTPUT_COLUMNS = ['id', 'score', 'fit', 'engagement', 'grade', 'tier', 'hold', 'reasons']

export interface ScoreFileOptions {
  readonly file: string
  readonly model: Model
  /** Without one, columns named like the model's facts are used. */
  readonly map: RowMap | undefined
  readonly delimiter: string | undefined
  readonly nowMs: number
  readonly output: Writable
  readonly tally: Tally
  readonly skipped: SkippedRows
  readonly onBytes: (bytes: number) => void
  /** Told the map in use once, before the first row. */
  readonly onHeader: (map: RowMap) => void
}

/**
 * Streams a CSV file through the model in constant memory, a chunk of whole rows at a time: a stream
 * of single rows would spend most of its time on being a stream. Throws PermanentError, or what
 * Node's files throw.
 */
export async function scoreFile(options: ScoreFileOptions): Promise<void> {
  const { file, skipped } = options
  const delimiter = options.delimiter ?? detectDelimiter(await readHead(file))
  const onBroken = skipped.add.bind(skipped)
  await pipeline(
    createReadStream(file, { highWaterMark: CHUNK_BYTES }),
    (bytes: AsyncIterable<Buffer>) => decode(bytes, options.onBytes),
    (text: AsyncIterable<string>) => wholeRecords(text, { delimiter, onBroken }),
    (records: AsyncIterable<RecordsText>) => scoreRecords(records, delimiter, options),
    options.output,
  )
}

async function readHead(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** UTF-8 across chunk borders; a byte-order mark is dropped. */
async function* decode(
  bytes: AsyncIterable<Buffer>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of bytes) {
    onBytes(chunk.length)
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
}

async function* scoreRecords(
  records: AsyncIterable<RecordsText>,
  delimiter: string,
  options: ScoreFileOptions,
): AsyncGenerator<string> {
  const model = compileModel(options.model)
  let readRow: ReadRow | undefined
  for await (const text of records) {
    const rows = parseRecords(text, delimiter, options.skipped)
    const header = readRow === undefined ? rows.shift() : undefined
    if (header !== undefined) {
      readRow = openReader(header.cells, options)
      yield stringify([OUTPUT_COLUMNS])
    }
    if (readRow !== undefined && rows.length > 0) {
      yield stringify(scoreRows(rows, readRow, model, options))
    }
  }
  if (readRow === undefined) throw new PermanentError('usage', 'The file has no header line.')
}

function openReader(cells: readonly string[], options: ScoreFileOptions): ReadRow {
  const header = cells.map((name) => name.trim())
  const map = options.map ?? mapFromModel(options.model, header)
  const reader = createRowReader(map, header)
  options.onHeader(map)
  return reader
}

function scoreRows(
  rows: readonly CsvRow[],
  readRow: ReadRow,
  model: CompiledModel,
  options: ScoreFileOptions,
): Cell[][] {
  const scored: Cell[][] = []
  for (const { cells, line } of rows) {
    try {
      scored.push(scoreRow(readRow(cells, line), model, options))
    } catch (error) {
      if (!(error instanceof BadRow)) throw error
      options.skipped.add(line, error.message)
    }
  }
  return scored
}

/** Consent is asked first, as of a record of a portal: a row that may not be scored meets no model. */
function scoreRow(
  { id, subject, won }: Row,
  model: CompiledModel,
  { nowMs, tally }: ScoreFileOptions,
): Cell[] {
  const { activities } = subject
  const facts = withoutAuditOnly(subject.facts)
  const consent = decideConsent(facts, { at: nowMs, policy: DEFAULT_POLICY, activities })
  countHold(tally, consent.hold, consent.mayScore)
  if (!consent.mayScore) return [asText(id), '', '', '', '', '', consent.hold ?? '', '']
  const score = model.evaluate({ facts, activities }, nowMs)
  const tier = tierUnder(consent, score.tier)
  countRow(tally, tier, won)
  return [asText(id), ...scoredCells(score, tier, consent)]
}

function scoredCells(
  { score, fit, engagement, grade, reasons }: Score,
  tier: Tier,
  { hold }: ConsentDecision,
): Cell[] {
  return [score, fit, engagement, grade, tier, hold ?? '', asText(reasons.map(inWords).join('; '))]
}

/** What begins with a sign and is no number is a formula to a spreadsheet; an apostrophe keeps it a text. */
function asText(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell
}

/** Words first, so that no sign begins the cell. */
function inWords({ points, text }: Reason): string {
  return `${text} (${points > 0 ? '+' : ''}${points})`
}
