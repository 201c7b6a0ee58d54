import type { Config } from '#src/config.ts'
import type { PortalId } from '#src/ports.ts'
import { progressOf, reportRun } from '#src/run-report.ts'
import type { Run } from '#src/store/model-repositories.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { showRunReport } from './show-run-report.ts'
import { withRuntime } from './with-runtime.ts'

export interface RunsCommand {
  readonly portal: PortalId
  readonly limit: number
  readonly cancel: number | undefined
  readonly show: number | undefined
}

/** `leadwell runs <portal>`: the newest first; `--show` one with its report, `--cancel` the one that goes on. */
export function runRuns(
  config: Config,
  { portal, limit, cancel, show }: RunsCommand,
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async (runtime) => {
    const { store } = runtime
    await store.portals.require(portal)
    if (cancel !== undefined) {
      const run = await store.runs.cancel(portal, cancel, 'operator')
      output.object({ ...run })
      output.line(`Run ${run.id} is cancelled; ${run.scored} of ${run.total} were scored.`)
      return EXIT.ok
    }
    if (show !== undefined) {
      showRunReport(await reportRun(runtime, { portal, id: show }), output)
      return EXIT.ok
    }
    const runs = await store.runs.list(portal, { limit })
    for (const run of runs) output.object({ ...progressOf(run, runtime.now()), ...run })
    if (runs.length === 0) output.line('Nothing was ever scored again as a whole.')
    else showRuns(runs, runtime.now(), output)
    return EXIT.ok
  })
}

function showRuns(runs: readonly Run[], now: number, output: Output): void {
  output.table(
    ['run', 'kind', 'by', 'state', 'begun', 'scored', 'changed', 'a second', 'seconds left'],
    runs.map((run) => {
      const { rate, etaMs } = progressOf(run, now)
      const begun = new Date(run.startedAt).toISOString().slice(0, 16)
      const scored = `${run.scored}/${run.total}`
      const left = etaMs === undefined ? '?' : Math.ceil(etaMs / 1_000)
      return [
        run.id,
        run.kind,
        run.by,
        run.status,
        begun,
        scored,
        run.changed,
        Math.round(rate),
        left,
      ]
    }),
  )
}
