import type { ErrorRequestHandler } from 'express'
import { errorCode, PermanentError, TransientError } from '#src/errors.ts'
import { createTally } from '../tally.ts'
import type { ApiDeps } from './api-deps.ts'

/** What a person can put right is 409 unless something more telling is known. */
const STATUS: Readonly<Record<string, number>> = {
  'input-invalid': 400,
  'cursor-invalid': 400,
  'body-malformed': 400,
  'request-malformed': 400,
  'token-missing': 401,
  'token-refused': 401,
  'session-over': 401,
  'role-missing': 403,
  'csrf-refused': 403,
  'view-refused': 403,
  'approval-by-author': 403,
  'not-found': 404,
  'portal-unknown': 404,
  'record-unknown': 404,
  'record-forgotten': 410,
  'model-version-unknown': 404,
  'run-unknown': 404,
  'analysis-unknown': 404,
  'drift-unknown': 404,
  'method-refused': 405,
  'body-too-large': 413,
  'body-type-refused': 415,
  'allow-list-invalid': 422,
  'allow-list-unfit': 422,
  'model-invalid': 422,
  'model-unfit': 422,
  'outcomes-invalid': 422,
  'change-group-unknown': 422,
  'segment-names-unfit': 422,
  'not-available': 501,
}
const TRANSIENT_STATUS: Readonly<Record<string, number>> = { 'sign-in-limited': 429 }
/** What nobody who calls the API can put right. */
const OURS = /^(?:database-|ledger-|secret-key-)/

interface Told {
  readonly status: number
  readonly error: string
  readonly message: string
  readonly hint: string
}

/** Errors as `{error, message, hint}`: what went wrong and what to do, never what was sent or kept. */
export function createApiErrorHandler({
  log,
  now,
}: Pick<ApiDeps, 'log' | 'now'>): ErrorRequestHandler {
  // Whoever tries tokens would fill the disk with lines.
  const refused = createTally(now, (requests, total, reason) =>
    log.warn('api requests refused', { requests, total, reason }),
  )
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      log.warn('api answer broken off', { code: errorCode(error) })
      next(error)
      return
    }
    const { status, ...told } = tell(error)
    const { method } = request
    if (status >= 500 && status !== 501) {
      log.error('api request failed', { method, status, code: told.error })
    }
    if ([401, 403, 429].includes(status)) refused.add(1, told.error)
    if (error instanceof TransientError) {
      response.set('Retry-After', String(Math.ceil((error.retryAfterMs ?? 1000) / 1000)))
    }
    if (status === 401) response.set('WWW-Authenticate', 'Bearer realm="Leadwell"')
    response.status(status).json(told)
  }
}

function tell(error: unknown): Told {
  if (error instanceof TransientError) {
    const { code, message } = error
    const hint = 'Nothing is lost; try again after the time in Retry-After.'
    return { status: TRANSIENT_STATUS[code] ?? 503, error: code, message, hint }
  }
  if (error instanceof PermanentError && !OURS.test(error.code)) {
    const { code, message, hint = 'docs/guides/api.md tells what each route takes.' } = error
    return { status: STATUS[code] ?? 409, error: code, message, hint }
  }
  const status = bodyStatusOf(error)
  if (status !== undefined) return { status, ...(BODY_ERRORS[status] ?? MALFORMED) }
  return {
    status: 500,
    error: errorCode(error),
    message: 'Something went wrong in Leadwell.',
    hint: 'Look into the log of the server, and run: leadwell doctor',
  }
}

const MALFORMED = {
  error: 'request-malformed',
  message: 'The request is not one this server can read.',
  hint: 'docs/guides/api.md tells what each route takes.',
}
const BODY_ERRORS: Readonly<Record<number, Omit<Told, 'status'>>> = {
  400: {
    error: 'body-malformed',
    message: 'The body is not JSON, or the address is not well formed.',
    hint: 'Send one JSON object in UTF-8.',
  },
  413: {
    error: 'body-too-large',
    message: 'The body is larger than this route takes.',
    hint: 'docs/guides/api.md tells how much each route takes.',
  },
  415: {
    error: 'body-type-refused',
    message: 'The body is of a type or in an encoding this server does not take.',
    hint: 'Send it uncompressed as application/json in UTF-8.',
  },
}

/** Express and its parsers say by a status that the request was at fault. */
function bodyStatusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined
  const { status } = error
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined
}
