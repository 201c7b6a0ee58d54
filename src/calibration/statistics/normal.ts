import { upperTailOfChiSquare } from './chi-square.ts'

/** Two-sided 95 %. */
export const Z_95 = 1.959963984540054
/** Two-sided 99 %. */
export const Z_99 = 2.5758293035489004

/** How likely a standard normal value lies at least `z` from 0, either way. */
export function twoSidedNormal(z: number): number {
  return upperTailOfChiSquare(z * z, 1)
}
