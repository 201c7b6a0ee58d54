import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CrmWrite, writesIn } from './writes-in.ts'

/** The network between us and one CRM. */
export interface CrmProxy {
  readonly url: string
  /** Every write that was passed on to the CRM, in order, whether or not its answer arrived. */
  readonly writes: readonly CrmWrite[]
  /** Ends every connection, answers under way included, and refuses new ones. */
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

export async function startCrmProxy(target: string): Promise<CrmProxy> {
  const writes: CrmWrite[] = []
  const agent = new Agent({ keepAlive: true })
  const server = createServer({ maxHeaderSize: 65_536 }, (incoming, response) => {
    pass(incoming, response).catch(() => incoming.socket.destroy())
  })
  const pass = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bytesOf(incoming)
    writes.push(...writesIn(incoming.url ?? '', body))
    const { method, url, headers } = incoming
    const onward = request(`${target}${url}`, { method, headers, agent })
    onward.end(body)
    const [answer] = (await once(onward, 'response')) as [IncomingMessage]
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.on('error', () => response.destroy())
    answer.pipe(response)
  }
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const cut = async (): Promise<void> => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    writes,
    cut,
    mend: () => listen(port),
    close: async () => {
      if (server.listening) await cut()
      agent.destroy()
    },
  }
}

async function bytesOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
