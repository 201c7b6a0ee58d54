import type { Tier } from '../ports.ts'
import { TIERS } from './drift-snapshot.ts'
import { type Cells, mergeSmallCells } from './small-cells.ts'
import type { Proportion } from './statistics/proportions.ts'

/** Disjoint counts of the same thing then and now. */
export interface ThenAndNow {
  readonly groups: readonly string[]
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/** Counts by tier, merged until both times can be shown: an alarm compares like with like. */
export function tiersThenAndNow(
  before: (tier: Tier) => readonly number[],
  after: (tier: Tier) => readonly number[],
): readonly ThenAndNow[] {
  return thenAndNow(
    TIERS.map((tier) => ({ groups: [tier], before: before(tier), after: after(tier) })),
  )
}

/** Neighbours are merged; none when not even all together can be shown. */
export function thenAndNow(cells: readonly ThenAndNow[]): readonly ThenAndNow[] {
  const width = cells[0]?.before.length ?? 0
  const both: readonly Cells[] = cells.map(({ groups, before, after }) => ({
    groups,
    counts: [...before, ...after],
  }))
  return mergeSmallCells(both, 'ordered').map(({ groups, counts }) => ({
    groups,
    before: counts.slice(0, width),
    after: counts.slice(width),
  }))
}

/** The first count of the first two. */
export function firstOfTwo([one = 0, two = 0]: readonly number[]): Proportion {
  return { count: one, of: one + two }
}
