import { type Dataset, rowRange } from '../dataset.ts'
import { createRandom, shuffled } from '../statistics/random.ts'

/** Rows to learn from and rows to be judged on; no row is in both. */
export interface Split {
  /** In the order of time where the split is. */
  readonly train: Int32Array
  readonly test: Int32Array
}

const TRAIN_SHARE = 0.7

export function splitAtRandom(data: Dataset, seed: number, share = TRAIN_SHARE): Split {
  const order = shuffled(data.rows, createRandom(seed))
  const train = Math.round(data.rows * share)
  return { train: order.slice(0, train).sort(), test: order.slice(train).sort() }
}

/** The earlier rows to learn from, the later ones to be judged on, as it will be in use. */
export function splitByTime(data: Dataset, share = TRAIN_SHARE): Split {
  const order = rowsByTime(data)
  const train = Math.round(data.rows * share)
  return { train: order.slice(0, train), test: order.slice(train) }
}

function rowsByTime({ rows, time }: Dataset): Int32Array {
  const order = rowRange(0, rows)
  if (time === undefined) return order
  // Rows without a time are taken for the oldest.
  const at = (row: number): number => {
    const value = time[row] ?? NaN
    return Number.isNaN(value) ? -Infinity : value
  }
  return order.sort((a, b) => (at(a) === at(b) ? a - b : at(a) - at(b)))
}
