import type { WriteResult } from '#src/connector-port.ts'
import { PermanentError, TransientError } from '#src/errors.ts'
import type { RecordRef } from '#src/ports.ts'

type Policy = 'retry' | 'gone' | 'refused'

/**
 * What each status code of the SOAP API's StatusCode list means for one record. `retry` passes by
 * itself, `gone` is no longer there to write to, `refused` waits for a person.
 */
export const RECORD_POLICY: Readonly<Record<string, Policy>> = {
  UNABLE_TO_LOCK_ROW: 'retry',
  ALL_OR_NONE_OPERATION_ROLLED_BACK: 'retry',
  PROCESSING_HALTED: 'retry',
  REQUEST_LIMIT_EXCEEDED: 'retry',
  SERVER_UNAVAILABLE: 'retry',
  INTERNAL_ERROR: 'retry',
  UNKNOWN_EXCEPTION: 'retry',
  QUERY_TIMEOUT: 'retry',
  REQUEST_RUNNING_TOO_LONG: 'retry',
  INVALID_SESSION_ID: 'retry',
  INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE: 'retry',
  TOO_MANY_APEX_REQUESTS: 'retry',
  ENTITY_IS_LOCKED: 'retry',
  ENTITY_IS_DELETED: 'gone',
  NOT_FOUND: 'gone',
  INVALID_CROSS_REFERENCE_KEY: 'gone',
  CANNOT_UPDATE_CONVERTED_LEAD: 'gone',
  FIELD_CUSTOM_VALIDATION_EXCEPTION: 'refused',
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: 'refused',
  CANNOT_EXECUTE_FLOW_TRIGGER: 'refused',
  CUSTOM_APEX_ERROR: 'refused',
  DUPLICATES_DETECTED: 'refused',
  INSUFFICIENT_ACCESS_OR_READONLY: 'refused',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'refused',
  INVALID_FIELD_FOR_INSERT_UPDATE: 'refused',
  FIELD_NOT_UPDATABLE: 'refused',
  INVALID_FIELD: 'refused',
  INVALID_TYPE: 'refused',
  STRING_TOO_LONG: 'refused',
  NUMBER_OUTSIDE_VALID_RANGE: 'refused',
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: 'refused',
  REQUIRED_FIELD_MISSING: 'refused',
  FIELD_FILTER_VALIDATION_EXCEPTION: 'refused',
  STORAGE_LIMIT_EXCEEDED: 'refused',
  LICENSE_LIMIT_EXCEEDED: 'refused',
  MALFORMED_ID: 'refused',
  JSON_PARSER_ERROR: 'refused',
  MALFORMED_QUERY: 'refused',
}

/** A customer's own automation failed; these reasons inside it pass by themselves. */
const PASSING_INSIDE_AUTOMATION = /UNABLE_TO_LOCK_ROW|CPU time limit/i
const AUTOMATION = new Set([
  'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  'CANNOT_EXECUTE_FLOW_TRIGGER',
  'CUSTOM_APEX_ERROR',
])

const DAILY_LIMIT_PAUSE_MS = 15 * 60_000
/** 25 requests of 20 s and more at once; they end by themselves. */
const CONCURRENT_LIMIT_PAUSE_MS = 30_000

export interface VendorError {
  readonly code: string
  /** Quotes values, so it is looked at and never passed on. */
  readonly message: string
  /** Of a SOAP fault, which is HTTP 500 whatever the reason. */
  readonly fault?: true
}

/** An answer that is an error, as it came: from a call or from one part of a composite call. */
export interface ErrorAnswer {
  readonly status: number
  readonly errors: readonly VendorError[]
  readonly retryAfterMs?: number | undefined
  /** Method and path, no query string. */
  readonly label: string
}

/** What became of one record of a collections call that was not written. */
export function judgeRecord(ref: RecordRef, errors: readonly VendorError[]): WriteResult {
  const [error] = errors
  if (error === undefined) return { ref, outcome: 'refused', code: 'UNKNOWN' }
  const outcome = policyOf(error)
  return outcome === 'gone' ? { ref, outcome } : { ref, outcome, code: error.code }
}

function policyOf({ code, message }: VendorError): Policy {
  if (AUTOMATION.has(code) && PASSING_INSIDE_AUTOMATION.test(message)) return 'retry'
  return RECORD_POLICY[code] ?? 'refused'
}

/** Whether the access token is no longer good. A body without a code counts: proxies send those. */
function isSessionEnd({ status, errors }: ErrorAnswer): boolean {
  return status === 401 || errors.some(({ code }) => code === 'INVALID_SESSION_ID')
}

