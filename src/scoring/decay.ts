export const DAY_MS = 86_400_000

/** A quarter of a year in decay: 13 weeks. */
export const QUARTER_DAYS = 91

/** How a group fades, as written: one of the two. */
export interface Decay {
  readonly halfLifeDays?: number | undefined
  readonly percentPerQuarter?: number | undefined
}

/** Of a rule that does not fade. */
export const NO_FADING = 0

/**
 * How fast a group fades: what is left after `ageMs` is `e^(rate × ageMs)`. That is
 * `2^(-age / halfLifeDays)`, or `(1 - percentPerQuarter / 100)^(age / 91 days)`.
 */
export function fadingRateOf({ halfLifeDays, percentPerQuarter }: Decay): number {
  if (halfLifeDays !== undefined) return -Math.LN2 / (halfLifeDays * DAY_MS)
  if (percentPerQuarter === undefined) return NO_FADING
  return Math.log(1 - percentPerQuarter / 100) / (QUARTER_DAYS * DAY_MS)
}

/** What is left of 1 after `ageMs`; nothing is lost before its time. */
export function faded(ageMs: number, rate: number): number {
  // A third faster than a power of 2, which counts here.
  return ageMs <= 0 ? 1 : Math.exp(ageMs * rate)
}
