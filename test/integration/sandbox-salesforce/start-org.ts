import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Connection, OAuth2 } from 'jsforce'
import { onTestFinished } from 'vitest'
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
  type SalesforceSandboxOptions,
} from '#sandbox/salesforce/create-salesforce-sandbox.ts'
import { createPopulation } from '#sandbox/seed/create-population.ts'

export const BASE_TIME = Date.UTC(2026, 10, 20, 12)
const VERSION = '67.0'

export interface Reply {
  readonly status: number
  readonly headers: Headers
  // Response bodies are as different as the resources; tests compare them whole.
  readonly body: unknown
}

export interface StartedOrg {
  readonly sandbox: SalesforceSandbox
  readonly url: string
  readonly token: string
  /** Moves with `advance`. */
  now(): number
  advance(ms: number): void
  /** A call below `/services/data/v67.0` with a session. */
  api(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply>
  query(soql: string): Promise<Record<string, unknown>[]>
  /** A logged-in jsforce connection. */
  connect(): Promise<Connection>
}

export interface MemoryJournal {
  append(entry: unknown): void
  replay(): readonly unknown[]
}

/** Keeps entries as text, so that what a restart reads is what a file would hold. */
export function memoryJournal(): MemoryJournal {
  const lines: string[] = []
  return {
    append: (entry) => {
      lines.push(JSON.stringify(entry))
    },
    replay: () => lines.map((line) => JSON.parse(line) as unknown),
  }
}

/** Starts an org of 60 people on a port of its own and stops it with the test. */
export async function startOrg(
  options: Partial<SalesforceSandboxOptions> & { people?: number } = {},
): Promise<StartedOrg> {
  let time = BASE_TIME
  const sandbox = createSalesforceSandbox({
    population: createPopulation({ people: options.people ?? 60, seed: 7, baseTime: BASE_TIME }),
    journal: memoryJournal(),
    now: () => time,
    ...options,
  })
  const server = createServer({ maxHeaderSize: 65_536 }, sandbox.app)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  onTestFinished(async () => {
    await sandbox.close()
    server.closeAllConnections()
    server.close()
  })
  const token = await login(url, sandbox)
  const api: StartedOrg['api'] = (method, path, body, headers = {}) =>
    send(url, token, { method, path: `/services/data/v${VERSION}${path}`, body, headers })
  return {
    sandbox,
    url,
    token,
    api,
    now: () => time,
    advance: (ms) => {
      time += ms
    },
    query: async (soql) => {
      const reply = await api('GET', `/query?q=${encodeURIComponent(soql)}`)
      if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
      return (reply.body as { records: Record<string, unknown>[] }).records
    },
    connect: async () => {
      const oauth2 = new OAuth2({
        loginUrl: url,
        clientId: sandbox.clientId,
        clientSecret: sandbox.clientSecret,
      })
      const connection = new Connection({ oauth2, instanceUrl: url, version: VERSION })
      await connection.authorize({ grant_type: 'client_credentials' })
      return connection
    },
  }
}

/** Posts a form to the token endpoint. */
export async function requestToken(
  url: string,
  form: Record<string, string>,
): Promise<{ status: number; body: Record<string, string> }> {
  const response = await fetch(`${url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}

async function login(url: string, sandbox: SalesforceSandbox): Promise<string> {
  const { body } = await requestToken(url, {
    grant_type: 'client_credentials',
    client_id: sandbox.clientId,
    client_secret: sandbox.clientSecret,
  })
  return body['access_token'] ?? ''
}

/** One authorised request; JSON bodies are read, others stay text. */
export async function send(
  url: string,
  token: string,
  request: { method: string; path: string; body?: unknown; headers?: Record<string, string> },
): Promise<Reply> {
  const isText = typeof request.body === 'string'
  const response = await fetch(`${url}${request.path}`, {
    method: request.method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(request.body === undefined || isText ? {} : { 'Content-Type': 'application/json' }),
      ...request.headers,
    },
    ...(request.body === undefined
      ? {}
      : { body: isText ? (request.body as string) : JSON.stringify(request.body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
  }
}
