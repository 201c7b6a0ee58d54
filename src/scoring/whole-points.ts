import type { Line } from './compiled-axis.ts'

// Arithmetic in fractions misses a half by far less than this, and a half must not depend on that.
const NEARLY = 1e-9

/** The nearest whole number; a half goes up. */
export function wholeTotal(total: number): number {
  // -0 would be written and compared as something else than 0.
  return Math.floor(total + 0.5 + NEARLY) + 0
}

/**
 * Gives the lines from `start` on whole points so that they add up to `whole`, their rounded sum, by
 * the largest-remainder method: all are rounded down, then those that lost most get one back. The
 * earlier line wins a tie.
 */
export function makePointsWhole(lines: readonly Line[], start: number, whole: number): void {
  const lost: number[] = []
  let missing = whole
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined) break
    const floor = Math.floor(line.points + NEARLY)
    lost.push(line.points - floor)
    line.points = floor + 0
    missing -= floor
  }
  for (; missing > 0; missing -= 1) {
    const index = largest(lost)
    const line = lines[start + index]
    if (line === undefined) break
    line.points += 1
    lost[index] = -1
  }
}

function largest(values: readonly number[]): number {
  let best = 0
  let most = -1
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? -1
    if (value > most + NEARLY) {
      best = index
      most = value
    }
  }
  return best
}
