import { checkDrift } from '#src/analysis/check-drift.ts'
import { keptDrift } from '#src/analysis/kept-drift.ts'
import type { Config } from '#src/config.ts'
import type { PortalId } from '#src/ports.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { type AnalysisFiles, showAnalyses } from './show-analysis.ts'
import { withRuntime } from './with-runtime.ts'

export interface DriftCommand extends AnalysisFiles {
  readonly portal: PortalId
  readonly check: boolean
}

/** `leadwell drift <portal> [--check]`: what has moved since each model's baseline; exit code 3 on alarms. */
export function runDrift(
  config: Config,
  { portal, check, html, csv }: DriftCommand,
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async ({ store, now, log, deciders: { modelsFor } }) => {
    await store.portals.require(portal)
    const kept = check ? undefined : await keptDrift(store, portal)
    // Nobody has looked yet: that is no reason to send a person away.
    const result = kept ?? (await checkDrift({ store, now, log, modelsFor }, portal))
    await showAnalyses([result], { html, csv }, output)
    const alarmed = result.models.some(({ findings }) =>
      findings.some(({ level }) => level === 'alarm'),
    )
    return alarmed ? EXIT.incomplete : EXIT.ok
  })
}
