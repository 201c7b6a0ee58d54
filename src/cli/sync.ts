import type { Config } from '#src/config.ts'
import type { PortalId } from '#src/ports.ts'
import { requestSync, syncPortal } from '#src/sync-portal.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { showSyncProgress } from './sync-progress.ts'
import { reportSync } from './sync-report.ts'
import { withRuntime } from './with-runtime.ts'

const CONCURRENCY = 4

export interface SyncCommand {
  readonly portal: PortalId
  readonly full: boolean
  readonly wait: boolean
}

/**
 * `leadwell sync <portal> [--full] [--wait]`. With --wait it takes part in the work and ends with
 * exit code 0 only when everything pending has been scored and written.
 */
export function runSync(
  config: Config,
  { portal, full, wait }: SyncCommand,
  output: Output,
  signal: AbortSignal,
): Promise<ExitCode> {
  return withRuntime(config, async (runtime) => {
    await runtime.store.portals.require(portal)
    if (!wait) {
      await requestSync(runtime, portal, full)
      output.object({ portal, requested: true })
      output.line(`Asked for a sync of ${portal}; a running "leadwell start" does the work.`)
      return EXIT.ok
    }
    await runtime.startWork({ concurrency: CONCURRENCY })
    const progress = showSyncProgress(output)
    try {
      const outcome = await syncPortal(runtime, portal, {
        full,
        signal,
        onLook: progress.bar(portal),
      })
      progress.stop()
      reportSync({ portal, ...outcome }, output)
      if (!outcome.settled)
        output.problem('Stopped before all was done; the next sync goes on from here.')
      return outcome.settled && outcome.tally.parked === 0 ? EXIT.ok : EXIT.incomplete
    } finally {
      progress.stop()
    }
  })
}
