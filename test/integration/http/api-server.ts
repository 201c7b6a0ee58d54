import { type IncomingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { Redis } from 'ioredis'
import { inject } from 'vitest'
import { countTriesIn } from '#src/api-services.ts'
import { ACCESS_ROLES } from '#src/http/api/access-role.ts'
import type { ApiServices } from '#src/http/api/api-deps.ts'
import { createHttpApp } from '#src/http/create-http-app.ts'
import { serve } from '#src/http/serve.ts'
import { hashSecret, makeSecret } from '#src/http/sign-in-secret.ts'
import { createLog } from '#src/log.ts'
import type { AccessRole } from '#src/store/access-repositories.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'
import { createTestDatabase } from '#test/services.ts'
import { fakeServices } from './api-services.ts'

export const NOW = Date.parse('2026-11-20T12:00:00Z')
export const ADMIN_TOKEN = 'an admin thought this one up'

export interface Told {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** `undefined` where the answer is no JSON object. */
  readonly json: Readonly<Record<string, unknown>> | undefined
}

interface Asked {
  readonly token?: string | undefined
  readonly body?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
}

export interface ApiServer {
  readonly store: Store
  readonly databaseUrl: string
  readonly origin: string
  readonly redis: Redis
  /** A token of each role, named after it. */
  readonly tokens: Readonly<Record<AccessRole, string>>
  readonly logged: () => string
  readonly clock: { now: number }
  call(method: string, path: string, asked?: Asked): Promise<Told>
  close(): Promise<void>
}

/** The web process on real servers, with services that do nothing unless others are given. */
export async function startApi(
  options: Partial<ApiServices> & {
    readonly publicUrl?: string
    readonly trustedProxies?: number
  } = {},
): Promise<ApiServer> {
  const { publicUrl, trustedProxies = 0, ...services } = options
  const clock = { now: NOW }
  const now = (): number => clock.now
  const lines: string[] = []
  const destination = { write: (line: string) => void lines.push(line) }
  const log = createLog({ level: 'trace', destination })
  const keys = createKeyring(Buffer.alloc(32, 1).toString('base64'))
  const databaseUrl = await createTestDatabase()
  const store = await openStore({ databaseUrl, dataDir: '/nonexistent', keys, now, log })
  const redis = new Redis(inject('redisUrl'))
  // Every file has its own counters, though all share the address 127.0.0.1.
  const countTries = countTriesIn(redis)
  const prefix = `test-${makeSecret().slice(3, 15)}`
  const app = createHttpApp({
    store,
    log,
    now,
    publicUrl,
    trustedProxies,
    hubspotSecrets: () => [],
    kick: async () => undefined,
    poll: async () => undefined,
    pingRedis: async () => undefined,
    api: {
      ...fakeServices(),
      adminToken: ADMIN_TOKEN,
      countTries: (name, add, forMs) => countTries(`${prefix}:${name}`, add, forMs),
      ...services,
    },
  })
  const server = await serve(app, 0)
  return {
    store,
    databaseUrl,
    redis,
    clock,
    origin: `http://127.0.0.1:${server.port}`,
    tokens: await makeTokens(store),
    logged: () => lines.join(''),
    call: (method, path, asked = {}) =>
      call(server.port, { method, path: `/api/v1${path}`, ...asked }),
    close: async () => {
      await server.close()
      redis.disconnect()
      await store.close()
    },
  }
}

async function makeTokens({ access }: Store): Promise<Record<AccessRole, string>> {
  const tokens = { viewer: '', editor: '', approver: '', admin: '' }
  for (const role of ACCESS_ROLES) {
    const secret = makeSecret()
    tokens[role] = secret
    await access.createToken({ name: role, role, hash: hashSecret(secret), by: 'operator' })
  }
  return tokens
}

interface Request extends Asked {
  readonly method: string
  readonly path: string
}

/** Below `fetch`, which sends no body with GET and makes its own mind up about headers. */
function call(port: number, { method, path, token, body, headers = {} }: Request): Promise<Told> {
  const bearer = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const isChunked = 'transfer-encoding' in headers
  const length =
    body === undefined || isChunked ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const all = { ...type, ...length, ...bearer, ...headers }
    const sent = request({ host: '127.0.0.1', port, method, path, headers: all, agent: false })
    sent.once('error', reject)
    sent.once('response', (response) => {
      text(response).then((answer) => {
        const { statusCode: status = 0, headers: given } = response
        resolve({ status, headers: given, text: answer, json: objectIn(answer) })
      }, reject)
    })
    sent.end(body)
  })
}

function objectIn(answer: string): Told['json'] {
  try {
    return Object(JSON.parse(answer))
  } catch {
    return undefined
  }
}
