/** Counts what may happen many times a second. */
export interface Tally {
  /** `detail` is told with the next report, should this be the time for it. */
  add(count: number, detail?: string): void
  total(): number
}

const EVERY_MS = 60_000

/** Reports the first at once, and from then on, when more happens, what came to light in a minute. */
export function createTally(
  now: () => number,
  report: (sinceLast: number, total: number, detail: string | undefined) => void,
): Tally {
  let total = 0
  let reported = 0
  let quietUntil = -Infinity
  return {
    add: (count, detail) => {
      total += count
      if (now() < quietUntil) return
      report(total - reported, total, detail)
      reported = total
      quietUntil = now() + EVERY_MS
    },
    total: () => total,
  }
}
