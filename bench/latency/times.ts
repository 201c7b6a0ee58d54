/** Milliseconds, to a hundredth. */
export interface Times {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (part: number): number =>
    hundredths(sorted[Math.floor((sorted.length - 1) * part)] ?? 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

export function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
