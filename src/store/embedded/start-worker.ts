import { Worker } from 'node:worker_threads'
import { errorCode, PermanentError } from '../../errors.ts'
import type { Log } from '../../ports.ts'
import type { WorkerInput, WorkerMessage } from './worker-messages.ts'

export interface DatabaseWorker {
  /** Ends the database in order and waits for it. */
  close(): Promise<void>
}

/** Resolves when the database takes connections. Throws PermanentError `store-unusable` and others. */
export async function startWorker(input: WorkerInput, log: Log): Promise<DatabaseWorker> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: input,
    // The database prints to both; stdout belongs to the command's own output.
    stdout: true,
    stderr: true,
  })
  worker.stdout.resume()
  worker.stderr.resume()
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  try {
    await ready(worker)
  } catch (error) {
    await worker.terminate()
    throw error
  }
  let closing = false
  let code: string | undefined
  worker.on('message', (message: WorkerMessage) => {
    if (message.kind === 'broken') code = message.code
  })
  worker.on('error', (error) => {
    code = errorCode(error)
  })
  worker.on('exit', () => {
    if (!closing) log.error('embedded store ended by a fault', { code })
  })
  return {
    close: async () => {
      closing = true
      worker.postMessage('close')
      await exited
    },
  }
}

function ready(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', () => reject(unusable('thread-failed')))
    worker.once('exit', () => reject(unusable('thread-ended')))
    worker.once('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') resolve()
      else if (message.kind === 'failed' && message.message !== undefined) {
        reject(new PermanentError(message.code, message.message, message.hint))
      } else reject(unusable(message.code))
    })
  })
}

function unusable(code: string): PermanentError {
  return new PermanentError(
    'store-unusable',
    `The embedded store in the data folder does not open (${code}).`,
    'Check that the disk is not full and the folder belongs to this user; a damaged store can be moved away: CRM data is read again, portals have to be connected again.',
  )
}
