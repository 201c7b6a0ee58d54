import { readFile, stat } from 'node:fs/promises'
import { errorCode, PermanentError } from '#src/errors.ts'
import type { Model } from '#src/scoring/model.ts'
import { factsOf } from './csv/map-from-model.ts'
import { type OutputFile, openOutput } from './csv/output-file.ts'
import { createProgress } from './csv/progress.ts'
import { parseRowMap, type RowMap } from './csv/row-map.ts'
import { scoreFile } from './csv/score-file.ts'
import { SkippedRows } from './csv/skipped-rows.ts'
import { renderSummary, type ScoreSummary, summarise } from './csv/summary.ts'
import { createTally } from './csv/tally.ts'
import { parseDate } from './csv/typed-value.ts'
import { readModel } from './read-model.ts'

/** What `leadwell score` was asked for. */
export interface ScoreOptions {
  readonly file: string
  readonly model: string
  readonly map?: string | undefined
  /** `-` is standard output; without it `<file>.scored.csv`. */
  readonly out?: string | undefined
  readonly delimiter?: string | undefined
  readonly json?: boolean | undefined
}

/** Where it is printed and what time it is. */
export interface ScoreIo {
  readonly stdout: NodeJS.WritableStream
  readonly stderr: NodeJS.WritableStream & { isTTY?: boolean }
  /** Now, in epoch ms; the system clock when left out. */
  readonly now?: () => number
}

/**
 * Scores a CSV file without CRM, store or queue. Resolves to the exit code: 0 all rows scored, 1 a
 * file could not be read or written, 2 bad model, map or usage, 3 rows were skipped.
 */
export async function runScore(options: ScoreOptions, io: ScoreIo): Promise<0 | 1 | 2 | 3> {
  try {
    const summary = await score(options, io)
    // Standard output belongs to the rows when they go there.
    const text = options.json === true ? `${JSON.stringify(summary)}\n` : renderSummary(summary)
    const stream = summary.out === '-' ? io.stderr : io.stdout
    stream.write(text)
    return summary.skipped > 0 ? 3 : 0
  } catch (error) {
    if (error instanceof PermanentError) {
      io.stderr.write(`${[error.message, error.hint].filter(Boolean).join('\n')}\n`)
      return 2
    }
    if (!isFileError(error)) throw error
    io.stderr.write(`${whatHappened(error)}\n`)
    return 1
  }
}

async function score(options: ScoreOptions, io: ScoreIo): Promise<ScoreSummary> {
  const { file } = options
  const out = options.out ?? `${file}.scored.csv`
  if (out === '-' && options.json === true) {
    throw new PermanentError('usage', 'Standard output takes either the rows or --json, not both.')
  }
  const model = await readModel(options.model)
  const map = options.map === undefined ? undefined : await readMap(options.map)
  const { size } = await stat(file)
  const output = await openOutput(out, file, io.stdout)
  const started = performance.now()
  const progress = createProgress(io.stderr, size, 'scoring')
  const tally = createTally()
  const skipped = new SkippedRows((text) => void io.stderr.write(text))
  await keepOrDiscard(output, async () => {
    try {
      await scoreFile({
        file,
        model,
        map,
        delimiter: options.delimiter ?? map?.delimiter,
        nowMs: parseDate(map?.asOf ?? '') ?? (io.now ?? Date.now)(),
        output: output.stream,
        tally,
        skipped,
        onBytes: (bytes) => progress.advance(bytes),
        onHeader: (used) => warnOfUnusedFacts(model, used, io),
      })
    } finally {
      progress.stop()
    }
  })
  skipped.finish()
  const elapsedMs = performance.now() - started
  return summarise(
    { file, out, model, skipped: skipped.count, elapsedMs },
    tally,
    map?.outcome !== undefined,
  )
}

async function readMap(file: string): Promise<RowMap> {
  return parseRowMap(await readFile(file, 'utf8'), file)
}

async function keepOrDiscard(output: OutputFile, work: () => Promise<void>): Promise<void> {
  try {
    await work()
    await output.keep()
  } catch (error) {
    await output.discard()
    throw error
  }
}

/** A fact nobody supplies is no error, but most likely a slip in the map. */
function warnOfUnusedFacts(model: Model, map: RowMap, io: ScoreIo): void {
  const unsupplied = factsOf(model).filter((fact) => !(fact in map.facts))
  if (unsupplied.length === 0) return
  io.stderr.write(`no column gives these facts of the model: ${unsupplied.join(', ')}\n`)
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}

const IN_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'access is not allowed',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EPIPE: 'the reader of the output went away',
}

function whatHappened(error: NodeJS.ErrnoException): string {
  const code = errorCode(error)
  return `${error.path ?? 'output'}: ${IN_WORDS[code] ?? code}`
}
