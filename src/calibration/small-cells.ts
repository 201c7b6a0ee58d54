/**
 * Nothing personal in a report. A report shows counts of groups of records, and a count of 1–10 can
 * be somebody. Groups are merged until no count is that small, so what is shown is a partition: every
 * sum and difference a reader can form is again made of counts of none or of at least eleven.
 * (Hiding single counts instead would let totals give them back.)
 *
 * Each report is safe by itself. Two reports over overlapping records, such as one of last week and
 * one of last week and a day, can still be subtracted from one another: publish one, not both.
 */

/** The fewest records a count may stand for, as in the cell-size policy of the CMS. */
export const SMALLEST_CELL = 11
/** The most that may not be told apart from none. */
export const MOST_HIDDEN = SMALLEST_CELL - 1

/** Some groups of records taken together, and how many of them fall into each of a list of categories that exclude one another. */
export interface Cells {
  readonly groups: readonly string[]
  readonly counts: readonly number[]
}

/** Groups that have neighbours (tiers, months, scores) are merged with those, others with any. */
export type GroupOrder = 'ordered' | 'unordered'

export const OTHER_GROUPS = 'other groups'

export function isSafeCount(count: number): boolean {
  return count === 0 || count >= SMALLEST_CELL
}

/** A count that could be somebody is shown as none. */
export function shownCount(count: number): number {
  return isSafeCount(count) ? count : 0
}

/**
 * Merges groups with too few records: the rows of a table. Empty when all together are too few. All
 * small unordered groups become one.
 */
export function mergeSmallGroups(cells: readonly Cells[], order: GroupOrder): readonly Cells[] {
  const total = (cell: Cells) => [sum(cell.counts)]
  if (order === 'ordered') return merge(cells, order, total)
  const present = cells.filter((cell) => sum(cell.counts) > 0)
  const small = present.filter((cell) => !isSafe(cell, total))
  const rest = present.filter((cell) => isSafe(cell, total))
  const merged = merge(small.length > 0 ? [...rest, small.reduce(join)] : rest, order, total)
  return merged.toSorted(byNameableAndSize)
}

/**
 * Merges groups until every category of every group counts none or enough. Given the result of an
 * earlier merging it only merges further, which is what makes two tables of the same categories safe
 * together. Empty when not even all groups together can be shown.
 */
export function mergeSmallCells(cells: readonly Cells[], order: GroupOrder): readonly Cells[] {
  return merge(cells, order, (cell) => cell.counts)
}

/** What a merged group is called. */
export function nameOf({ groups }: Cells, order: GroupOrder): string {
  const [first, last] = [groups[0] ?? OTHER_GROUPS, groups.at(-1)]
  if (groups.length === 1 || last === undefined) return first
  if (order === 'unordered') return OTHER_GROUPS
  return groups.length === 2 ? `${first} and ${last}` : `${first} to ${last}`
}

/** The names of the rows a further merged group is made of. */
export function namesOver(
  rows: readonly Cells[],
  block: Cells,
  order: GroupOrder,
): readonly string[] {
  const members = new Set(block.groups)
  return rows
    .filter(({ groups }) => groups.some((group) => members.has(group)))
    .map((row) => nameOf(row, order))
}

type Look = (cell: Cells) => readonly number[]

function merge(cells: readonly Cells[], order: GroupOrder, look: Look): readonly Cells[] {
  const blocks = [...cells]
  for (;;) {
    const worst = smallest(blocks, (block) => !isSafe(block, look))
    if (worst === undefined) return blocks
    const partner = partnerOf(blocks, worst, order, look)
    if (partner === undefined) return []
    const [at, gone] = [Math.min(worst, partner), Math.max(worst, partner)]
    const [first, second] = [blocks[at], blocks[gone]]
    if (first === undefined || second === undefined) return []
    blocks.splice(gone, 1)
    blocks[at] = join(first, second)
  }
}

/** Another block that is unsafe too, as both may be well together, else the one that loses least. */
function partnerOf(
  blocks: readonly Cells[],
  worst: number,
  order: GroupOrder,
  look: Look,
): number | undefined {
  const near = (at: number) => at !== worst && (order === 'unordered' || Math.abs(at - worst) === 1)
  return (
    smallest(blocks, (block, at) => near(at) && !isSafe(block, look)) ??
    smallest(blocks, (_, at) => near(at))
  )
}

function smallest(
  blocks: readonly Cells[],
  among: (block: Cells, at: number) => boolean,
): number | undefined {
  let found: number | undefined
  let least = Number.POSITIVE_INFINITY
  blocks.forEach((block, at) => {
    if (among(block, at) && sum(block.counts) < least) {
      found = at
      least = sum(block.counts)
    }
  })
  return found
}

/**
 * Eleven groups known to exist that together are eleven records are one each, and ten times as many
 * are ten each: such sums give every part away.
 */
function isSafe(cell: Cells, look: Look): boolean {
  const [total, parts] = [sum(cell.counts), cell.groups.length]
  const pinned = parts > 1 && (total === parts || total === parts * (SMALLEST_CELL - 1))
  return !pinned && look(cell).every(isSafeCount)
}

/** Largest first, other groups last: their place must not tell whom they swallowed. */
function byNameableAndSize(one: Cells, two: Cells): number {
  const merged = Number(one.groups.length > 1) - Number(two.groups.length > 1)
  return merged || sum(two.counts) - sum(one.counts)
}

function join(one: Cells, two: Cells): Cells {
  return {
    groups: [...one.groups, ...two.groups],
    counts: one.counts.map((count, at) => count + (two.counts[at] ?? 0)),
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
