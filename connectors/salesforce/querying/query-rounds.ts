import { PermanentError } from '#src/errors.ts'
import { nextPagePath } from '../transport/paths.ts'
import { type Page, type Row, short, unfinished } from './query-page.ts'

/** REST guide, "Send Multiple Requests Using Composite": at most 5 queries among its subrequests. */
const QUERIES_PER_CALL = 5

/** One page of a stream as it comes. */
export interface Part {
  readonly rows: readonly Row[]
  /** Rows of the whole query. */
  readonly total: number
  readonly first: boolean
  readonly last: boolean
}

/**
 * A query whose pages are handed over one by one. `stop` leaves further ones unread, `more` are read
 * beside the others.
 */
export interface Stream {
  readonly path: string
  readonly take: (part: Part) => Next
  /** Throws, or goes without. */
  readonly refuse: (refused: PermanentError) => Next
}

export interface Next {
  readonly stop?: boolean
  readonly more?: readonly Stream[]
}

/** Answers up to five pages at once, in order. */
export type AskPages = (paths: readonly string[]) => Promise<readonly (Page | PermanentError)[]>

interface Running {
  readonly stream: Stream
  readonly path: string
  readonly got: number
  /** `undefined` before the first page. */
  readonly total: number | undefined
  readonly seen: ReadonlySet<string>
}

/**
 * Reads streams to their ends, five pages a call. A stream can only be read page after page, so the
 * one with most left goes first: otherwise it would end alone, a call for each page.
 */
export async function readStreams(ask: AskPages, streams: readonly Stream[]): Promise<void> {
  let waiting = streams.map(begin)
  while (waiting.length > 0) {
    const ordered = waiting.toSorted((a, b) => left(b) - left(a))
    const round = ordered.slice(0, QUERIES_PER_CALL)
    const pages = await ask(round.map(({ path }) => path))
    const further = round.flatMap((running, index) => advance(running, pages[index]))
    waiting = [...ordered.slice(QUERIES_PER_CALL), ...further]
  }
}

function begin(stream: Stream): Running {
  return { stream, path: stream.path, got: 0, total: undefined, seen: new Set() }
}

function left({ total, got }: Running): number {
  return total === undefined ? Infinity : total - got
}

function advance(running: Running, page: Page | PermanentError | undefined): readonly Running[] {
  const { stream } = running
  if (page === undefined) throw unfinished('Salesforce left out a query of several.')
  if (page instanceof PermanentError) {
    return (stream.refuse(page).more ?? []).map(begin)
  }
  const total = running.total ?? page.totalSize
  const got = running.got + page.records.length
  const next = page.done ? undefined : page.nextRecordsUrl
  if (!page.done && next == null)
    throw unfinished('A query of Salesforce ended before it was done.')
  if (page.done && got < total) throw short(got, total)
  const { stop = false, more = [] } = stream.take({
    rows: page.records,
    total,
    first: running.total === undefined,
    last: page.done,
  })
  if (next == null || stop) return more.map(begin)
  const path = nextPagePath(next)
  if (running.seen.has(path)) throw unfinished('Salesforce gave the same page of a query again.')
  return [{ stream, path, got, total, seen: new Set([...running.seen, path]) }, ...more.map(begin)]
}
