import type { ReportResult } from '#src/analysis/results.ts'
import type { TierRow } from '#src/calibration/tier-report.ts'
import type { Chart } from '../charts/chart.ts'
import type { Cell, Quantity, Section } from '../document.ts'
import { decimal, sharedRate, whole, withoutEmptyColumns } from './cells.ts'

type TierTable = ReportResult['report']['tables'][number]

const TITLES = {
  all: 'All records',
  tier: 'By tier',
  audience: 'By audience',
  segment: 'By segment',
  source: 'By source',
  period: 'By month',
} as const satisfies Record<TierTable['by'], string>

const HEAD = [
  'Group',
  'Records',
  'Contacted',
  'Within five minutes',
  'Median minutes to contact',
  'Meeting booked',
  'Sales-ready',
  'Won',
  'Too young to know',
  'Cost per lead',
  'Cost per sales-ready',
  'Cost per win',
]

/** What became of the records, by each way of dividing them. */
export function tierSections({ report }: ReportResult): readonly Section[] {
  return report.tables
    .filter(({ rows }) => rows.length > 0)
    .filter(({ by, rows }) => by === 'all' || by === 'tier' || rows.length > 1)
    .map((table) => ({
      title: TITLES[table.by],
      sentences: table.by === 'all' ? [IN_WORDS] : [],
      table: withoutEmptyColumns({
        head: HEAD,
        rows: table.rows.map((row) => rowOf(row, table.by)),
      }),
      charts: table.by === 'tier' ? [tierChart(table)] : [],
    }))
}

const IN_WORDS =
  'Within five minutes is of those contacted, won is of those old enough to know, everything else is of all records. Fewer than eleven records are never shown by themselves: their rows are taken together.'

function rowOf(row: TierRow, by: TierTable['by']): readonly Cell[] {
  return [
    row.group,
    whole(row.records),
    sharedRate(row.contacted),
    sharedRate(row.contactedInTime),
    row.medianMinutesToContact === undefined ? undefined : whole(row.medianMinutesToContact),
    sharedRate(row.booked),
    // Of a tier it is all or none.
    by === 'tier' ? undefined : sharedRate(row.qualified),
    sharedRate(row.won),
    row.tooYoung === undefined ? undefined : whole(row.tooYoung),
    money(row.costPerLead),
    money(row.costPerQualified),
    money(row.costPerWon),
  ]
}

function money(value: number | undefined): Quantity | undefined {
  return value === undefined ? undefined : decimal(value, 2)
}

function tierChart({ rows }: TierTable): Chart {
  return {
    kind: 'tiers',
    title: 'Records and wins by tier',
    description:
      'For each tier, how many records it holds, and which share of those old enough to know was won, with 95 % intervals.',
    tiers: rows.map(({ group, records, won }) => ({ tier: group, records, won })),
  }
}
