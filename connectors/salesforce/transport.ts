import type { Connection } from 'jsforce'
import jsforce from 'jsforce'
import type { z } from 'zod'
import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import { PermanentError, TransientError } from '#src/errors.ts'
import { tokenRefused, unexpectedAnswer } from './errors.ts'
import { FetchTransport } from './fetch-transport.ts'
import { API_VERSION, pathLabel } from './paths.ts'
import type { Token, Tokens } from './tokens.ts'

interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH'
  /** From the host's root, `/services/…`. */
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface SalesforceTransport {
  /**
   * One call with retries. `read` judges the body: what it throws is retried as if the call itself
   * had failed. Every call is one that may be repeated.
   */
  request<T>(call: Call, read: (body: unknown) => T): Promise<T>
  /** The same for a jsforce API of several calls, such as the Metadata API. */
  run<T>(label: string, work: (connection: Connection) => Promise<T>): Promise<T>
  token(): Promise<Token>
}

export type TransportDeps = Pick<ConnectorDeps, 'quota' | 'lane' | 'log' | 'random' | 'sleep'> & {
  readonly tokens: Tokens
  /** Tries of one call; default 5. */
  readonly attempts?: number
}

/** Salesforce has one budget: requests in 24 hours. */
const POOL = 'general'
const DAY_MS = 86_400_000
const ATTEMPTS = 5
const FIRST_BACKOFF_MS = 500
/** A longer wait is handed to the queue instead of being slept through. */
const LONGEST_WAIT_MS = 20_000

/** Marks our writes in the organisation's change events (Change Data Capture guide, changeOrigin). */
const CALL_OPTIONS = { client: 'leadwell/1' }

/**
 * jsforce builds and sends; tokens, quota and retries are ours. It is given no refresh function,
 * because it renews without end when a fresh token is refused and drops rotated refresh tokens.
 */
export function createTransport(deps: TransportDeps): SalesforceTransport {
  const run = async <T>(label: string, work: (connection: Connection) => Promise<T>): Promise<T> =>
    withRetries(deps, () => withToken(deps, label, work))
  return {
    run,
    request: (call, read) =>
      run(`${call.method} ${pathLabel(call.path)}`, async (connection) => {
        const body = await connection.request(httpRequest(call))
        await learnLimit(deps, connection)
        return read(body)
      }),
    token: () => withRetries(deps, () => deps.tokens.current()),
  }
}

/** Reads a body by its schema; an unknown form is an error that quotes nothing of it. */
export function parseBody<T extends z.ZodType>(
  schema: T,
  body: unknown,
  label: string,
): z.infer<T> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  // jsforce leaves what is no JSON as text: a page of a proxy or of a maintenance window.
  if (typeof body === 'string') {
    throw new TransientError('salesforce-unavailable', `No JSON in the answer to ${label}.`)
  }
  throw unexpectedAnswer(label)
}

async function withToken<T>(
  deps: TransportDeps,
  label: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const token = await deps.tokens.current()
  try {
    return await attempt(deps, token, label, work)
  } catch (error) {
    if (!isSessionEnded(error)) throw error
  }
  const renewed = await deps.tokens.renew(token)
  try {
    return await attempt(deps, renewed, label, work)
  } catch (error) {
    throw isSessionEnded(error) ? tokenRefused(label) : error
  }
}

/** Whatever jsforce throws of its own is turned into one of our two errors here. */
async function attempt<T>(
  deps: TransportDeps,
  token: Token,
  label: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  await deps.quota.take(POOL, deps.lane)
  try {
    return await work(connectionOf(token))
  } catch (error) {
    if (error instanceof TransientError || error instanceof PermanentError) throw error
    throw unexpectedAnswer(label)
  }
}

function connectionOf({ accessToken, instanceUrl }: Token): Connection {
  const connection = new jsforce.Connection({
    version: API_VERSION,
    instanceUrl,
    accessToken,
    callOptions: CALL_OPTIONS,
  })
  connection._transport = new FetchTransport()
  return connection
}

function httpRequest({ method, path, body, headers }: Call): {
  method: Call['method']
  url: string
  headers: Record<string, string>
  body?: string
} {
  const json = body === undefined ? {} : { body: JSON.stringify(body) }
  const type: Record<string, string> =
    body === undefined ? {} : { 'content-type': 'application/json' }
  return { method, url: path, headers: { ...type, ...headers }, ...json }
}

async function withRetries<T>(deps: TransportDeps, work: () => Promise<T>): Promise<T> {
  const attempts = deps.attempts ?? ATTEMPTS
  for (let tried = 1; ; tried += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof TransientError)) throw error
      if (error.code === 'salesforce-request-limit') await pauseAll(deps, error)
      const waitMs = error.retryAfterMs ?? backoffMs(tried, deps.random())
      if (tried >= attempts || waitMs > LONGEST_WAIT_MS) throw error
      deps.log.debug('Salesforce call is tried again', { code: error.code, tried, waitMs })
      await deps.sleep(waitMs)
    }
  }
}

/** Half fixed and half chance, so that processes that failed together do not return together. */
function backoffMs(tried: number, random: number): number {
  const ceiling = FIRST_BACKOFF_MS * 2 ** tried
  return Math.round((ceiling * (1 + random)) / 2)
}

async function pauseAll({ quota }: TransportDeps, error: TransientError): Promise<void> {
  if (error.retryAfterMs !== undefined) await quota.pause(POOL, error.retryAfterMs)
}

/** `Sforce-Limit-Info: api-usage=18/15000`, on every REST answer of an organisation with a limit. */
async function learnLimit({ quota }: TransportDeps, { limitInfo }: Connection): Promise<void> {
  const usage = limitInfo.apiUsage
  if (usage === undefined || usage.limit <= 0) return
  const remaining = Math.max(0, usage.limit - usage.used)
  await quota.learn(POOL, { limit: usage.limit, remaining, intervalMs: DAY_MS })
}

function isSessionEnded(error: unknown): boolean {
  return error instanceof PermanentError && error.code === 'salesforce-session-ended'
}
