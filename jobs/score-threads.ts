import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { TransientError } from '#src/errors.ts'
import type { RescoredRows, RowsToScore } from './rescore-rows.ts'
import {
  nameOf,
  type RunModels,
  type StandingModels,
  type ThreadAnswer,
  type ThreadInput,
} from './thread-messages.ts'

export interface ScoreThreads {
  score(models: RunModels, rows: RowsToScore): Promise<RescoredRows>
  /** Whom the models before and after leave as they are. */
  standing(models: RunModels): Promise<StandingModels>
}

/** A portal of a million is scored by two; the rest of the machine belongs to the database. */
const MOST = 2
const IDLE_MS = 30_000

interface Thread {
  readonly worker: Worker
  busy: boolean
  idle: NodeJS.Timeout | undefined
}

/**
 * Threads that score chunks, so that the one that serves events is never held up. They start with the
 * first chunk and end when there has been nothing to do for a while; none keeps the process alive.
 */
export function createScoreThreads(most = Math.min(MOST, availableParallelism())): ScoreThreads {
  const threads: Thread[] = []
  const waiting: (() => void)[] = []

  const start = (): Thread => {
    const worker = new Worker(new URL('./score-thread.ts', import.meta.url))
    worker.unref()
    const thread: Thread = { worker, busy: true, idle: undefined }
    threads.push(thread)
    worker.once('exit', () => threads.splice(threads.indexOf(thread), 1))
    // Unheard it would end the process; whoever waits for the answer hears it too.
    worker.on('error', () => undefined)
    return thread
  }
  const take = async (): Promise<Thread> => {
    for (;;) {
      const free = threads.find(({ busy }) => !busy)
      if (free !== undefined) {
        clearTimeout(free.idle)
        free.busy = true
        return free
      }
      if (threads.length < most) return start()
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
  const give = (thread: Thread): void => {
    thread.busy = false
    thread.idle = setTimeout(() => void thread.worker.terminate(), IDLE_MS)
    thread.idle.unref()
    waiting.shift()?.()
  }
  const answerTo = async (input: ThreadInput): Promise<ThreadAnswer> => {
    const thread = await take()
    try {
      return await ask(thread.worker, input)
    } finally {
      give(thread)
    }
  }
  let kept: { readonly name: string; readonly standing: StandingModels } | undefined
  return {
    score: async (models, toScore) => {
      const answer = await answerTo({ models, toScore })
      if ('rescored' in answer) return answer.rescored
      throw broken('failed' in answer ? answer.failed : 'score-thread-ended')
    },
    standing: async (models) => {
      const name = nameOf(models)
      if (kept?.name !== name) {
        const answer = await answerTo({ models, toScore: undefined })
        if (!('standing' in answer)) return { unchanged: [], narrowed: [] }
        kept = { name, standing: answer.standing }
      }
      return kept.standing
    },
  }
}

function ask(worker: Worker, input: ThreadInput): Promise<ThreadAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (work: () => void) => (): void => {
      worker.off('message', onMessage).off('exit', onExit)
      worker.unref()
      work()
    }
    const onExit = settle(() => reject(broken('score-thread-ended')))
    const onMessage = (answer: ThreadAnswer): void => settle(() => resolve(answer))()
    worker.on('message', onMessage).on('exit', onExit)
    worker.ref()
    worker.postMessage(input)
  })
}

function broken(code: string): TransientError {
  return new TransientError(code, 'A chunk of a run could not be scored.')
}
