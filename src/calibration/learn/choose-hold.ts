import { Z_95 } from '../statistics/normal.ts'
import { logOddsRatio } from '../statistics/odds-ratio.ts'
import type { Proportion } from '../statistics/proportions.ts'
import type { FitTable } from './fit-table.ts'
import type { Tally } from './merge-bins.ts'

/** Nats per squared log odds, halved. */
const FIRM = 300
const LOOSE = 30
/** In log odds: evidence that moves by so much from one half of the history to the other does not last. */
const UNSTEADY = 0.1
/** Bins with fewer rows in a half tell nothing of it. */
const LEAST_ROWS = 10

type Halves = readonly [Tally, Tally]

/**
 * How firmly points are held to the evidence of each column by itself, for rows in the order of time.
 * Points found beside each other rank people of the same time best, most of all where columns are bound to
 * each other as answers are that exclude one another. But where evidence was one thing in the earlier
 * half of the rows and another in the later, they rank the next quarter worse, as what is specific to one
 * time does not last. So they are let go only where evidence stood still.
 */
export function chooseHold(table: FitTable): number {
  return unsteadiness(table) < UNSTEADY ? LOOSE : FIRM
}

/**
 * Standard deviation of the bins' moves in log odds between the halves, less what luck alone moves, by
 * the method of moments of DerSimonian and Laird (1986); the move of everybody does not count.
 */
function unsteadiness(table: FitTable): number {
  const [all] = halvesOf(table, () => 0, 1)
  const shift = all === undefined ? 0 : moveOf(all).ratio
  let moved = 0
  let freedom = 0
  let certainty = 0
  table.binnings.forEach(({ bins }, column) => {
    const own = table.bins[column] ?? new Uint8Array(0)
    const told = halvesOf(table, (row) => own[row] ?? 0, bins.length).filter((halves) =>
      halves.every(({ rows }) => rows >= LEAST_ROWS),
    )
    for (const halves of told) {
      const { ratio, variance } = moveOf(halves)
      moved += (ratio - shift) ** 2 / variance
      certainty += 1 / variance
    }
    freedom += Math.max(0, told.length - 1)
  })
  return certainty === 0 ? Infinity : Math.sqrt(Math.max(0, moved - freedom) / certainty)
}

/** Rows and wins of each bin, in the earlier half and the later. */
function halvesOf(
  { rows, outcome }: FitTable,
  binOf: (row: number) => number,
  count: number,
): readonly Halves[] {
  const tallies = Array.from({ length: count }, () => [
    { rows: 0, wins: 0 },
    { rows: 0, wins: 0 },
  ])
  for (let row = 0; row < rows; row += 1) {
    const tally = tallies[binOf(row)]?.[row < rows / 2 ? 0 : 1]
    if (tally === undefined) continue
    tally.rows += 1
    tally.wins += outcome[row] ?? 0
  }
  return tallies.flatMap(([earlier, later]): Halves[] =>
    earlier === undefined || later === undefined ? [] : [[earlier, later]],
  )
}

function moveOf([earlier, later]: Halves): { readonly ratio: number; readonly variance: number } {
  const { ratio, high } = logOddsRatio(shareOf(later), shareOf(earlier))
  return { ratio, variance: ((high - ratio) / Z_95) ** 2 }
}

const shareOf = ({ rows, wins }: Tally): Proportion => ({ count: wins, of: rows })
