import type { z } from 'zod'
import { errorCode, TransientError } from '#src/errors.ts'
import type { ConnectorDeps } from '#src/ports.ts'
import { judgeAnswer, tokenRefused, unreadable, type Verdict } from './errors.ts'
import type { Http, HttpAnswer, HttpRequest } from './http.ts'
import type { Tokens } from './tokens.ts'

/** HubSpot counts search and associations apart from everything else (HubSpot docs, "API usage guidelines"). */
type Pool = 'general' | 'search' | 'associations'

export interface Call extends HttpRequest {
  readonly pool: Pool
  /** Refusals the caller reads itself instead of getting a PermanentError. */
  readonly accept?: readonly number[]
}

/** Makes a call within the portal's quota and tries again where that helps. */
export type Transport = (call: Call) => Promise<Pick<HttpAnswer, 'status' | 'body'>>

export type TransportDeps = Pick<
  ConnectorDeps,
  'quota' | 'lane' | 'log' | 'now' | 'random' | 'sleep'
> & {
  readonly http: Http
  readonly tokens: Tokens
  readonly timeZone: string
  readonly attempts?: number
}

const ATTEMPTS = 5
const BACKOFF_MS = 500

/** Throws TransientError after the last attempt and PermanentError for what no attempt can change. */
export function createTransport(deps: TransportDeps): Transport {
  const attempts = deps.attempts ?? ATTEMPTS
  return async (call) => {
    let renewed = false
    for (let attempt = 1; ; attempt++) {
      await deps.quota.take(call.pool, deps.lane)
      const token = await deps.tokens.current()
      const { answer, verdict } = await tryOnce(deps, call, token)
      if (answer && (verdict.next === 'done' || call.accept?.includes(answer.status))) return answer
      if (verdict.next === 'refresh-token') {
        if (renewed || (await deps.tokens.replace(token)) === undefined) throw tokenRefused()
        renewed = true
      } else {
        await settle(deps, call, verdict, attempt, attempts)
      }
    }
  }
}

/** A 2xx answer as the caller expects it; extra fields are dropped, a missing needed one is an error. */
export function parseAnswer<T extends z.ZodType>(schema: T, body: unknown, call: Call): z.infer<T> {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw unreadable(call)
  return parsed.data
}

interface Attempt {
  readonly answer: HttpAnswer | undefined
  readonly verdict: Verdict
}

async function tryOnce(deps: TransportDeps, call: Call, token: string): Promise<Attempt> {
  const answer = await reach(deps, call, token)
  if (answer === undefined) return { answer, verdict: UNREACHED }
  await learn(deps, call.pool, answer.headers)
  const clock = { nowMs: deps.now(), timeZone: deps.timeZone }
  return { answer, verdict: judgeAnswer(answer, call, clock) }
}

const UNREACHED: Verdict = {
  next: 'again',
  code: 'hubspot-unreachable',
  afterMs: undefined,
  pausePool: false,
}

async function reach(
  deps: TransportDeps,
  call: Call,
  token: string,
): Promise<HttpAnswer | undefined> {
  try {
    return await deps.http(call, token)
  } catch (error) {
    deps.log.debug('HubSpot did not answer', { path: call.path, code: networkCode(error) })
    return undefined
  }
}

/** Waits for the next attempt, or throws when there is none. */
async function settle(
  deps: TransportDeps,
  call: Call,
  verdict: Exclude<Verdict, { next: 'refresh-token' }>,
  attempt: number,
  attempts: number,
): Promise<void> {
  if (verdict.next === 'done') return
  if (verdict.next === 'stop') {
    if (verdict.pauseMs !== undefined) await deps.quota.pause(call.pool, verdict.pauseMs)
    throw verdict.error
  }
  const waitMs = verdict.afterMs ?? backoffMs(attempt, deps.random())
  if (verdict.pausePool) await deps.quota.pause(call.pool, waitMs)
  if (attempt >= attempts) {
    const message = `${call.method} ${call.path} failed ${attempts} times`
    throw new TransientError(verdict.code, message, verdict.afterMs)
  }
  await deps.sleep(waitMs)
}

function backoffMs(attempt: number, random: number): number {
  const ceiling = BACKOFF_MS * 2 ** attempt
  return Math.round(ceiling / 2 + (random * ceiling) / 2)
}

/**
 * Search answers carry no window of their own (HubSpot docs, "Search the CRM"): headers on one would
 * be another pool's.
 */
async function learn(deps: TransportDeps, pool: Pool, headers: Headers): Promise<void> {
  if (pool === 'search') return
  const read = (name: string): number =>
    Number.parseInt(headers.get(`x-hubspot-ratelimit-${name}`) ?? '', 10)
  const limit = read('max')
  const remaining = read('remaining')
  if (!(limit > 0) || !(remaining >= 0)) return
  const intervalMs = read('interval-milliseconds')
  await deps.quota.learn(pool, {
    limit,
    remaining,
    intervalMs: intervalMs > 0 ? intervalMs : 10_000,
  })
}

/** `fetch` hides the reason one level down. */
function networkCode(error: unknown): string {
  return errorCode(error instanceof Error && error.cause !== undefined ? error.cause : error)
}
