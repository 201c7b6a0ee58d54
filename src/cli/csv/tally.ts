import type { Tier } from '#src/ports.ts'

export interface TierTally {
  count: number
  /** Rows with a good outcome; stays 0 when the map names no outcome. */
  won: number
}

/** Rows by tier, best tier first. */
export type Tally = Readonly<Record<Tier, TierTally>>

export function createTally(): Tally {
  return {
    'sales-ready': { count: 0, won: 0 },
    nurture: { count: 0, won: 0 },
    unqualified: { count: 0, won: 0 },
  }
}

export function countRow(tally: Tally, tier: Tier, won: boolean | undefined): void {
  tally[tier].count += 1
  if (won === true) tally[tier].won += 1
}
