import { analysePortal } from '#src/analysis/analyse-portal.ts'
import type { Config } from '#src/config.ts'
import { PermanentError } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'
import { showCasesProgress } from './cases-progress.ts'
import { parseDate } from './csv/typed-value.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { readSpend } from './read-spend.ts'
import { type AnalysisFiles, showAnalyses } from './show-analysis.ts'
import { withRuntime } from './with-runtime.ts'

export interface ReportOptions extends AnalysisFiles {
  /** A date: only who was scored from then on. */
  readonly since?: string | undefined
  /** `paid-search=1200,social=800`, or a CSV file of sources and amounts. */
  readonly spend?: string | undefined
  /** How many cases to name. */
  readonly review?: number | undefined
}

/** `leadwell report <portal>`: what became of everybody who was scored. */
export async function runReport(
  config: Config,
  portal: PortalId,
  { since, spend, review, html, csv }: ReportOptions,
  output: Output,
  signal: AbortSignal,
): Promise<ExitCode> {
  const from = since === undefined ? undefined : dateOf(since)
  return await withRuntime(config, async (runtime) => {
    const { store, allowListFor } = runtime
    await store.portals.require(portal)
    const request = {
      kind: 'report',
      since: from,
      spend: spend === undefined ? undefined : await readSpend(spend, await allowListFor(portal)),
    } as const
    const bar = showCasesProgress(output, (await store.intents.tally(portal)).scored)
    const results = await analysePortal(runtime, portal, request, {
      signal,
      reviewCases: review,
      onCases: bar.show,
    }).finally(bar.stop)
    await showAnalyses(results, { html, csv }, output)
    for (const result of results) {
      if (result.kind === 'report' && result.segments.kept.length > 0) {
        output.line(`To name segments and have them written: leadwell segments ${portal}`)
      }
      // Ids of cases to review are shown here and never kept.
      await store.analyses.keep(portal, { request, by: 'operator', result })
    }
    return EXIT.ok
  })
}

function dateOf(text: string): number {
  const at = parseDate(text)
  if (at !== undefined) return at
  throw new PermanentError('usage', '--since is no date.', 'Write it like 2026-01-31.')
}
