import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerEvent } from './answer.ts'
import type { RunStanding } from './services.ts'

interface WatchOptions {
  readonly lookEveryMs: number | undefined
  readonly signal: AbortSignal
}

const LOOK_EVERY_MS = 1000

/** `progress` with every look, `end` with the last; ends as well with the signal. */
export async function* watchRun(
  look: () => Promise<RunStanding>,
  { lookEveryMs = LOOK_EVERY_MS, signal }: WatchOptions,
): AsyncGenerator<ServerEvent> {
  while (!signal.aborted) {
    const data = await look()
    if (data.status !== 'running') {
      yield { event: 'end', data }
      return
    }
    yield { event: 'progress', data }
    await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined)
  }
}
