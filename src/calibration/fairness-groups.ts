import { type Maturity, standingOf } from './censoring.ts'
import type { NamedCells } from './fairness-causes.ts'
import { type Rate, rateOf } from './figures.ts'
import { countCells, type Question, recount } from './outcome-cells.ts'
import type { OutcomeRecord } from './outcome-record.ts'
import { type Cells, mergeSmallCells, mergeSmallGroups, namesOver } from './small-cells.ts'
import { fitLogisticLine, type LogisticLine, type Trial } from './statistics/logistic-line.ts'

/** How one group fares. Rates carry 95 % intervals. */
export interface GroupFigures {
  readonly group: string
  readonly records: number
  /** Selected, of all. */
  readonly selection: Rate
  /** Selected, of those won (the true-positive rate), of the groups `over` together. */
  readonly truePositive: OverGroups | undefined
  /** Won of those old enough to know, and what their scores promised: alike when the score means the same for all. */
  readonly calibration: (OverGroups & { readonly promised: number | undefined }) | undefined
  /** The selection rate as a multiple of the reference group's. */
  readonly ratioToReference?: number
  readonly belowFourFifths?: boolean
}

interface OverGroups extends Rate {
  readonly over: readonly string[]
}

interface Options {
  readonly maturity: Maturity
  readonly now: number
  readonly cutOff: number
}

interface GroupResult {
  /** The groups as merged for selection, one for each of `figures`. */
  readonly cells: readonly NamedCells[]
  readonly figures: readonly GroupFigures[]
}

const SCORE_BAND = 10

/**
 * Groups are first merged for selection, then further for outcomes: every count of the second is a
 * sum of the first, so the two together tell no more than either.
 */
export function groupFigures(
  records: readonly OutcomeRecord[],
  groupOf: (record: OutcomeRecord) => string,
  options: Options,
): GroupResult {
  const selected = countCells(records, groupOf, selectionQuestion(options.cutOff))
  const rows = mergeSmallGroups(selected, 'unordered')
  const cells = mergeSmallCells(rows, 'unordered').map((cell) => ({
    ...cell,
    name: namesOver(rows, cell, 'unordered').join(' and '),
  }))
  const joint = recount(cells, countCells(records, groupOf, jointQuestion(options)))
  const blocks = mergeSmallCells(joint, 'unordered')
  const promisedBy = promises(records, groupOf, blocks, options)
  const figures = cells.flatMap((cell) => {
    const [yes = 0, no = 0] = cell.counts
    const selection = rateOf(yes, yes + no)
    const block = blocks.find(({ groups }) => groups.includes(cell.groups[0] ?? ''))
    if (selection === undefined) return []
    return [
      {
        group: cell.name,
        records: yes + no,
        selection,
        ...outcomesOf(block, rows, block && promisedBy(block)),
      },
    ]
  })
  return { cells, figures }
}

function selectionQuestion(cutOff: number): Question {
  return { answers: 2, answerOf: ({ score }) => (score >= cutOff ? 0 : 1) }
}

/** Selected won, not won, too young; then the same of those not selected. */
function jointQuestion({ maturity, now, cutOff }: Options): Question {
  const standings = { won: 0, 'not-won': 1, 'too-young': 2 } as const
  return {
    answers: 6,
    answerOf: (record) =>
      standings[standingOf(record, maturity, now)] + (record.score >= cutOff ? 0 : 3),
  }
}

function outcomesOf(
  block: Cells | undefined,
  rows: readonly Cells[],
  promised: number | undefined,
): Pick<GroupFigures, 'truePositive' | 'calibration'> {
  if (block === undefined) return { truePositive: undefined, calibration: undefined }
  const over = namesOver(rows, block, 'unordered')
  const [hit = 0, lost = 0, , missed = 0, rightly = 0] = block.counts
  const truePositive = rateOf(hit, hit + missed)
  const closing = rateOf(hit + missed, hit + lost + missed + rightly)
  return {
    truePositive: truePositive && { ...truePositive, over },
    calibration: closing && { ...closing, over, promised },
  }
}

/** The mean close rate a block's scores promise by one line fitted to everybody, in bands of ten points. */
function promises(
  records: readonly OutcomeRecord[],
  groupOf: (record: OutcomeRecord) => string,
  blocks: readonly Cells[],
  { maturity, now }: Options,
): (block: Cells) => number | undefined {
  const known = records.filter((record) => standingOf(record, maturity, now) !== 'too-young')
  const line = lineThrough(known)
  const homes = new Map(blocks.flatMap((block) => block.groups.map((group) => [group, block])))
  const sums = new Map<Cells, { chance: number; of: number }>()
  for (const record of known) {
    const block = homes.get(groupOf(record))
    if (block === undefined || line === undefined) continue
    const sum = sums.get(block) ?? { chance: 0, of: 0 }
    sum.chance += line.chanceAt(bandMiddle(record.score))
    sum.of += 1
    sums.set(block, sum)
  }
  return (block) => {
    const sum = sums.get(block)
    return sum && Math.round((sum.chance / sum.of) * 1000) / 1000
  }
}

function lineThrough(known: readonly OutcomeRecord[]): LogisticLine | undefined {
  const trials = new Map<number, Trial>()
  for (const { score, outcome } of known) {
    const x = bandMiddle(score)
    const { won, of } = trials.get(x) ?? { won: 0, of: 0 }
    trials.set(x, { x, won: won + (outcome === 'won' ? 1 : 0), of: of + 1 })
  }
  return fitLogisticLine([...trials.values()])
}

function bandMiddle(score: number): number {
  return Math.min(9, Math.floor(score / SCORE_BAND)) * SCORE_BAND + SCORE_BAND / 2
}
