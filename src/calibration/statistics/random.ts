/** Draws numbers from 0 to below 1; the same seed gives the same row of numbers on every machine. */
export type Random = () => number

/** Chris Doty-Humphrey's sfc32 (PractRand, public domain): quick, and long enough for any resampling. */
export function createRandom(seed: number): Random {
  let a = 0x9e37_79b9
  let b = 0x243f_6a88
  let c = seed | 0
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  // The first draws still show the seed.
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next()
  return next
}

/** The numbers from 0 to below `count` in random order. */
export function shuffled(count: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
  return order
}
