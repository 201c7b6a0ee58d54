import { Presets, SingleBar } from 'cli-progress'
import type { Output } from './output.ts'

export interface CasesBar {
  readonly show: (read: number) => void
  readonly stop: () => void
}

/** Drawn on a terminal only. The total is of everybody scored; not all of them are looked at. */
export function showCasesProgress(output: Output, total: number): CasesBar {
  if (!output.interactive) return { show: () => undefined, stop: () => undefined }
  const bar = new SingleBar(
    {
      stream: output.stderr,
      format: '  {bar} {value} of about {total} people read',
      hideCursor: true,
      clearOnComplete: true,
      barsize: 30,
    },
    Presets.rect,
  )
  bar.start(Math.max(1, total), 0)
  return { show: (read) => bar.update(read), stop: () => bar.stop() }
}
