import { Client } from '@hubspot/api-client'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  /** An object goes as JSON; URLSearchParams go as a form, FormData with its files. */
  readonly body?: object
  /** For a body that takes its time. */
  readonly timeoutMs?: number
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  /** Parsed JSON; `undefined` when the body is none. */
  readonly body: unknown
}

/** One request, no retries; throws what the network throws. */
export type Http = (request: HttpRequest, accessToken?: string) => Promise<HttpAnswer>

const TIMEOUT_MS = 30_000

/**
 * The vendor's client as plain HTTP. Its limiter and retries stay off because they are one per process,
 * whichever portal they were meant for, and the token travels per request because `setAccessToken`
 * resets that shared state.
 */
export function createHttp(apiUrl: string, timeoutMs = TIMEOUT_MS): Http {
  const client = new Client({ basePath: apiUrl.replace(/\/+$/, ''), numberOfApiCallRetries: 0 })
  return async (request, accessToken) => {
    const exchange = client.apiRequest(vendorOptions(request, accessToken)).then(readAnswer)
    return await withTimeout(exchange, request.timeoutMs ?? timeoutMs)
  }
}

function vendorOptions({ method, path, query, body }: HttpRequest, accessToken?: string) {
  const form = body instanceof URLSearchParams
  return {
    method,
    path,
    // `fetch` itself names the boundary between the parts of FormData.
    defaultJson: !form && !(body instanceof FormData),
    headers: {
      ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }),
      ...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
    },
    ...(query && { qs: query }),
    ...(body && { body: form ? body.toString() : body }),
  }
}

async function readAnswer(response: Response): Promise<HttpAnswer> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: parseJson(text) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

// apiRequest takes no AbortSignal, so a late answer is left to arrive unheard.
async function withTimeout<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })),
      timeoutMs,
    )
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
