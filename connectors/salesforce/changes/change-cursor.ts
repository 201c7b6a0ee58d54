import { z } from 'zod'

/**
 * A call may run ten minutes (App Limits Cheat Sheet, "API Requests"), so a row can appear that long
 * after the SystemModstamp it carries.
 */
export const OVERLAP_MS = 600_000
/** Rows of the overlap that are read again anyway; more would cost further pages at every poll. */
const CHEAP_ROWS = 1000
/** Activities remembered per object; forgetting one only means reading its person again. */
const REMEMBERED = 2000

const Stamps = z.record(z.string(), z.number())
const ChangeCursor = z.object({
  version: z.literal(1),
  /** Our clock when the last poll had its answers. */
  polledAt: z.number(),
  /** Latest SystemModstamp seen, by query. */
  watermarks: Stamps,
  /** Activities of the overlap already told, by query: id to SystemModstamp. */
  told: z.record(z.string(), Stamps),
  /** Polls so far: what can wait is asked in turns. */
  turn: z.number().optional(),
})
export type ChangeCursor = z.infer<typeof ChangeCursor>

/** Any cursor that is none of ours starts at `sinceMs`. */
export function openCursor(stored: unknown, sinceMs: number): CursorReader {
  const parsed = ChangeCursor.safeParse(stored)
  const cursor = parsed.success ? parsed.data : undefined
  return {
    cursor,
    turn: cursor?.turn ?? 0,
    watermark: (name) => cursor?.watermarks[name] ?? sinceMs,
    wasTold: (name, id, stamp) => cursor?.told[name]?.[id] === stamp,
  }
}

export interface CursorReader {
  readonly cursor: ChangeCursor | undefined
  readonly turn: number
  watermark(name: string): number
  wasTold(name: string, id: string, stamp: number): boolean
}

export interface Seen {
  readonly name: string
  /** Id to SystemModstamp of every row of the answer. */
  readonly stamps: ReadonlyMap<string, number>
  /** Whether to remember the rows themselves, or which of them. */
  readonly remember: boolean | ReadonlySet<string>
}

/** Where the next poll starts. `times` are of our clock: when this poll began and had its answers. */
export function nextCursor(
  reader: CursorReader,
  answers: readonly Seen[],
  times: { readonly beganAt: number; readonly polledAt: number },
  /** Queries whose turn it was not. */
  unasked: readonly string[] = [],
): ChangeCursor {
  const watermarks: Record<string, number> = { ...reader.cursor?.watermarks }
  const told: Record<string, Record<string, number>> = {}
  for (const name of unasked) {
    watermarks[name] = reader.watermark(name)
    told[name] = reader.cursor?.told[name] ?? {}
  }
  for (const { name, stamps, remember } of answers) {
    const watermark = advance(reader, name, stamps, times.beganAt)
    watermarks[name] = watermark
    if (remember === false) continue
    const kept = [...stamps].filter(([id]) => remember === true || remember.has(id))
    told[name] = latest(kept, watermark - OVERLAP_MS)
  }
  return { version: 1, polledAt: times.polledAt, watermarks, told, turn: reader.turn + 1 }
}

/**
 * The latest stamp seen. When nothing newer came and the overlap is full of old rows, as after a
 * backfill's writes, it moves on by the time that passed between the polls: the organisation's clock
 * has moved as far, whatever it shows.
 */
function advance(
  reader: CursorReader,
  name: string,
  stamps: ReadonlyMap<string, number>,
  beganAt: number,
): number {
  const before = reader.watermark(name)
  let newest = before
  for (const stamp of stamps.values()) newest = Math.max(newest, stamp)
  if (newest > before || stamps.size <= CHEAP_ROWS || reader.cursor === undefined) return newest
  return before + Math.max(0, beganAt - reader.cursor.polledAt)
}

function latest(
  stamps: readonly (readonly [string, number])[],
  from: number,
): Record<string, number> {
  const kept = stamps.filter(([, stamp]) => stamp >= from).toSorted(([, a], [, b]) => b - a)
  return Object.fromEntries(kept.slice(0, REMEMBERED))
}
