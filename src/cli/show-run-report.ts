import type { RunReport } from '#src/run-report.ts'
import type { Output } from './output.ts'

const TIERS = ['sales-ready', 'nurture', 'unqualified', 'none'] as const

/** What a run came to: the matrix of tiers, what failed and why, time and calls. */
export function showRunReport(report: RunReport, output: Output): void {
  const { run, ms, scored, changed, tiers, failures, written, writeCalls } = report
  output.object({ ...run, ms, tiers, failures, written, writeCalls })
  output.table(
    ['from / to', ...TIERS],
    TIERS.map((from) => [from, ...TIERS.map((to) => tiers[`${from}>${to}`] ?? 0)]),
  )
  output.table(
    [`run ${run.id} of ${run.portal}`, run.status],
    [
      ['kind', `${run.kind}, by ${run.by}`],
      ['people scored', `${scored} of ${run.total}`],
      ['to be written', changed],
      ['written so far', written],
      ['write calls so far', writeCalls],
      ['seconds', (ms / 1_000).toFixed(1)],
      ...Object.entries(failures).map(([code, count]) => [`not scored: ${code}`, count]),
    ],
  )
}
