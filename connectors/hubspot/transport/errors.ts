import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import type { HttpAnswer, HttpRequest } from './http.ts'

const ErrorContext = z.record(z.string(), z.unknown()).optional().catch(undefined)
/** Every field of it is optional (HubSpot docs, "Error handling"). */
export const ErrorBody = z
  .object({
    category: z.string().optional().catch(undefined),
    subCategory: z.string().optional().catch(undefined),
    correlationId: z.string().optional().catch(undefined),
    requestId: z.string().optional().catch(undefined),
    message: z.string().optional().catch(undefined),
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

/** Code of a refused record or row, from HubSpot's own codes; safe to store and print. */
export function refusalCode(body: unknown): string {
  const { category, subCategory, errors } = ErrorBody.parse(body)
  const detail = subCategory ?? errors?.[0]?.subCategory ?? errors?.[0]?.code
  const codes = [category, detail].filter(isCode)
  return codes.length > 0 ? [...new Set(codes)].join('/') : 'hubspot-refused'
}

/** What HubSpot's support asks for: the id of this one exchange, in the body or a header. */
export function supportId({
  body,
  headers,
}: Pick<HttpAnswer, 'body' | 'headers'>): string | undefined {
  const { correlationId, requestId } = ErrorBody.parse(body)
  const header = headers.get('x-hubspot-correlation-id')
  return [correlationId, requestId, header].find(isCode)
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

/** An answer no second try can change. */
export function refusal(
  answer: HttpAnswer,
  { method, path }: Pick<HttpRequest, 'method' | 'path'>,
): PermanentError {
  const { status, body } = answer
  const error = ErrorBody.parse(body)
  const scopes = missingScopes(error)
  if (status === 403 && (error.category === 'MISSING_SCOPES' || scopes.length > 0)) {
    return new PermanentError(
      'hubspot-missing-scope',
      `HubSpot refused ${method} ${path}: the token lacks ${scopes.join(', ') || 'a scope'}`,
      'Add the scope to the app in HubSpot, then install or connect it again.',
    )
  }
  const id = supportId(answer)
  const correlation = id === undefined ? '' : `, correlation ${id}`
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

function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.-]{1,80}$/.test(value)
}
