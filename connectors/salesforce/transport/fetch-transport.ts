import { PassThrough } from 'node:stream'
import type { HttpRequest, HttpResponse } from 'jsforce'
import { Transport } from 'jsforce/lib/transport.js'
import { StreamPromise } from 'jsforce/lib/util/promise.js'
import { errorCode, TransientError } from '#src/errors.ts'
import { errorsIn } from './error-body.ts'
import { failureOf, redirected } from './errors.ts'
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
  /** The newest answer, an error too; its headers tell usage and request id. */
  answer: HttpAnswer | undefined
  readonly #timeoutMs: number

  constructor(timeoutMs: number = TIMEOUT_MS) {
    super()
    this.#timeoutMs = timeoutMs
  }

  override httpRequest(request: HttpRequest): StreamPromise<HttpResponse> {
    return StreamPromise.create(() => ({ stream: new PassThrough(), promise: this.#send(request) }))
  }

  /** Throws for every answer that is not a 2xx. */
  async #send({ url, method, headers = {}, body }: HttpRequest): Promise<HttpResponse> {
    const { 'content-length': _length, ...rest } = headers
    const init = { method, headers: rest, ...(typeof body === 'string' ? { body } : {}) }
    this.answer = undefined
    const answer = await exchange(url, init, this.#timeoutMs)
    this.answer = answer
    if (answer.status >= 200 && answer.status < 300) {
      return { statusCode: answer.status, headers: answer.headers, body: answer.body }
    }
    throw failureOf({
      status: answer.status,
      errors: errorsIn(answer.body),
      retryAfterMs: retryAfterMs(answer.headers['retry-after']),
      requestId: requestIdOf(answer.headers),
      label: labelOf(url, init),
    })
  }
}

/**
 * One call to its last byte, whatever the status. Throws TransientError when there is no answer, and
 * PermanentError `salesforce-redirected` for a redirect: a token must not follow one to another host.
 */
export async function exchange(
  url: string,
  init: RequestInit,
  timeoutMs: number = TIMEOUT_MS,
): Promise<HttpAnswer> {
  const answer = await fetchWhole(url, init, timeoutMs)
  if (answer.status >= 301 && answer.status <= 308) {
    throw redirected(labelOf(url, init), hostOf(answer.headers['location'] ?? ''))
  }
  return answer
}

async function fetchWhole(url: string, init: RequestInit, timeoutMs: number): Promise<HttpAnswer> {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(url, { ...init, redirect: 'manual', signal })
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

const REQUEST_ID = /^[\w-]{6,64}$/

/** What Salesforce's support asks for; also on answers that succeed. */
export function requestIdOf(headers: HttpAnswer['headers']): string | undefined {
  const id = headers['x-sfdc-request-id'] ?? ''
  return REQUEST_ID.test(id) ? id : undefined
}

function labelOf(url: string, { method = 'GET' }: RequestInit): string {
  return `${method} ${URL.canParse(url) ? new URL(url).pathname : pathLabel(url)}`
}

function retryAfterMs(header: string | undefined): number | undefined {
  const seconds = Number(header)
  return header !== undefined && Number.isFinite(seconds) ? seconds * 1000 : undefined
}
