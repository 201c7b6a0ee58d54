import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the proxy does in place of passing an answer on. */
export type Fault = (answer: { status: number; body: string }) =>
  | {
      readonly status: number
      readonly body: string
    }
  | 'hang-up'
  | 'no-answer'

export interface RecordingProxy {
  readonly url: string
  /** Every byte sent to the CRM: request lines, headers of ours, bodies. */
  readonly sent: () => Buffer
  /** Everything the CRM answered, to prove that the canaries were there to be caught. */
  readonly answered: () => Buffer
  /** Plays a fault instead of the answer to the next request that fits. */
  readonly failNext: (fits: (method: string, path: string) => boolean, fault: Fault) => void
  readonly faultsPlayed: () => number
  close(): Promise<void>
}

/** Stands between the product and a sandbox, which it speaks for under its own address. */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const sent: Buffer[] = []
  const answered: Buffer[] = []
  const faults: { fits: (method: string, path: string) => boolean; fault: Fault }[] = []
  let played = 0
  let own = ''

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? 'GET'
    const path = request.url ?? '/'
    const body = await bytesOf(request)
    sent.push(Buffer.from(`${method} ${decodeURIComponent(path)}\n`), body)
    const answer = await pass(`${target}${path}`, { method, headers: request.headers, body })
    const text = answer.body.replaceAll(target, own)
    answered.push(Buffer.from(text))
    const at = faults.findIndex(({ fits }) => fits(method, path))
    const [chosen] = at === -1 ? [] : faults.splice(at, 1)
    const outcome = chosen?.fault({ status: answer.status, body: text })
    if (chosen !== undefined) played += 1
    if (outcome === 'hang-up') return void request.socket.destroy()
    // Left open without a word, until the product's own time limit ends the wait.
    if (outcome === 'no-answer') return
    response.writeHead(outcome?.status ?? answer.status, answer.headers)
    response.end(outcome?.body ?? text)
  }
  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url: own,
    sent: () => Buffer.concat(sent),
    answered: () => Buffer.concat(answered),
    failNext: (fits, fault) => void faults.push({ fits, fault }),
    faultsPlayed: () => played,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const HOP_BY_HOP = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'expect'])

async function pass(
  url: string,
  request: { method: string; headers: IncomingMessage['headers']; body: Buffer },
): Promise<{ status: number; body: string; headers: Record<string, string> }> {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    HOP_BY_HOP.has(name) || value === undefined ? [] : [[name, String(value)] as [string, string]],
  )
  const answer = await fetch(url, {
    method: request.method,
    headers: [...headers, ['accept-encoding', 'identity']],
    ...(request.body.length > 0 && { body: new Uint8Array(request.body) }),
    redirect: 'manual',
  })
  const kept = [...answer.headers].filter(
    ([name]) => !HOP_BY_HOP.has(name) && name !== 'content-encoding',
  )
  return { status: answer.status, body: await answer.text(), headers: Object.fromEntries(kept) }
}
