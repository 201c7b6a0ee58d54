import type { Connection, HttpRequest } from 'jsforce'
import jsforce from 'jsforce'
import type { z } from 'zod'
import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import { PermanentError, TransientError } from '#src/errors.ts'
import type { Token, Tokens } from '../auth/tokens.ts'
import { callKind } from './call-kind.ts'
import { tokenRefused, unexpectedAnswer } from './errors.ts'
import { FetchTransport, requestIdOf } from './fetch-transport.ts'
import { readLimitInfo } from './limit-info.ts'
import { API_VERSION, apiHost, pathLabel } from './paths.ts'
import { createRequestSlots } from './request-slots.ts'

interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** From the host's root, `/services/…`. */
  readonly path: string
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it stands, in place of a JSON body. */
  readonly csv?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The body of the answer is handed over as text, unparsed. */
  readonly answersText?: boolean
  /** Doing it twice would show: no second try where the first may have got through. */
  readonly once?: boolean
}

type Headers = Readonly<Record<string, string>>

export interface SalesforceTransport {
  /**
   * One call with retries. `read` judges the body and may look at the headers, by their names in lower
   * case: what it throws is retried as if the call itself had failed.
   */
  request<T>(call: Call, read: (body: unknown, headers: Headers) => T): Promise<T>
  /** The same for a jsforce API of several calls, such as the Metadata API. */
  run<T>(label: string, work: (connection: Connection) => Promise<T>): Promise<T>
  token(): Promise<Token>
}

type Shared = 'quota' | 'lane' | 'log' | 'random' | 'sleep' | 'slots' | 'observeCall'
export type TransportDeps = Pick<ConnectorDeps, Shared> & {
  readonly tokens: Tokens
  /** Tries of one call; default 5. */
  readonly attempts?: number
  /** How long one try may take. */
  readonly timeoutMs?: number
}

/** Salesforce has one budget: requests in 24 hours. */
const POOL = 'general'
const ATTEMPTS = 5
const FIRST_BACKOFF_MS = 500
/** A longer wait is handed to the queue instead of being slept through. */
const LONGEST_WAIT_MS = 20_000

/**
 * The first renewal may give what another process got a while ago and what has ended as well since; the
 * second is then a new one.
 */
const RENEWALS = 2

/** Marks our writes in the organisation's change events (Change Data Capture guide, changeOrigin). */
const CALL_OPTIONS = { client: 'leadwell/1' }

type Work<T> = (connection: Connection, wire: FetchTransport) => Promise<T>

/**
 * jsforce builds and sends; tokens, quota and retries are ours. It is given no refresh function,
 * because it renews without end when a fresh token is refused and drops rotated refresh tokens.
 */
export function createTransport(given: TransportDeps): SalesforceTransport {
  const deps = { ...given, slots: given.slots ?? createRequestSlots() }
  const run = async <T>(label: string, once: boolean, work: Work<T>): Promise<T> =>
    withRetries(deps, once, () => withToken(deps, label, work))
  return {
    run: (label, work) => run(label, false, work),
    request: (call, read) =>
      run(
        `${call.method} ${pathLabel(call.path)}`,
        call.once ?? false,
        async (connection, wire) => {
          const options = call.answersText === true ? { responseType: 'text/plain' } : {}
          const body = await connection.request(httpRequest(call), options)
          return read(body, wire.answer?.headers ?? {})
        },
      ),
    token: () => withRetries(deps, false, () => deps.tokens.current()),
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

type Deps = TransportDeps & Required<Pick<TransportDeps, 'slots'>>

async function withToken<T>(deps: Deps, label: string, work: Work<T>): Promise<T> {
  let token = await deps.tokens.current()
  for (let renewed = 0; ; renewed += 1) {
    try {
      return await attempt(deps, token, label, work)
    } catch (error) {
      if (!isStale(error)) throw error
      if (renewed >= RENEWALS) throw isSessionEnded(error) ? tokenRefused(label) : error
    }
    token = await deps.tokens.renew(token)
  }
}

/** One try. Whatever jsforce throws of its own is turned into one of our two errors here. */
async function attempt<T>(deps: Deps, token: Token, label: string, work: Work<T>): Promise<T> {
  await deps.quota.take(POOL, deps.lane)
  const wire = new FetchTransport(deps.timeoutMs)
  try {
    return await deps.slots.run(deps.lane, async () => {
      const ended = deps.observeCall?.(callKind(label))
      // Judging the answer throws too, but its status is known by then.
      return await work(connectionOf(token, wire), wire).finally(() => ended?.(wire.answer?.status))
    })
  } catch (error) {
    noteFailure(deps, label, wire)
    if (isRequestLimit(error)) await deps.quota.pause(POOL, error.retryAfterMs ?? 0, error.code)
    if (error instanceof TransientError || error instanceof PermanentError) throw error
    throw unexpectedAnswer(label)
  } finally {
    const seen = readLimitInfo(wire.answer?.headers ?? {})
    if (seen !== undefined) await deps.quota.learn(POOL, seen)
  }
}

/** Ids of failed exchanges stay findable for Salesforce's support, also of those a second try mended. */
function noteFailure({ log }: Deps, label: string, { answer }: FetchTransport): void {
  log.debug('Salesforce call failed', {
    label,
    status: answer?.status,
    requestId: answer && requestIdOf(answer.headers),
  })
}

function connectionOf({ accessToken, instanceUrl }: Token, wire: FetchTransport): Connection {
  const connection = new jsforce.Connection({
    version: API_VERSION,
    instanceUrl: apiHost(instanceUrl),
    accessToken,
    callOptions: CALL_OPTIONS,
  })
  connection._transport = wire
  return connection
}

function httpRequest({ method, path, body, csv, headers }: Call): HttpRequest {
  const text = csv ?? (body === undefined ? undefined : JSON.stringify(body))
  if (text === undefined) return { method, url: path, headers: { ...headers } }
  const type = csv === undefined ? 'application/json' : 'text/csv; charset=UTF-8'
  return { method, url: path, headers: { 'content-type': type, ...headers }, body: text }
}

async function withRetries<T>(deps: Deps, once: boolean, work: () => Promise<T>): Promise<T> {
  const attempts = deps.attempts ?? ATTEMPTS
  for (let tried = 1; ; tried += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof TransientError)) throw error
      const waitMs = error.retryAfterMs ?? backoffMs(tried, deps.random())
      if (tried >= attempts || waitMs > LONGEST_WAIT_MS) throw error
      if (once && MAY_HAVE_ARRIVED.has(error.code)) throw error
      deps.log.debug('Salesforce call is tried again', { code: error.code, tried, waitMs })
      await deps.sleep(waitMs)
    }
  }
}

const MAY_HAVE_ARRIVED = new Set(['salesforce-unreachable', 'salesforce-unavailable'])

/** Half fixed and half chance, so that processes that failed together do not return together. */
function backoffMs(tried: number, random: number): number {
  const ceiling = FIRST_BACKOFF_MS * 2 ** tried
  return Math.round((ceiling * (1 + random)) / 2)
}

function isRequestLimit(error: unknown): error is TransientError {
  return error instanceof TransientError && error.code === 'salesforce-request-limit'
}

function isSessionEnded(error: unknown): boolean {
  return error instanceof PermanentError && error.code === 'salesforce-session-ended'
}

/** An organisation that moved redirects its old host; a new token names the new one. */
function isStale(error: unknown): boolean {
  if (isSessionEnded(error)) return true
  return error instanceof PermanentError && error.code === 'salesforce-redirected'
}
