import type { BinningOptions } from './bin.ts'

export interface Tally {
  readonly rows: number
  readonly wins: number
}

/** Neighbours merged into one: positions `start` to below `end` of the list given. */
export interface Merged extends Tally {
  readonly start: number
  readonly end: number
}

type MergeOptions = Pick<BinningOptions, 'leastGain' | 'leastBins' | 'mostBins'> & {
  readonly floorRows: number
}

/**
 * Merges the two neighbours that differ least until every group is large enough and all that are left
 * differ enough, or no more than the least are left.
 */
export function mergeBins(tallies: readonly Tally[], options: MergeOptions): readonly Merged[] {
  const groups: Merged[] = tallies.map((tally, start) => ({ ...tally, start, end: start + 1 }))
  while (groups.length > 1) {
    const at = nextMerge(groups, options)
    const [left, right] = [groups[at], groups[at + 1]]
    if (left === undefined || right === undefined) break
    groups.splice(at, 2, {
      start: left.start,
      end: right.end,
      rows: left.rows + right.rows,
      wins: left.wins + right.wins,
    })
  }
  return groups
}

/** Position of the left one of the next pair to merge; -1 where none is. */
function nextMerge(groups: readonly Merged[], options: MergeOptions): number {
  const gains = groups.slice(1).map((right, index) => gainOfSplit(groups[index] ?? right, right))
  const small = groups.findIndex(({ rows }) => rows < options.floorRows)
  if (small !== -1) {
    const before = gains[small - 1] ?? Infinity
    return before < (gains[small] ?? Infinity) ? small - 1 : Math.min(small, groups.length - 2)
  }
  if (groups.length <= options.leastBins) return -1
  const least = Math.min(...gains)
  const enough = least >= options.leastGain && groups.length <= options.mostBins
  return enough ? -1 : gains.indexOf(least)
}

/** By how much two rates explain the outcomes better than one, in nats. */
function gainOfSplit(left: Tally, right: Tally): number {
  const rows = left.rows + right.rows
  return fit(left) + fit(right) - fit({ rows, wins: left.wins + right.wins })
}

function fit({ rows, wins }: Tally): number {
  const losses = rows - wins
  const part = (count: number): number => (count === 0 ? 0 : count * Math.log(count / rows))
  return part(wins) + part(losses)
}
