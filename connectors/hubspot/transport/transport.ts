import type { z } from 'zod'
import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import { errorCode, TransientError } from '#src/errors.ts'
import type { Tokens } from '../auth/tokens.ts'
import { callKind } from './call-kind.ts'
import { supportId, tokenRefused, unreadable } from './errors.ts'
import type { Http, HttpAnswer, HttpRequest } from './http.ts'
import { judgeAnswer, type Verdict } from './judge-answer.ts'
import { learnLimits } from './learn-limits.ts'
import { type Pool, pausePools } from './pools.ts'

export interface Call extends HttpRequest {
  readonly pool: Pool
  /** Refusals the caller reads itself instead of getting a PermanentError. */
  readonly accept?: readonly number[]
  /** Doing it twice would show: no second try where the first may have got through. */
  readonly once?: boolean
}

/** Makes a call within the portal's quota and tries again where that helps. */
export type Transport = (call: Call) => Promise<Pick<HttpAnswer, 'status' | 'body'>>

export type TransportDeps = Pick<
  ConnectorDeps,
  'quota' | 'lane' | 'log' | 'now' | 'random' | 'sleep' | 'observeCall'
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
  // No JSON at all: the answer was cut on its way, or something in between answered.
  if (body === undefined) {
    throw new TransientError('hubspot-answer-cut', `The answer to ${call.path} broke off`)
  }
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
  await learnLimits(deps.quota, call.pool, answer.headers)
  if (answer.status >= 400) noteRefusal(deps, call, answer)
  const clock = { nowMs: deps.now(), timeZone: deps.timeZone }
  return { answer, verdict: judgeAnswer(answer, call, clock) }
}

const UNREACHED: Verdict = {
  next: 'again',
  code: 'hubspot-unreachable',
  afterMs: undefined,
  pauses: 'nobody',
}

/** Ids of failed exchanges stay findable for HubSpot's support, also of those a second try mended. */
function noteRefusal({ log }: TransportDeps, { method, path }: Call, answer: HttpAnswer): void {
  log.debug('HubSpot answered with an error', {
    method,
    path,
    status: answer.status,
    correlation: supportId(answer),
  })
}

async function reach(
  deps: TransportDeps,
  call: Call,
  token: string,
): Promise<HttpAnswer | undefined> {
  const ended = deps.observeCall?.(callKind(call))
  try {
    const answer = await deps.http(call, token)
    ended?.(answer.status)
    return answer
  } catch (error) {
    ended?.(undefined)
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
    await pausePools(deps.quota, call.pool, { ...verdict, code: verdict.error.code })
    throw verdict.error
  }
  const waitMs = jittered(verdict.afterMs, deps.random()) ?? backoffMs(attempt, deps.random())
  await pausePools(deps.quota, call.pool, { ...verdict, pauseMs: waitMs })
  if (attempt >= attempts || (call.once && mayHaveArrived(verdict.code))) {
    const message = `${call.method} ${call.path} failed ${attempt} times`
    throw new TransientError(verdict.code, message, verdict.afterMs)
  }
  await deps.sleep(waitMs)
}

/** Never before the time asked for, and not all at the same moment after it. */
function jittered(afterMs: number | undefined, random: number): number | undefined {
  return afterMs === undefined ? undefined : Math.round(afterMs * (1 + random / 10))
}

function mayHaveArrived(code: string): boolean {
  return code === 'hubspot-unreachable' || code === 'hubspot-unavailable'
}

function backoffMs(attempt: number, random: number): number {
  const ceiling = BACKOFF_MS * 2 ** attempt
  return Math.round(ceiling / 2 + (random * ceiling) / 2)
}

/** `fetch` hides the reason one level down. */
function networkCode(error: unknown): string {
  return errorCode(error instanceof Error && error.cause !== undefined ? error.cause : error)
}
