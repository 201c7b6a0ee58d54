/**
 * Failures that bring record values along, as vendors' own do: a 400 that repeats a value, a 500 whose
 * body is full of them, JSON cut off inside a record, and a connection held and then dropped.
 */
export const LEAKING_FAULTS = ['quoting-400', 'quoting-500', 'malformed-json', 'hang'] as const
export type LeakingFault = (typeof LEAKING_FAULTS)[number]

/** How long a connection is held before it is dropped. */
export const HANG_MS = 100

/** Records a failure quotes. */
const QUOTED = 25

/** Takes other records each time, so that many failures quote the whole portal. */
export function createQuoter<T>(records: () => readonly T[]): () => readonly T[] {
  let start = 0
  return () => {
    const all = records()
    const quoted = all.slice(start, start + QUOTED)
    start = start + QUOTED >= all.length ? 0 : start + QUOTED
    return quoted
  }
}

/** Valid JSON until it stops in the middle of a value. */
export function cutShort(body: unknown): string {
  const text = JSON.stringify(body)
  return text.slice(0, Math.max(1, text.length - 7))
}
