import { PassThrough } from 'node:stream'
import type { HttpRequest, HttpResponse } from 'jsforce'
import { Transport } from 'jsforce/lib/transport.js'
import { StreamPromise } from 'jsforce/lib/util/promise.js'
import { errorCode, TransientError } from '#src/errors.ts'
import { errorsIn } from './error-body.ts'
import { failureOf } from './errors.ts'
import { pathLabel } from './paths.ts'

/** A write of 200 records runs the customer's triggers; Salesforce itself allows ten minutes. */
const TIMEOUT_MS = 120_000

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * jsforce's transport on fetch. Its own retries some methods at fixed intervals, limits only the
 * wait for the headers, and ends the process with an unhandled stream error when a connection breaks
 * inside a body (3.10.26, lib/request.js). This one sends once, and an error answer never gets as
 * far as a message that quotes values.
 */
export class FetchTransport extends Transport {
  override httpRequest(request: HttpRequest): StreamPromise<HttpResponse> {
    return StreamPromise.create(() => ({ stream: new PassThrough(), promise: send(request) }))
  }
}

async function send(request: HttpRequest): Promise<HttpResponse> {
  const { 'content-length': _length, ...headers } = request.headers ?? {}
  const { status, ...answer } = await fetchAnswer(request.url, {
    method: request.method,
    headers,
    ...(typeof request.body === 'string' ? { body: request.body } : {}),
  })
  return { statusCode: status, headers: answer.headers, body: answer.body }
}

/** One call to its last byte; throws for every answer that is not a 2xx. */
async function fetchAnswer(url: string, init: RequestInit): Promise<HttpAnswer> {
  const answer = await exchange(url, init)
  if (answer.status >= 200 && answer.status < 300) return answer
  throw failureOf({
    status: answer.status,
    errors: errorsIn(answer.body),
    retryAfterMs: retryAfterMs(answer.headers['retry-after']),
    label: labelOf(url, init),
  })
}

/** One call to its last byte, whatever the status; throws TransientError when there is no answer. */
export async function exchange(url: string, init: RequestInit): Promise<HttpAnswer> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const body = await response.text()
    return { status: response.status, headers: Object.fromEntries(response.headers), body }
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error
    throw new TransientError(
      'salesforce-unreachable',
      `No answer from ${hostOf(url)} to ${labelOf(url, init)} (${errorCode(cause)}).`,
    )
  }
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'an unreadable address'
}

function labelOf(url: string, { method = 'GET' }: RequestInit): string {
  return `${method} ${URL.canParse(url) ? new URL(url).pathname : pathLabel(url)}`
}

function retryAfterMs(header: string | undefined): number | undefined {
  const seconds = Number(header)
  return header !== undefined && Number.isFinite(seconds) ? seconds * 1000 : undefined
}
