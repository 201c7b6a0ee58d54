import { PermanentError } from '#src/errors.ts'
import { replyToError } from './api-error.ts'
import type { Dispatch } from './composite-route.ts'
import { valuesOf } from './object-named.ts'
import { type ApiCall, type ApiReply, ok, type Route } from './route.ts'

const MOST_SUBREQUESTS = 25

/** The batch resource: independent calls, each counted against the daily limit. */
export function batchRoute(dispatch: Dispatch): Route {
  function handle(call: ApiCall): ApiReply {
    const { batchRequests, haltOnError } = valuesOf(call.body)
    if (!Array.isArray(batchRequests) || batchRequests.length > MOST_SUBREQUESTS) {
      throw new PermanentError('LIMIT_EXCEEDED', `A batch holds up to ${MOST_SUBREQUESTS} requests`)
    }
    const results: { statusCode: number; result: unknown }[] = []
    let hasErrors = false
    for (const item of batchRequests) {
      const reply: ApiReply =
        hasErrors && haltOnError === true ? HALTED : runOne(dispatch, call, item)
      hasErrors ||= reply.status >= 400
      results.push({ statusCode: reply.status, result: reply.body ?? null })
    }
    return ok({ hasErrors, results })
  }
  return { method: 'POST', pattern: '/composite/batch', kind: 'composite', handle }
}

const HALTED: ApiReply = {
  status: 412,
  body: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }],
}

function runOne(dispatch: Dispatch, call: ApiCall, item: unknown): ApiReply {
  try {
    const { method, url, richInput } = valuesOf(item)
    const target = new URL(String(url).replace(/^\/?(?:services\/data\/)?/, '/'), 'http://org')
    const [, version = '', path = ''] = /^\/v([\d.]+)(\/.*)$/.exec(target.pathname) ?? []
    return dispatch({
      method: String(method).toUpperCase(),
      version,
      path,
      query: target.searchParams,
      headers: {},
      body: richInput,
      userId: call.userId,
    })
  } catch (error) {
    return replyToError(error)
  }
}
