import { Worker } from 'node:worker_threads'
import { PermanentError, TransientError } from '../errors.ts'
import type { Case } from '../outcomes/case.ts'
import type { ThreadAnswer, ThreadPage, ThreadStart } from './analysis-messages.ts'
import type { WorkedOut } from './analysis-work.ts'

export interface RunOptions {
  readonly signal?: AbortSignal | undefined
  /** Told how many cases were taken in so far. */
  readonly onCases?: ((count: number) => void) | undefined
}

/**
 * Works an analysis out in a thread of its own, so that whoever serves events is never held up. Pages
 * go over one at a time: this thread never holds more than one. Throws TransientError
 * `analysis-stopped` once the signal says so.
 */
export async function runInThread(
  start: ThreadStart,
  pages: AsyncIterable<readonly Case[]>,
  { signal, onCases }: RunOptions = {},
): Promise<WorkedOut> {
  const worker = new Worker(new URL('./analysis-thread.ts', import.meta.url), { workerData: start })
  // Unheard it would end the process; whoever waits for the answer hears of the end.
  worker.on('error', () => undefined)
  const stop = (): void => void worker.terminate()
  signal?.addEventListener('abort', stop)
  try {
    let count = 0
    for await (const cases of pages) {
      await ask(worker, { cases }, signal)
      count += cases.length
      onCases?.(count)
    }
    const answer = await ask(worker, { cases: undefined }, signal)
    if ('workedOut' in answer) return answer.workedOut
    throw ended(signal)
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

function ask(
  worker: Worker,
  page: ThreadPage,
  signal: AbortSignal | undefined,
): Promise<ThreadAnswer> {
  return new Promise((resolve, reject) => {
    if (worker.threadId < 0 || signal?.aborted === true) return reject(ended(signal))
    const onExit = (): void => {
      worker.off('message', onMessage)
      reject(ended(signal))
    }
    const onMessage = (answer: ThreadAnswer): void => {
      worker.off('message', onMessage).off('exit', onExit)
      if ('failed' in answer) reject(notDone(answer.failed))
      else resolve(answer)
    }
    worker.on('message', onMessage).on('exit', onExit)
    worker.postMessage(page)
  })
}

function ended(signal: AbortSignal | undefined): TransientError | PermanentError {
  if (signal?.aborted === true) {
    return new TransientError('analysis-stopped', 'The analysis was stopped before it was done.')
  }
  return notDone('analysis-thread-ended')
}

/** The same cases would end the same way. */
function notDone(code: string): PermanentError {
  return new PermanentError(code, 'The analysis could not be worked out.')
}
