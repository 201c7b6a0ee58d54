import { createServer, type Socket } from 'node:net'
import { errorCode, PermanentError } from '../../errors.ts'
import { createTurnReader } from './turn-reader.ts'
import type { Turnstile } from './turnstile.ts'

export interface SocketServer {
  close(): Promise<void>
}

/**
 * Speaks Postgres to many clients on a unix socket. `onBroken` hears of a session that cannot go on.
 * The server that comes with PGlite takes turns by message instead of by turn, so that one client
 * binds to another's statement: https://github.com/electric-sql/pglite/issues/1046.
 */
export async function serveSocket(
  path: string,
  turnstile: Turnstile,
  onBroken: (error: unknown) => void,
): Promise<SocketServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    serveClient(socket, turnstile, onBroken)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new PermanentError(
          'socket-unusable',
          `The embedded store cannot listen on ${path} (${errorCode(error)}).`,
          'Let TMPDIR name a short, writable folder.',
        ),
      ),
    )
    server.listen(path, resolve)
  })
  return {
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function serveClient(
  socket: Socket,
  turnstile: Turnstile,
  onBroken: (error: unknown) => void,
): void {
  const client = Symbol('client')
  const read = createTurnReader()
  socket.on('data', (chunk) => {
    for (const request of read(chunk)) {
      if (request.kind === 'end') socket.end()
      if (request.kind === 'decline-encryption') socket.write('N')
      if (request.kind === 'turn') {
        // What the session hands out is a view of its memory, overwritten by the next turn.
        const answer = (bytes: Uint8Array): boolean => socket.write(Buffer.from(bytes))
        turnstile.pass(client, request.bytes, answer).catch(onBroken)
      }
    }
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => {
    turnstile.leave(client).catch(onBroken)
  })
}
