import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { PermanentError } from '#src/errors.ts'

/** What a sandbox must know to rebuild the population its journal was written on. */
export interface JournalHeader {
  readonly seed: number
  readonly people: number
  /** Epoch ms. */
  readonly baseTime: number
}

/** Append-only list of mutations: population plus journal is the whole state of a sandbox. */
export interface Journal {
  /** The one the file was begun with, which wins over the one asked for. */
  readonly header: JournalHeader
  /** Entries of earlier processes, oldest first. */
  replay(): readonly unknown[]
  /** On disk before it returns, so that what was answered outlives a killed process. */
  append(entry: unknown): void
  close(): void
}

/**
 * Opens or begins a JSON-lines journal; without a file it is memory only. Throws PermanentError
 * `journal-unreadable` when the file is something else.
 */
export function openJournal(file: string | undefined, header: JournalHeader): Journal {
  if (file === undefined) return { header, replay: () => [], append: () => {}, close: () => {} }
  const stored = existsSync(file) ? readWholeLines(file) : []
  const descriptor = openSync(file, 'a')
  const append = (entry: unknown) => {
    writeSync(descriptor, `${JSON.stringify(entry)}\n`)
  }
  if (stored.length === 0) append(header)
  return {
    header: stored.length === 0 ? header : parseHeader(file, stored[0]),
    replay: () => stored.slice(1).map((line) => parseLine(file, line)),
    append,
    close: () => closeSync(descriptor),
  }
}

/** Cuts a torn last line off, or the next entry would be glued to it. */
function readWholeLines(file: string): string[] {
  const bytes = readFileSync(file)
  const end = bytes.lastIndexOf('\n') + 1
  if (end < bytes.length) truncateSync(file, end)
  return bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1)
}

function parseHeader(file: string, line: string | undefined): JournalHeader {
  const header = parseLine(file, line ?? '')
  if (typeof header !== 'object' || header === null) throw unreadable(file)
  const { seed, people, baseTime } = header as Partial<Record<keyof JournalHeader, unknown>>
  if (typeof seed !== 'number' || typeof people !== 'number' || typeof baseTime !== 'number') {
    throw unreadable(file)
  }
  return { seed, people, baseTime }
}

function parseLine(file: string, line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw unreadable(file)
  }
}

function unreadable(file: string): PermanentError {
  return new PermanentError(
    'journal-unreadable',
    `${file} is not a sandbox journal`,
    'Move the file away to begin with a fresh sandbox.',
  )
}
