/** Seeded dice: equal seeds give equal throws on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** Whole, both ends included. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly [T, ...T[]]): T
  /** Picks by weight; the weights need not add up to anything. */
  weighted<T>(items: Weighted<T>): T
}

export type Weighted<T> = readonly [readonly [T, number], ...(readonly [T, number])[]]

/** splitmix32: small, fast and even enough for made-up people. `stream` separates independent rows. */
export function createRandom(seed: number, stream = 0): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) | 0
  const next = () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000
  }
  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    weighted: (items) => pickWeighted(items, next()),
  }
}

function pickWeighted<T>(items: Weighted<T>, throwOfDice: number): T {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0)
  let left = throwOfDice * total
  for (const [item, weight] of items) {
    left -= weight
    if (left < 0) return item
  }
  return items[0][0]
}
