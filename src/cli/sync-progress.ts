import { MultiBar, Presets } from 'cli-progress'
import type { PortalId } from '#src/ports.ts'
import type { PortalTally } from '#src/store/store.ts'
import type { Output } from './output.ts'

export interface SyncProgress {
  /** A bar for one portal; call what it returns with every look at the store. */
  bar(portal: PortalId): (tally: PortalTally) => void
  stop(): void
}

/**
 * Bars of what is written against what has been decided so far; both grow while a portal is read.
 * Drawn on a terminal only: in a log they would be clutter.
 */
export function showSyncProgress(output: Output): SyncProgress {
  if (!output.interactive) return { bar: () => () => undefined, stop: () => undefined }
  const bars = new MultiBar(
    {
      stream: output.stderr,
      format: '  {portal} {bar} {value}/{total} written · {records} read',
      hideCursor: true,
      clearOnComplete: true,
      barsize: 30,
    },
    Presets.rect,
  )
  return {
    bar: (portal) => {
      const bar = bars.create(1, 0, { portal: portal.padEnd(30), records: 0 })
      return ({ written, pending, parked, records }) => {
        bar.setTotal(Math.max(1, written + pending + parked))
        bar.update(written, { records })
      }
    },
    stop: () => bars.stop(),
  }
}
