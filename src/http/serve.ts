import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { PermanentError } from '#src/errors.ts'

export interface HttpServer {
  readonly port: number
  /** Stops taking requests and waits for those under way. */
  close(): Promise<void>
}

/** Listens on `port` (0 = any). Throws PermanentError `port-taken` when another program has it. */
export function serve(app: Express, port: number): Promise<HttpServer> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port)
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)))
    server.once('listening', () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeIdleConnections()
          }),
      })
    })
  })
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new PermanentError(
      'port-taken',
      `Port ${port} is taken by another program.`,
      'Stop it, or set PORT to a free one.',
    )
  }
  if (error.code === 'EACCES') {
    return new PermanentError(
      'port-refused',
      `Port ${port} may not be opened by this user.`,
      'Set PORT to one above 1023.',
    )
  }
  return error
}