/** The error an answer amounts to; the only place where whole-request codes are read. */
export function failureOf(answer: ErrorAnswer): TransientError | PermanentError {
  const { status, errors, label } = answer
  const code = errors[0]?.code ?? `HTTP_${status}`
  const text = `Salesforce answered ${label} with ${code} (HTTP ${status}).`
  if (isSessionEnd(answer)) return new PermanentError('salesforce-session-ended', text)
  const limit = errors.find((error) => error.code === 'REQUEST_LIMIT_EXCEEDED')
  if (limit !== undefined) {
    const daily = !/concurrent/i.test(limit.message)
    const pauseMs = daily ? DAILY_LIMIT_PAUSE_MS : CONCURRENT_LIMIT_PAUSE_MS
    return new TransientError('salesforce-request-limit', text, pauseMs)
  }
  if (isPassing(answer)) {
    return new TransientError('salesforce-unavailable', text, answer.retryAfterMs)
  }
  const permanent = PERMANENT[code] ?? PERMANENT_BY_STATUS[status]
  return new PermanentError(permanent?.code ?? 'salesforce-refused', text, permanent?.hint)
}

/** 420 is what jsforce saw of hosts that are being moved; the OAuth codes come with 400. */
const PASSING_STATUSES = new Set([408, 420, 429])
const PASSING_LOGINS = new Set(['temporarily_unavailable', 'server_error', 'server_busy'])

function isPassing({ status, errors }: ErrorAnswer): boolean {
  if (errors.some((error) => policyOf(error) === 'retry' || PASSING_LOGINS.has(error.code))) {
    return true
  }
  const isFault = errors.some(({ fault }) => fault === true)
  return PASSING_STATUSES.has(status) || (status >= 500 && status !== 501 && !isFault)
}

interface Verdict {
  readonly code: string
  readonly hint?: string
}

const FIELD_HIDDEN: Verdict = {
  code: 'salesforce-field-hidden',
  hint: 'Run "leadwell provision" for this portal, or assign the permission set "Leadwell Integration" to the user Leadwell connects as.',
}
const OBJECT_HIDDEN: Verdict = {
  code: 'salesforce-object-hidden',
  hint: 'Give the user Leadwell connects as read access to the object.',
}
const ACCESS_DENIED: Verdict = {
  code: 'salesforce-access-denied',
  hint: 'Give the user Leadwell connects as the permission "API Enabled" and access to the object.',
}
const API_DISABLED: Verdict = {
  code: 'salesforce-api-disabled',
  hint: 'The edition or the user has no API access; an admin enables it, or buys it with the edition.',
}
const NOT_FOUND: Verdict = { code: 'salesforce-not-found' }
const EXISTS: Verdict = { code: 'salesforce-exists' }

const PERMANENT: Readonly<Record<string, Verdict>> = {
  INVALID_FIELD: FIELD_HIDDEN,
  INVALID_TYPE: OBJECT_HIDDEN,
  API_DISABLED_FOR_ORG: API_DISABLED,
  API_CURRENTLY_DISABLED: API_DISABLED,
  INSUFFICIENT_ACCESS: ACCESS_DENIED,
  INSUFFICIENT_ACCESS_OR_READONLY: ACCESS_DENIED,
  NOT_FOUND,
  METHOD_NOT_ALLOWED: NOT_FOUND,
  DUPLICATE_DEVELOPER_NAME: EXISTS,
  DUPLICATE_VALUE: EXISTS,
}
const PERMANENT_BY_STATUS: Readonly<Record<number, Verdict>> = {
  403: ACCESS_DENIED,
  404: NOT_FOUND,
  405: NOT_FOUND,
  501: NOT_FOUND,
}

export interface TokenRefusal {
  /** OAuth error code, such as `invalid_client`. */
  readonly code: string
  readonly status: number
}

const LOGIN_HINTS: Readonly<Record<string, string>> = {
  'salesforce-client-credentials':
    'Check SALESFORCE_LOGIN_URL (the My Domain address), SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET; the app must allow the client credentials flow and name a user to run as.',
  'salesforce-jwt':
    'Check SALESFORCE_LOGIN_URL, SALESFORCE_CLIENT_ID and SALESFORCE_USERNAME; the app must hold the certificate of the private key and the user must be pre-authorised.',
  'salesforce-refresh': 'Install the app in Salesforce again: the authorisation was withdrawn.',
}

/** The token endpoint said no; trying again changes nothing. */
export function loginRefused(
  kind: keyof typeof LOGIN_HINTS,
  { code, status }: TokenRefusal,
): PermanentError {
  return new PermanentError(
    'salesforce-login-refused',
    `Salesforce refused the login with ${code} (HTTP ${status}).`,
    LOGIN_HINTS[kind],
  )
}

/** A fresh access token was refused as well: renewing again would go on for ever. */
export function tokenRefused(label: string): PermanentError {
  return new PermanentError(
    'salesforce-token-refused',
    `Salesforce refused a new access token on ${label}.`,
    'Check in Salesforce that the app is not blocked and that the user may use the API from here.',
  )
}

/** An admin has to do what our user may not; `todo` says what. */
export function provisionRefused(reasons: readonly string[], todo: string): PermanentError {
  return new PermanentError(
    'salesforce-provision-refused',
    `Salesforce did not take all of Leadwell's fields: ${reasons.join(', ')}.`,
    todo,
  )
}

/** Wrong form of an answer that claims success; says where, never what. */
export function unexpectedAnswer(label: string): PermanentError {
  return new PermanentError(
    'salesforce-unexpected-answer',
    `Salesforce answered ${label} in a form Leadwell does not know.`,
    'Check that the login URL belongs to a Salesforce organisation.',
  )
}
