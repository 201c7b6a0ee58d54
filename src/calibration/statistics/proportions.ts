import { twoSidedNormal, Z_95 } from './normal.ts'

/** A share of records, 0–1, and the 95 % interval around it. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** `count` of `of` records. */
export interface Proportion {
  readonly count: number
  readonly of: number
}

/**
 * Wilson's score interval (JASA 22, 1927): keeps within 0–1 and covers what it says also near the
 * ends and in small samples, where the usual ± does not. Nothing is known of no records: 0–1.
 */
export function wilsonInterval({ count, of }: Proportion, z = Z_95): Interval {
  if (of <= 0) return { low: 0, high: 1 }
  const share = count / of
  const square = z * z
  const centre = share + square / (2 * of)
  const half = z * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))
  const scale = 1 + square / of
  return {
    low: count === 0 ? 0 : (centre - half) / scale,
    high: count === of ? 1 : (centre + half) / scale,
  }
}

/** `after` less `before`, −1 to 1, with Newcombe's interval (Statistics in Medicine 17, 1998, method 10). */
export function differenceOfProportions(
  after: Proportion,
  before: Proportion,
  z = Z_95,
): Interval & { readonly difference: number } {
  const [first, second] = [after.count / after.of, before.count / before.of]
  const [one, two] = [wilsonInterval(after, z), wilsonInterval(before, z)]
  const difference = first - second
  return {
    difference,
    low: difference - Math.hypot(first - one.low, two.high - second),
    high: difference + Math.hypot(one.high - first, second - two.low),
  }
}

/** The pooled two-sided test that two shares are one. Equal extremes (all or none) are no difference. */
export function testTwoProportions(
  one: Proportion,
  two: Proportion,
): { readonly z: number; readonly p: number } {
  const pooled = (one.count + two.count) / (one.of + two.of)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.of + 1 / two.of))
  if (!(error > 0)) return { z: 0, p: 1 }
  const z = (one.count / one.of - two.count / two.of) / error
  return { z, p: twoSidedNormal(z) }
}
