import { setTimeout as sleep } from 'node:timers/promises'
import { beginRescore } from '#src/begin-rescore.ts'
import type { Config } from '#src/config.ts'
import type { PortalId } from '#src/ports.ts'
import { progressOf, reportRun } from '#src/run-report.ts'
import type { Runtime } from '#src/runtime.ts'
import type { Run } from '#src/store/model-repositories.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { showRunProgress } from './run-progress.ts'
import { showRunReport } from './show-run-report.ts'
import { withRuntime } from './with-runtime.ts'

const CONCURRENCY = 4
const LOOK_EVERY_MS = 200

export interface RescoreCommand {
  readonly portal: PortalId
  readonly wait: boolean
}

/**
 * `leadwell rescore <portal> [--wait]`: every stored person scored again by the models in force. What
 * differs is written afterwards, within the CRM's quota.
 */
export function runRescore(
  config: Config,
  { portal, wait }: RescoreCommand,
  output: Output,
  signal: AbortSignal,
): Promise<ExitCode> {
  return withRuntime(config, async (runtime) => {
    const begun = await beginRescore(runtime, portal, 'operator')
    if (!wait) {
      output.object({ portal, run: begun.id, total: begun.total })
      output.line(`Run ${begun.id} of ${portal} begun; a running "leadwell start" does the work.`)
      return EXIT.ok
    }
    await runtime.startWork({ concurrency: CONCURRENCY })
    const ended = await untilEnded(runtime, begun, output, signal)
    showRunReport(await reportRun(runtime, { portal, id: begun.id }), output)
    if (ended.status === 'running') {
      output.problem('Stopped before all was scored; a running "leadwell start" goes on from here.')
    }
    return ended.status === 'done' ? EXIT.ok : EXIT.incomplete
  })
}

async function untilEnded(
  { store, now }: Runtime,
  { portal, id }: Run,
  output: Output,
  signal: AbortSignal,
): Promise<Run> {
  const bar = showRunProgress(output)
  try {
    for (;;) {
      const run = await store.runs.get(portal, id)
      bar.show(progressOf(run, now()))
      if (run.status !== 'running' || signal.aborted) return run
      await sleep(LOOK_EVERY_MS)
    }
  } finally {
    bar.stop()
  }
}
