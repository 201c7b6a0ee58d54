/**
 * The embedded database in a thread of its own: a query is computed synchronously, and HTTP and jobs
 * go on meanwhile. Speaks `WorkerMessage` and ends when told `close`.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { errorCode, PermanentError } from '../../errors.ts'
import { DurableFolder } from './durable-folder.ts'
import { keepTidy } from './keep-tidy.ts'
import { type SocketServer, serveSocket } from './socket-server.ts'
import { createTurnstile, type Session } from './turnstile.ts'
import type { WorkerInput, WorkerMessage } from './worker-messages.ts'

const { dataPath, socketPath } = workerData as WorkerInput

/** The data is in memory: fetching a page out of order costs next to nothing. */
const SETTINGS = ['-c', 'random_page_cost=1.1']

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
  const db = await PGlite.create({
    fs: new DurableFolder(dataPath),
    relaxedDurability: false,
    // PGlite turns fsync off (-F) unless told otherwise.
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      ...SETTINGS,
    ],
  })
  const turnstile = createTurnstile(sessionOf(db))
  const server = await serveSocket(socketPath, turnstile, (error) =>
    say({ kind: 'broken', code: errorCode(error) }),
  )
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
