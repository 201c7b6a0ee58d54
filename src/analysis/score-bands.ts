import type { Maturity } from '../calibration/censoring.ts'
import type { OutcomeRecord } from '../calibration/outcome-record.ts'
import { edgeOf, scoreBandsOf } from '../calibration/score-bands-of.ts'
import { mergeSmallCells } from '../calibration/small-cells.ts'
import type { ScoreBand } from './results.ts'

const HIGHEST_SCORE = 100
/** About so many bars a person can take in. */
const WIDTH = 5

interface At {
  readonly maturity: Maturity
  readonly now: number
}

/**
 * Won and not won by score. The bands of each group of records are those its thresholds are proposed
 * from, or several of them together, so that the one says nothing the other does not; where groups
 * are shown together, only edges they share remain.
 */
export function scoreBands(
  groups: readonly (readonly OutcomeRecord[])[],
  at: At,
): readonly ScoreBand[] {
  const shown = groups.map((records) => blocksOf(records, at)).filter((own) => own.length > 0)
  const [first = [], ...others] = shown.map((blocks) => new Set(blocks.map(({ from }) => from)))
  const shared = [...first].filter((edge) => others.every((edges) => edges.has(edge)))
  const starts = spaced([0, ...shared.toSorted((a, b) => a - b).slice(1)])
  if (shown.length === 0) return []
  return starts.map((from, index) => {
    const next = starts[index + 1] ?? HIGHEST_SCORE + 1
    const own = shown.flat().filter((block) => block.from >= from && block.from < next)
    return { from, to: next - 1, won: sum(own, 0), notWon: sum(own, 1) }
  })
}

/** The same for the points of a card, which have no bounds of their own. */
export function cardScoreBands(
  points: ArrayLike<number>,
  outcome: Uint8Array,
): readonly ScoreBand[] {
  const counts = new Map<number, [won: number, notWon: number]>()
  outcome.forEach((won, row) => {
    const own = counts.get(points[row] ?? 0) ?? [0, 0]
    own[won === 1 ? 0 : 1] += 1
    counts.set(points[row] ?? 0, own)
  })
  const cells = [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([score, own]) => ({ groups: [String(score)], counts: own }))
  const blocks = mergeSmallCells(cells, 'ordered')
  const highest = Math.max(...counts.keys())
  return blocks.map((block, at) => {
    const next = blocks[at + 1]
    const to = next === undefined ? highest : edgeOf(next) - 1
    return { from: edgeOf(block), to, won: block.counts[0] ?? 0, notWon: block.counts[1] ?? 0 }
  })
}

interface Block {
  readonly from: number
  readonly counts: readonly number[]
}

/** The first begins at 0: nobody scores less. */
function blocksOf(records: readonly OutcomeRecord[], at: At): readonly Block[] {
  const { blocks } = scoreBandsOf(records, at)
  return blocks.map((block, place) => ({
    from: place === 0 ? 0 : edgeOf(block),
    counts: block.counts,
  }))
}

/** Edges that lie apart: whole bands are joined, none is cut. */
function spaced(edges: readonly number[]): readonly number[] {
  const kept: number[] = []
  for (const edge of edges) {
    const last = kept.at(-1)
    if (last === undefined || edge - last >= WIDTH) kept.push(edge)
  }
  return kept
}

function sum(blocks: readonly Block[], at: number): number {
  return blocks.reduce((total, { counts }) => total + (counts[at] ?? 0), 0)
}
