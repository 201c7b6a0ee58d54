import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { errorCode, PermanentError } from '#src/errors.ts'

export interface Listener {
  readonly url: string
  readonly port: number
  /** Ends open connections too, keep-alive ones would hold the process. */
  close(): Promise<void>
}

/**
 * Serves on the loopback interface; port 0 takes any free one. Throws PermanentError `port-taken`
 * when another process has the port.
 */
export async function listen(app: Express, port: number): Promise<Listener> {
  // Salesforce itself refuses long requests, at 16,384 bytes; Node must not do it first.
  const server = createServer({ maxHeaderSize: 65_536 }, app)
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    if (errorCode(error) !== 'EADDRINUSE') throw error
    throw new PermanentError(
      'port-taken',
      `port ${port} is taken`,
      `Stop what listens on port ${port} or choose another port.`,
    )
  }
  const taken = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
