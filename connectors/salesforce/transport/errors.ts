import { PermanentError, TransientError } from '#src/errors.ts'
import { isPassingCode } from '../writing/write-policy.ts'

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
  /** What Salesforce's support asks for. */
  readonly requestId?: string | undefined
  /** Method and path, no query string. */
  readonly label: string
}

/** Whether the access token is no longer good. A body without a code counts: proxies send those. */
function isSessionEnd({ status, errors }: ErrorAnswer): boolean {
  return status === 401 || errors.some(({ code }) => code === 'INVALID_SESSION_ID')
}

/** The error an answer amounts to; the only place where whole-request codes are read. */
export function failureOf(answer: ErrorAnswer): TransientError | PermanentError {
  const { status, errors, label } = answer
  const code = errors[0]?.code ?? `HTTP_${status}`
  const request = answer.requestId === undefined ? '' : `, request ${answer.requestId}`
  const about = errors[0] === undefined ? '' : aboutSchema(errors[0])
  const text = `Salesforce answered ${label} with ${code}${about} (HTTP ${status}${request}).`
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

const API_NAME = String.raw`([A-Za-z][\w.]{0,120})`
const NO_FIELD = new RegExp(
  `No such column '${API_NAME}' on (?:entity|sobject of type) '?${API_NAME}`,
)
const NO_OBJECT = new RegExp(`sObject type '${API_NAME}' is not supported`, 'i')

/**
 * Which field or object is hidden, where the message says so: API names are schema, while the rest of
 * the message may quote values.
 */
function aboutSchema({ code, message }: VendorError): string {
  if (code === 'INVALID_FIELD') {
    const [, field, object] = NO_FIELD.exec(message) ?? []
    if (field !== undefined && object !== undefined) return ` for ${object}.${field}`
  }
  const [, object] = (code === 'INVALID_TYPE' && NO_OBJECT.exec(message)) || []
  return object === undefined ? '' : ` for ${object}`
}

/** 420 is what jsforce saw of hosts that are being moved; the OAuth codes come with 400. */
const PASSING_STATUSES = new Set([408, 420, 429])
const PASSING_LOGINS = new Set(['temporarily_unavailable', 'server_error', 'server_busy'])

function isPassing({ status, errors }: ErrorAnswer): boolean {
  if (errors.some((error) => isPassingCode(error) || PASSING_LOGINS.has(error.code))) {
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

/** The answer came from a place that is not the API: a moved organisation, or the wrong address. */
export function redirected(label: string, host: string): PermanentError {
  return new PermanentError(
    'salesforce-redirected',
    `Salesforce sent ${label} on to ${host}.`,
    'Set SALESFORCE_LOGIN_URL to the My Domain address (Setup, "My Domain": https://….my.salesforce.com), not the address the browser shows.',
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
