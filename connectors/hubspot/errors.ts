import { z } from 'zod'
import { PermanentError, TransientError } from '#src/errors.ts'
import type { HttpAnswer, HttpRequest } from './http.ts'
import { msUntilMidnight } from './local-midnight.ts'

/** What an answer means for the call that got it. */
export type Verdict =
  | { readonly next: 'done' }
  | { readonly next: 'refresh-token' }
  | {
      readonly next: 'again'
      readonly code: string
      /** Absent: the caller's own growing wait. */
      readonly afterMs: number | undefined
      /** Whether everybody using the pool has to wait, not only this call. */
      readonly pausePool: boolean
    }
  | {
      readonly next: 'stop'
      readonly error: TransientError | PermanentError
      readonly pauseMs?: number
    }

const ErrorContext = z.record(z.string(), z.unknown()).optional().catch(undefined)
const ErrorBody = z
  .object({
    category: z.string().optional().catch(undefined),
    subCategory: z.string().optional().catch(undefined),
    correlationId: z.string().optional().catch(undefined),
    policyName: z.string().optional().catch(undefined),
    context: ErrorContext,
    errors: z
      .array(
        z.object({
          code: z.string().optional().catch(undefined),
          subCategory: z.string().optional().catch(undefined),
          context: ErrorContext,
        }),
      )
      .optional()
      .catch(undefined),
  })
  .catch({})
type ErrorBody = z.infer<typeof ErrorBody>

/** A wait longer than this is handed to the queue instead of being slept through. */
const LONGEST_WAIT_MS = 60_000
const LOCKED_WAIT_MS = 2_000
const TEMPORARY = new Set([408, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524])

/** Reads status, headers and codes of an answer; never the message, which quotes values. */
export function judgeAnswer(
  answer: HttpAnswer,
  request: HttpRequest,
  clock: { nowMs: number; timeZone: string },
): Verdict {
  const { status } = answer
  if (status >= 200 && status < 300) return { next: 'done' }
  if (status === 401) return { next: 'refresh-token' }
  if (status === 429) return judgeLimit(answer, clock)
  if (status === 423) return waitOf('hubspot-locked', lockedWait(answer, clock.nowMs), false)
  if (status === 477) return waitOf('hubspot-migrating', retryAfterMs(answer, clock.nowMs), true)
  if (TEMPORARY.has(status)) {
    return waitOf('hubspot-unavailable', retryAfterMs(answer, clock.nowMs), false)
  }
  return { next: 'stop', error: refusal(answer, request) }
}

/** Code of a refused record or row, from HubSpot's own codes; safe to store and print. */
export function refusalCode(body: unknown): string {
  const { category, subCategory, errors } = ErrorBody.parse(body)
  const detail = subCategory ?? errors?.[0]?.subCategory ?? errors?.[0]?.code
  const codes = [category, detail].filter(isCode)
  return codes.length > 0 ? [...new Set(codes)].join('/') : 'hubspot-refused'
}

/** Whether a row of a batch failed for a reason that passes. */
export function passes(row: unknown): boolean {
  return /RATE_LIMIT|INTERNAL|TIMEOUT|UNAVAILABLE|LOCKED|CONFLICT/.test(refusalCode(row))
}

/** Whether a row or a batch failed because the object is not there. */
export function saysGone(body: unknown): boolean {
  return /NOT_FOUND|NOT_EXIST/.test(refusalCode(body)) && !/PROPERTY/.test(refusalCode(body))
}

export function tokenRefused(): PermanentError {
  return new PermanentError(
    'hubspot-token-refused',
    'HubSpot refused the access token (401)',
    'Create a new token for the app in HubSpot, or install the app again, and connect the portal with it.',
  )
}

/** HubSpot answered something we cannot read: most often the URL is not HubSpot's API. */
export function unreadable(request: Pick<HttpRequest, 'method' | 'path'>): PermanentError {
  return new PermanentError(
    'hubspot-unreadable-answer',
    `The answer to ${request.method} ${request.path} does not have the documented shape`,
    'Check that the API URL is that of HubSpot (https://api.hubapi.com).',
  )
}

function refusal({ status, body }: HttpAnswer, { method, path }: HttpRequest): PermanentError {
  const error = ErrorBody.parse(body)
  const scopes = missingScopes(error)
  if (status === 403 && (error.category === 'MISSING_SCOPES' || scopes.length > 0)) {
    return new PermanentError(
      'hubspot-missing-scope',
      `HubSpot refused ${method} ${path}: the token lacks ${scopes.join(', ') || 'a scope'}`,
      'Add the scope to the app in HubSpot, then install or connect it again.',
    )
  }
  const correlation = isCode(error.correlationId) ? `, correlation ${error.correlationId}` : ''
  return new PermanentError(
    'hubspot-refused',
    `HubSpot answered ${status} ${refusalCode(body)} to ${method} ${path}${correlation}`,
  )
}

/** Scope names stand in the context of the error or of its parts, under differing keys. */
function missingScopes({ context, errors }: ErrorBody): string[] {
  const contexts = [context, ...(errors ?? []).map((error) => error.context)]
  const named = contexts
    .flatMap((entry) => Object.entries(entry ?? {}))
    .filter(([key]) => /scopes$/i.test(key))
    .flatMap(([, value]) => value)
  return [...new Set(named.filter((scope) => isCode(scope)))]
}

/** HubSpot docs, "API usage guidelines": `policyName` says which window is used up. */
function judgeLimit(answer: HttpAnswer, clock: { nowMs: number; timeZone: string }): Verdict {
  const policy = ErrorBody.parse(answer.body).policyName ?? ''
  if (policy === 'DAILY') {
    const pauseMs = msUntilMidnight(clock.nowMs, clock.timeZone)
    const message = "The portal's daily API limit is used up"
    return {
      next: 'stop',
      error: new TransientError('hubspot-daily-limit', message, pauseMs),
      pauseMs,
    }
  }
  const byPolicy = policy === 'SECONDLY' ? 1_000 : 10_000
  return waitOf('hubspot-rate-limited', retryAfterMs(answer, clock.nowMs) ?? byPolicy, true)
}

function waitOf(code: string, afterMs: number | undefined, pausePool: boolean): Verdict {
  if (afterMs === undefined || afterMs <= LONGEST_WAIT_MS) {
    return { next: 'again', code, afterMs, pausePool }
  }
  const error = new TransientError(code, 'HubSpot asks to come back later', afterMs)
  return pausePool ? { next: 'stop', error, pauseMs: afterMs } : { next: 'stop', error }
}

function lockedWait(answer: HttpAnswer, nowMs: number): number {
  return Math.max(LOCKED_WAIT_MS, retryAfterMs(answer, nowMs) ?? 0)
}

/** Seconds or an HTTP date, as RFC 9110 allows. */
function retryAfterMs({ headers }: HttpAnswer, nowMs: number): number | undefined {
  const value = headers.get('retry-after')
  if (value === null || value === '') return undefined
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000)
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs)
}

function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.-]{1,80}$/.test(value)
}
