import { type PermanentError, TransientError } from '#src/errors.ts'
import { ErrorBody, refusal } from './errors.ts'
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
      /** Whom else it makes wait. */
      readonly pauses: Pauses
    }
  | {
      readonly next: 'stop'
      readonly error: TransientError | PermanentError
      readonly pauseMs?: number
      readonly pauses?: Pauses
    }

/** Whether a wait is this call's alone, or everybody's who uses its pool or the portal. */
export type Pauses = 'nobody' | 'pool' | 'portal'

/** A wait longer than this is handed to the queue instead of being slept through. */
const LONGEST_WAIT_MS = 60_000
const LOCKED_WAIT_MS = 2_000
/** A move to another data centre takes up to a day (HubSpot docs, "Error handling", 477). */
const MIGRATION_WAIT_MS = 300_000
const TEMPORARY = new Set([408, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524])

type JudgedRequest = Pick<HttpRequest, 'method' | 'path'> & { readonly pool?: string }

/** Reads status, headers and codes of an answer; no message of HubSpot's goes on, it may quote values. */
export function judgeAnswer(
  answer: HttpAnswer,
  request: JudgedRequest,
  clock: { nowMs: number; timeZone: string },
): Verdict {
  const { status } = answer
  if (status >= 200 && status < 300) return { next: 'done' }
  if (status === 401) return { next: 'refresh-token' }
  if (status === 429) return judgeLimit(answer, request, clock)
  const askedMs = retryAfterMs(answer, clock.nowMs)
  if (status === 423) {
    return waitOf('hubspot-locked', Math.max(LOCKED_WAIT_MS, askedMs ?? 0), 'nobody')
  }
  if (status === 477) return waitOf('hubspot-migrating', askedMs ?? MIGRATION_WAIT_MS, 'portal')
  if (TEMPORARY.has(status)) return waitOf('hubspot-unavailable', askedMs, 'nobody')
  return { next: 'stop', error: refusal(answer, request) }
}

/**
 * HubSpot docs, "API usage guidelines": `policyName` says which window is used up. `Retry-After` is not
 * promised on a 429 and counts where it is there. Without a policy its name is looked for in the words.
 */
function judgeLimit(
  answer: HttpAnswer,
  { pool }: JudgedRequest,
  clock: { nowMs: number; timeZone: string },
): Verdict {
  const { policyName, message = '' } = ErrorBody.parse(answer.body)
  const policy = (policyName ?? message).toUpperCase()
  const askedMs = retryAfterMs(answer, clock.nowMs)
  if (policy.includes('DAILY')) {
    const pauseMs = askedMs ?? msUntilMidnight(clock.nowMs, clock.timeZone)
    const text = "The portal's daily API limit is used up"
    const error = new TransientError('hubspot-daily-limit', text, pauseMs)
    return { next: 'stop', error, pauseMs, pauses: 'portal' }
  }
  return waitOf('hubspot-rate-limited', askedMs ?? windowMs(policy, pool), 'pool')
}

function windowMs(policy: string, pool: string | undefined): number {
  if (/TEN.?SECONDLY/.test(policy)) return 10_000
  if (policy.includes('SECONDLY')) return 1_000
  if (policy.includes('MINUTE')) return 60_000
  return pool === 'search' ? 1_000 : 10_000
}

function waitOf(code: string, afterMs: number | undefined, pauses: Pauses): Verdict {
  if (afterMs === undefined || afterMs <= LONGEST_WAIT_MS) {
    return { next: 'again', code, afterMs, pauses }
  }
  const error = new TransientError(code, 'HubSpot asks to come back later', afterMs)
  return { next: 'stop', error, pauseMs: afterMs, pauses }
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
