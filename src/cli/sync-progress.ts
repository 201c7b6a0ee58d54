import { Presets, SingleBar } from 'cli-progress'
import type { PortalId } from '#src/ports.ts'
import type { PortalTally } from '#src/store/store.ts'
import type { Output } from './output.ts'

export interface SyncProgress {
  show(tally: PortalTally): void
  stop(): void
}

/**
 * A bar of what is written against what has been scored so far; both grow while a portal is read.
 * Without a terminal, one line when the tenth, twentieth … part is reached would only clutter logs,
 * so nothing is drawn.
 */
export function showSyncProgress(portal: PortalId, output: Output): SyncProgress {
  if (!output.interactive) return { show: () => undefined, stop: () => undefined }
  const bar = new SingleBar(
    {
      stream: output.stderr,
      format: `  ${portal} {bar} {value}/{total} written · {records} read · {eta_formatted} left`,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50,
    },
    Presets.rect,
  )
  bar.start(1, 0, { records: 0 })
  return {
    show: ({ scored, held, written, records }) => {
      bar.setTotal(Math.max(1, scored + held, written))
      bar.update(written, { records })
    },
    stop: () => bar.stop(),
  }
}
