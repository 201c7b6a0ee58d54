import { PermanentError } from '#src/errors.ts'
import type { SaveError } from '../saving/save-result.ts'
import type { ApiReply } from './route.ts'

/** REST API guide, "Status Codes and Error Responses"; everything else is a 400. */
const STATUS: Readonly<Record<string, number>> = {
  INVALID_SESSION_ID: 401,
  INVALID_AUTH_HEADER: 401,
  REQUEST_LIMIT_EXCEEDED: 403,
  NOT_FOUND: 404,
  ENTITY_IS_DELETED: 404,
  INVALID_CROSS_REFERENCE_KEY: 404,
  METHOD_NOT_ALLOWED: 405,
  INVALID_QUERY_LOCATOR: 400,
}

/** A failed request: a list of one error. */
export const errorReply = (status: number, errorCode: string, message: string): ApiReply => ({
  status,
  body: [{ message, errorCode }],
})

/** The answer to a request that failed as a whole. Errors that are not the platform's are rethrown. */
export function replyToError(error: unknown): ApiReply {
  if (!(error instanceof PermanentError)) throw error
  return errorReply(STATUS[error.code] ?? 400, error.code, error.message)
}

/** A single-record request names its errors the REST way, not as a SaveResult. */
export function replyToSaveErrors(errors: readonly SaveError[]): ApiReply {
  return {
    status: STATUS[errors[0]?.statusCode ?? ''] ?? 400,
    body: errors.map(({ statusCode, message, fields }) => ({
      message,
      errorCode: statusCode,
      fields,
    })),
  }
}
