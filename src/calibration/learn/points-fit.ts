import { chanceOf, logit, softPlus } from '../statistics/logit.ts'
import type { FitTable } from './fit-table.ts'

/** Points for being in one of these bins of a column; bins of one column belong to one rule at most. */
export interface PointRule {
  /** Position among the binnings of the table. */
  readonly column: number
  readonly bins: readonly number[]
  readonly points: number
}

export const MOST_POINTS = 20

/** How many rows, and how many wins, stand at each total of points. */
interface Counts {
  readonly rows: Float64Array
  readonly wins: Float64Array
}

/** The counts of each bin of one column. */
export type ColumnCounts = readonly Counts[]

export interface PointsFitOptions {
  /** Log odds of one point. */
  readonly unit: number
  /** What a rule's points cost for being far from `prior`, in nats per squared log odds, halved. */
  readonly ridge: number
}

/**
 * A card in the making. Totals are whole numbers in a narrow range, so the loss of any change of a rule
 * comes from a count by total, not from the rows again.
 */
export class PointsFit {
  readonly table: FitTable
  readonly #unit: number
  readonly #ridge: number
  readonly #totals: Int16Array
  readonly #offset: number
  #intercept: number

  constructor(table: FitTable, { unit, ridge }: PointsFitOptions) {
    this.table = table
    this.#unit = unit
    this.#ridge = ridge
    this.#offset = MOST_POINTS * (table.binnings.length + 1)
    this.#totals = new Int16Array(table.rows).fill(this.#offset)
    this.#intercept = logit(table.wins / table.rows)
  }

  get totals(): Int16Array {
    return this.#totals.map((total) => total - this.#offset)
  }

  /** Adds points to all rows in these bins of a column. */
  add(column: number, pointsByBin: ArrayLike<number>): void {
    const bins = this.table.bins[column] ?? new Uint8Array(0)
    const totals = this.#totals
    for (let row = 0; row < totals.length; row += 1) {
      totals[row] = (totals[row] ?? 0) + (pointsByBin[bins[row] ?? 0] ?? 0)
    }
  }

  countColumn(column: number): ColumnCounts {
    const size = 2 * this.#offset + 1
    const bins = this.table.bins[column] ?? new Uint8Array(0)
    const count = this.table.binnings[column]?.bins.length ?? 0
    const rows = new Float64Array(count * size)
    const wins = new Float64Array(count * size)
    for (let row = 0; row < bins.length; row += 1) {
      const at = (bins[row] ?? 0) * size + (this.#totals[row] ?? 0)
      rows[at] = (rows[at] ?? 0) + 1
      wins[at] = (wins[at] ?? 0) + (this.table.outcome[row] ?? 0)
    }
    return Array.from({ length: count }, (_, bin) => ({
      rows: rows.subarray(bin * size, (bin + 1) * size),
      wins: wins.subarray(bin * size, (bin + 1) * size),
    }))
  }

  /** Moves all chances together until they are right on the whole; gives the loss in nats. */
  fitIntercept(): number {
    const size = 2 * this.#offset + 1
    const all = { rows: new Float64Array(size), wins: new Float64Array(size) }
    for (let row = 0; row < this.#totals.length; row += 1) {
      const at = this.#totals[row] ?? 0
      all.rows[at] = (all.rows[at] ?? 0) + 1
      all.wins[at] = (all.wins[at] ?? 0) + (this.table.outcome[row] ?? 0)
    }
    this.#intercept += this.#bestShift([all])
    return this.lossOf([all], 0)
  }

  /** The loss of the rows counted when their totals change by `change` points. */
  lossOf(counts: readonly Counts[], change: number): number {
    let loss = 0
    for (const { rows, wins } of counts) {
      for (let total = 0; total < rows.length; total += 1) {
        const count = rows[total] ?? 0
        if (count === 0) continue
        const odds = this.#oddsOf(total + change)
        loss += count * softPlus(odds) - (wins[total] ?? 0) * odds
      }
    }
    return loss
  }

  /** What a rule's points cost beside the loss. */
  penaltyOf(points: number, prior: number): number {
    return (this.#ridge / 2) * ((points - prior) * this.#unit) ** 2
  }

  /** The best whole points for the rows counted, which now have `present` of them. */
  bestPoints(counts: readonly Counts[], present: number, prior: number): Best {
    const lossAt = (points: number): number =>
      this.lossOf(counts, points - present) + this.penaltyOf(points, prior)
    const start = lossAt(present)
    const shift = Math.round(this.#bestShift(counts, 2) / this.#unit)
    let points = Math.max(-MOST_POINTS, Math.min(MOST_POINTS, present + shift))
    let loss = lossAt(points)
    for (const step of [1, -1]) {
      for (let next = points + step; Math.abs(next) <= MOST_POINTS; next += step) {
        const nextLoss = lossAt(next)
        if (nextLoss >= loss) break
        points = next
        loss = nextLoss
      }
    }
    return loss < start ? { points, gain: start - loss } : { points: present, gain: 0 }
  }

  /** About how much these rows could gain from points of their own: quick, for choosing among many. */
  promiseOf(counts: readonly Counts[]): number {
    let miss = 0
    let curve = 0
    for (const { rows, wins } of counts) {
      for (let total = 0; total < rows.length; total += 1) {
        const count = rows[total] ?? 0
        if (count === 0) continue
        const chance = chanceOf(this.#oddsOf(total))
        miss += count * chance - (wins[total] ?? 0)
        curve += count * chance * (1 - chance)
      }
    }
    return miss ** 2 / (2 * (curve + this.#ridge))
  }

  #oddsOf(total: number): number {
    return this.#intercept + this.#unit * (total - this.#offset)
  }

  /** Newton's method on one shift of the log odds. */
  #bestShift(counts: readonly Counts[], steps = 20): number {
    let shift = 0
    for (let step = 0; step < steps; step += 1) {
      let miss = 0
      let curve = 1e-9
      for (const { rows, wins } of counts) {
        for (let total = 0; total < rows.length; total += 1) {
          const count = rows[total] ?? 0
          if (count === 0) continue
          const chance = chanceOf(this.#oddsOf(total) + shift)
          miss += count * chance - (wins[total] ?? 0)
          curve += count * chance * (1 - chance)
        }
      }
      const change = Math.max(-2, Math.min(2, -miss / curve))
      shift += change
      if (Math.abs(change) < 1e-7) break
    }
    return Math.max(-6, Math.min(6, shift))
  }
}

interface Best {
  readonly points: number
  readonly gain: number
}
