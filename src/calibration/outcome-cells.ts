import { type Maturity, type Standing, standingOf } from './censoring.ts'
import { type Rate, rateOf } from './figures.ts'
import type { OutcomeRecord } from './outcome-record.ts'
import type { Cells } from './small-cells.ts'

/** The categories of outcome, in the order their counts are kept. */
const STANDINGS: readonly Standing[] = ['won', 'not-won', 'too-young']

/** A question with a closed list of answers, each record having one. */
export interface Question {
  readonly answers: number
  /** From 0. */
  readonly answerOf: (record: OutcomeRecord) => number
}

/** How records stand, as a question. */
export function outcomeQuestion(maturity: Maturity, now: number): Question {
  return {
    answers: STANDINGS.length,
    answerOf: (record) => STANDINGS.indexOf(standingOf(record, maturity, now)),
  }
}

/** The close rate of counts by outcome: won of those old enough to know. */
export function closeRate([won = 0, notWon = 0]: readonly number[]): Rate | undefined {
  return rateOf(won, won + notWon)
}

/** Counts of the answers by group. `groups` gives the order, and the groups that have no records. */
export function countCells(
  records: readonly OutcomeRecord[],
  groupOf: (record: OutcomeRecord) => string,
  question: Question,
  groups: readonly string[] = [],
): readonly Cells[] {
  const counts = new Map(groups.map((group) => [group, none(question)]))
  for (const record of records) {
    const group = groupOf(record)
    const own = counts.get(group) ?? none(question)
    const answer = question.answerOf(record)
    own[answer] = (own[answer] ?? 0) + 1
    counts.set(group, own)
  }
  return [...counts].map(([group, own]) => ({ groups: [group], counts: own }))
}

function none({ answers }: Question): number[] {
  return Array.from({ length: answers }, () => 0)
}

/** The counts of finer cells summed over the groups of each coarser one. */
export function recount(coarse: readonly Cells[], fine: readonly Cells[]): readonly Cells[] {
  const homes = new Map(coarse.flatMap(({ groups }, at) => groups.map((group) => [group, at])))
  const width = fine[0]?.counts.length ?? 0
  const sums = coarse.map(() => Array.from({ length: width }, () => 0))
  for (const { groups, counts } of fine) {
    const home = sums[homes.get(groups[0] ?? '') ?? -1]
    counts.forEach((count, at) => {
      if (home !== undefined) home[at] = (home[at] ?? 0) + count
    })
  }
  return coarse.map(({ groups }, at) => ({ groups, counts: sums[at] ?? [] }))
}
