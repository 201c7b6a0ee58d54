import type { Hold, Tier } from '#src/ports.ts'

export interface TierTally {
  count: number
  /** Rows with a good outcome; stays 0 when the map names no outcome. */
  won: number
}

/** What became of the rows so far. */
export interface Tally {
  /** Scored rows by tier, best tier first. */
  readonly tiers: Readonly<Record<Tier, TierTally>>
  /** Rows under a hold, scored or not. */
  readonly held: Map<Hold, number>
  /** Rows of people who may not be scored. */
  unscored: number
}

export function createTally(): Tally {
  return {
    tiers: {
      'sales-ready': { count: 0, won: 0 },
      nurture: { count: 0, won: 0 },
      unqualified: { count: 0, won: 0 },
    },
    held: new Map(),
    unscored: 0,
  }
}

export function countRow({ tiers }: Tally, tier: Tier, won: boolean | undefined): void {
  tiers[tier].count += 1
  if (won === true) tiers[tier].won += 1
}

export function countHold(tally: Tally, hold: Hold | null, isScored: boolean): void {
  if (!isScored) tally.unscored += 1
  if (hold !== null) tally.held.set(hold, (tally.held.get(hold) ?? 0) + 1)
}
