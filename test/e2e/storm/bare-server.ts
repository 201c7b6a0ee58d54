import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { signWebhook } from '#sandbox/hubspot/sign-webhook.ts'
import { freePort } from '#test/private-server.ts'

/** The least a webhook endpoint can do: read the body, check its signature, answer. */
export async function startBareServer(
  clientSecret: string,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/webhooks/hubspot`
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const timestamp = Number(request.headers['x-hubspot-request-timestamp'])
      const expected = signWebhook({ method: 'POST', uri: url, body, timestamp, clientSecret })
      const isValid = request.headers['x-hubspot-signature-v3'] === expected
      response.writeHead(isValid ? 200 : 401).end('{}')
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
