import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identify, startOrg, type TestOrg } from './org.ts'

let org: TestOrg
beforeAll(async () => {
  org = await startOrg(20)
})
afterAll(async () => {
  await org.close()
})

describe('connecting to an organisation', () => {
  test('says which one it is', async () => {
    const identity = await identify(org)

    expect(identity).toMatchObject({
      id: `salesforce:${org.sandbox.orgId}`,
      instanceUrl: org.url,
    })
    expect(identity.name).not.toBe('')
    expect(Intl.supportedValuesOf('timeZone')).toContain(identity.timeZone)
  })

  test('with a wrong secret is refused', async () => {
    const credentials = {
      kind: 'salesforce-client-credentials',
      loginUrl: org.url,
      clientId: org.sandbox.clientId,
      clientSecret: 'wrong',
    } as const

    await expect(identify(org, { credentials })).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'salesforce-login-refused',
    })
  })
})

describe('a host that is no Salesforce', () => {
  test('and breaks off inside its answer is an error, and the process lives on', async () => {
    const host = await startHost((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      response.write('{"access_token":', () => response.destroy())
    })

    await expect(identify(org, { credentials: credentialsFor(host.url) })).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'salesforce-unreachable',
    })
    await host.close()
  })

  test('and breaks off inside an API answer is one as well', async () => {
    const host = await startHost((request, response) => {
      if (request.url?.includes('/oauth2/') === true) {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end('{"access_token":"token"}')
        return
      }
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      response.write('{"records":', () => response.destroy())
    })

    await expect(identify(org, { credentials: credentialsFor(host.url) })).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'salesforce-unreachable',
    })
    await host.close()
  })

  test('or does not exist is named', async () => {
    const host = await startHost(() => undefined)
    await host.close()

    await expect(identify(org, { credentials: credentialsFor(host.url) })).rejects.toMatchObject({
      code: 'salesforce-unreachable',
      message: expect.stringContaining(new URL(host.url).host),
    })
  })
})

function credentialsFor(loginUrl: string) {
  return {
    kind: 'salesforce-client-credentials',
    loginUrl,
    clientId: 'client',
    clientSecret: 'secret',
  } as const
}

async function startHost(
  answer: RequestListener,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
