import type { ErrorRequestHandler } from 'express'
import { errorCode, PermanentError, TransientError } from '#src/errors.ts'
import type { Log } from '#src/ports.ts'

/** Codes of our own that are the caller's mistake; other permanent errors are ours. */
const STATUS: Readonly<Record<string, number>> = {
  'webhook-malformed': 400,
}

/** Express's own body errors carry a status and a type. */
interface BodyError {
  readonly status: number
  readonly type: string
}

/** The one place where errors become HTTP: a code, never a message, a stack or a value. */
export function createErrorHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const status = statusOf(error)
    const code = isBodyError(error) ? error.type.replaceAll('.', '-') : errorCode(error)
    if (status >= 500) log.error('request failed', { method: request.method, status, code })
    response.status(status).json({ error: code })
  }
}

function statusOf(error: unknown): number {
  if (error instanceof PermanentError) return STATUS[error.code] ?? 500
  if (error instanceof TransientError) return 503
  return isBodyError(error) ? error.status : 500
}

function isBodyError(error: unknown): error is BodyError {
  return (
    typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    typeof error.status === 'number' &&
    'type' in error &&
    typeof error.type === 'string'
  )
}
