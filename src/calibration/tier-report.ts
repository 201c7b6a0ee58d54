import type { Maturity } from './censoring.ts'
import type { OutcomeRecord } from './outcome-record.ts'
import { reviewCases } from './review-cases.ts'
import { type Cells, type GroupOrder, mergeSmallGroups, nameOf } from './small-cells.ts'
import { countAnswers, type TierAnswers, tierAnswers } from './tier-answers.ts'
import { createRowFigures, type RowFigures, recordsIn, type Spend } from './tier-figures.ts'

type Dimension = 'tier' | 'audience' | 'segment' | 'source' | 'period'

export interface TierRow extends RowFigures {
  /** A tier, audience, …, several of them, or `other groups`. */
  readonly group: string
  readonly records: number
}

interface TierTable {
  readonly by: Dimension | 'all'
  /** None when there are fewer than eleven records. */
  readonly rows: readonly TierRow[]
}

export interface TierReport {
  readonly tables: readonly TierTable[]
  /** Ids of sales-ready records that were never won, spread over time; only where asked for. */
  readonly review?: readonly string[]
}

export interface TierReportOptions {
  readonly maturity: Maturity
  readonly now: number
  /** What was spent in the period of the records, by source, in any one currency. */
  readonly spend?: Spend
  /** How many cases a person asked to see. */
  readonly reviewCases?: number
}

/** What became of scored records, by each of the ways an organisation divides them. */
export function tierReport(
  records: readonly OutcomeRecord[],
  options: TierReportOptions,
): TierReport {
  const answers = tierAnswers(records, options.maturity, options.now)
  const tables = DIVISIONS.map((division) => tableOf(records, answers, division, options.spend))
  const asked = options.reviewCases ?? 0
  return asked > 0 ? { tables, review: reviewCases(records, asked, options) } : { tables }
}

interface Division {
  readonly by: TierTable['by']
  readonly order: GroupOrder
  readonly groupOf: (record: OutcomeRecord) => string
  /** Groups in their order, those without records too. */
  readonly groups?: (names: readonly string[]) => readonly string[]
}

const DIVISIONS: readonly Division[] = [
  { by: 'all', order: 'unordered', groupOf: () => 'all records' },
  {
    by: 'tier',
    order: 'ordered',
    groupOf: ({ tier }) => tier,
    groups: () => ['sales-ready', 'nurture', 'unqualified'],
  },
  { by: 'audience', order: 'unordered', groupOf: ({ audience }) => audience },
  { by: 'segment', order: 'unordered', groupOf: ({ segment }) => segment ?? 'no segment' },
  { by: 'source', order: 'unordered', groupOf: ({ source }) => source ?? 'unknown' },
  { by: 'period', order: 'ordered', groupOf: ({ scoredAt }) => monthOf(scoredAt), groups: months },
]

function tableOf(
  records: readonly OutcomeRecord[],
  answers: TierAnswers,
  { by, order, groupOf, groups }: Division,
  spend: Spend | undefined,
): TierTable {
  const names = records.map(groupOf)
  const rows = mergeSmallGroups(countAnswers(names, answers, groups?.(names)), order)
  const figures = createRowFigures({
    rows,
    order,
    names,
    delaysMs: answers.delaysMs,
    spendOf:
      by === 'all' ? () => allOf(spend) : spendBySource(rows, by === 'source' ? spend : undefined),
  })
  return {
    by,
    rows: rows.map((row) => ({
      group: nameOf(row, order),
      records: recordsIn(row),
      ...figures(row),
    })),
  }
}

function allOf(spend: Spend | undefined): number | undefined {
  return spend && Object.values(spend).reduce((total, amount) => total + amount, 0)
}

/** Money spent on sources that brought nobody belongs to the other groups, if there are any. */
function spendBySource(rows: readonly Cells[], spend: Spend | undefined) {
  const known = new Set(rows.flatMap(({ groups }) => groups))
  const idle = Object.entries(spend ?? {}).filter(([source]) => !known.has(source))
  const others = rows.find(({ groups }) => groups.length > 1)?.groups[0] ?? ''
  return ({ groups }: Cells): number | undefined => {
    if (spend === undefined || !groups.some((group) => group in spend)) return undefined
    const own = groups.reduce((total, group) => total + (spend[group] ?? 0), 0)
    return groups.includes(others)
      ? own + idle.reduce((total, [, amount]) => total + amount, 0)
      : own
  }
}

/** The UTC month, as `2026-11`. */
function monthOf(at: number): string {
  const date = new Date(at)
  return `${date.getUTCFullYear()}-${String(date.getUTCMonth() + 1).padStart(2, '0')}`
}

/** Every month from the first to the last of those named. */
function months(names: readonly string[]): readonly string[] {
  const present = [...new Set(names)].sort()
  const [first, last] = [present[0], present.at(-1)]
  const all: string[] = []
  if (first === undefined || last === undefined) return all
  const month = new Date(`${first}-01T00:00:00Z`)
  for (let name = first; name <= last; name = monthOf(month.getTime())) {
    all.push(name)
    month.setUTCMonth(month.getUTCMonth() + 1)
  }
  return all
}
