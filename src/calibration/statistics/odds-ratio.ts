import { Z_95 } from './normal.ts'
import type { Interval, Proportion } from './proportions.ts'

/**
 * How much likelier one share is than another, as a difference of log odds with Woolf's interval
 * (Annals of Human Genetics 19, 1955); half a record is added to each cell, so that there is always one.
 */
export function logOddsRatio(
  one: Proportion,
  other: Proportion,
  z = Z_95,
): Interval & { readonly ratio: number } {
  const cells = [one, other].flatMap(({ count, of }) => [count + 0.5, of - count + 0.5])
  const [won = 1, lost = 1, otherWon = 1, otherLost = 1] = cells
  const ratio = Math.log((won * otherLost) / (lost * otherWon))
  const half = z * Math.sqrt(cells.reduce((sum, cell) => sum + 1 / cell, 0))
  return { ratio, low: ratio - half, high: ratio + half }
}
