import { countCells, type Question, recount } from './outcome-cells.ts'
import type { OutcomeRecord } from './outcome-record.ts'
import { type Cells, isSafeCount } from './small-cells.ts'

/** What a rule does to the gap between a group's selection rate and the reference group's. */
export interface GapCause {
  readonly group: string
  readonly rule: string
  /** Selection rate less the reference's, −1 to 1, as it is and with the rule left out. */
  readonly gap: number
  readonly gapWithout: number
}

/** A merged group and what the report calls it. */
export interface NamedCells extends Cells {
  readonly name: string
}

/** A gap that changes by less than this, 0–1, is not worth a line. */
const WORTH_TELLING = 0.01

/**
 * Leaves each rule out in turn and selects as many records as before by what remains of their scores:
 * at the old cut-off leaving out any rule would close every gap, as fewer of all would be selected.
 * A rule is not spoken of where the records it moves in or out are too few to show.
 */
export function gapCauses(
  records: readonly OutcomeRecord[],
  groupOf: (record: OutcomeRecord) => string,
  groups: readonly NamedCells[],
  reference: string,
  cutOff: number,
): readonly GapCause[] {
  const rules = new Set<string>()
  for (const { points } of records) for (const rule of Object.keys(points)) rules.add(rule)
  return [...rules]
    .sort()
    .flatMap((rule) => {
      const question = leavingOut(rule, records, cutOff)
      const cells = recount(groups, countCells(records, groupOf, question))
      return cells.every(({ counts }) => counts.every(isSafeCount))
        ? gapsOf(rule, groups, cells, reference)
        : []
    })
    .filter(({ gap, gapWithout }) => Math.abs(gap - gapWithout) >= WORTH_TELLING)
    .sort((a, b) => widening(b) - widening(a))
}

/** Selected both ways, only with the rule, only without it, neither way. */
function leavingOut(rule: string, records: readonly OutcomeRecord[], cutOff: number): Question {
  const without = ({ score, points }: OutcomeRecord) => score - (points[rule] ?? 0)
  const as = records.filter(({ score }) => score >= cutOff).length
  const lower = cutOffFor(as, records.map(without))
  return {
    answers: 4,
    answerOf: (record) => (record.score >= cutOff ? 0 : 2) + (without(record) >= lower ? 0 : 1),
  }
}

/** The cut-off that selects as near to so many as ties allow. */
function cutOffFor(wanted: number, scores: readonly number[]): number {
  const sorted = scores.toSorted((a, b) => b - a)
  const edge = sorted[wanted - 1]
  if (edge === undefined) return Number.POSITIVE_INFINITY
  const over = sorted.findLastIndex((score) => score >= edge) + 1
  const under = sorted.findIndex((score) => score <= edge)
  if (over - wanted <= wanted - under) return edge
  return sorted[under - 1] ?? Number.POSITIVE_INFINITY
}

function gapsOf(
  rule: string,
  groups: readonly NamedCells[],
  cells: readonly Cells[],
  reference: string,
): readonly GapCause[] {
  const rates = cells.map((cell, at) => {
    const [both = 0, lost = 0, gained = 0, neither = 0] = cell.counts
    const of = both + lost + gained + neither
    return {
      group: groups[at]?.name ?? '',
      now: (both + lost) / of,
      without: (both + gained) / of,
    }
  })
  const base = rates.find(({ group }) => group === reference)
  if (base === undefined) return []
  return rates
    .filter((rate) => rate !== base)
    .map(({ group, now, without }) => ({
      group,
      rule,
      gap: now - base.now,
      gapWithout: without - base.without,
    }))
}

/** By how much the rule makes the groups differ more; negative where it makes them differ less. */
function widening({ gap, gapWithout }: GapCause): number {
  return Math.abs(gap) - Math.abs(gapWithout)
}
