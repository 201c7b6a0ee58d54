/**
 * The embedded database in a thread of its own: a query is computed synchronously, and HTTP and jobs
 * go on meanwhile. Speaks `WorkerMessage` and ends when told `close`.
 */
import { parentPort, workerData } from 'node:worker_threads'
import type { PGlite } from '@electric-sql/pglite'
import { errorCode, PermanentError } from '../../errors.ts'
import { keepTidy } from './keep-tidy.ts'
import { openPglite } from './open-pglite.ts'
import { type SocketServer, serveSocket } from './socket-server.ts'
import { createTurnstile, type Session } from './turnstile.ts'
import type { WorkerInput, WorkerMessage } from './worker-messages.ts'

const { dataPath, socketPath } = workerData as WorkerInput

function say(message: WorkerMessage): void {
  parentPort?.postMessage(message)
}

function sessionOf(db: PGlite): Session {
  return {
    run: (turn, onRawData) => db.runExclusive(() => db.execProtocolRawStream(turn, { onRawData })),
    inTransaction: () => db.isInTransaction(),
  }
}

async function closeAll(db: PGlite, server: SocketServer, stopTidying: () => void): Promise<void> {
  stopTidying()
  await server.close()
  await db.close()
  parentPort?.close()
}

async function open(): Promise<void> {
  const db = await openPglite(dataPath)
  const turnstile = createTurnstile(sessionOf(db))
  const server = await serveSocket(socketPath, turnstile, (error) => {
    say({ kind: 'broken', code: errorCode(error) })
    // Ends the thread and every connection to it: better refused than left without an answer.
    process.exit(1)
  })
  const stopTidying = keepTidy(turnstile)
  parentPort?.once('message', () => void closeAll(db, server, stopTidying))
  say({ kind: 'ready' })
}

try {
  await open()
} catch (error) {
  const known = error instanceof PermanentError ? error : undefined
  say({
    kind: 'failed',
    code: known?.code ?? errorCode(error),
    message: known?.message,
    hint: known?.hint,
  })
}
