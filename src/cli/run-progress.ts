import { Presets, SingleBar } from 'cli-progress'
import type { RunProgress } from '#src/run-report.ts'
import type { Output } from './output.ts'

export interface RunBar {
  show(progress: RunProgress): void
  stop(): void
}

/** Drawn on a terminal only: in a log it would be clutter. */
export function showRunProgress(output: Output): RunBar {
  if (!output.interactive) return { show: () => undefined, stop: () => undefined }
  const bar = new SingleBar(
    {
      stream: output.stderr,
      format: '  {bar} {value}/{total} scored · {changed} changed · {rate}/s · {left} left',
      hideCursor: true,
      clearOnComplete: true,
      barsize: 30,
    },
    Presets.rect,
  )
  bar.start(1, 0, { changed: 0, rate: 0, left: '?' })
  return {
    show: ({ total, scored, changed, rate, etaMs }) => {
      bar.setTotal(Math.max(1, total))
      const left = etaMs === undefined ? '?' : `${Math.ceil(etaMs / 1_000)} s`
      bar.update(scored, { changed, rate: Math.round(rate), left })
    },
    stop: () => bar.stop(),
  }
}
