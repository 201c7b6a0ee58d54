import { randomUUID } from 'node:crypto'
import type { LeakingFault } from '#sandbox/leaking-fault.ts'
import { PermanentError } from '#src/errors.ts'
import type { CallCounter, CallKind } from '../call-counter.ts'
import type { Faults } from '../faults.ts'
import { errorReply, replyToError } from './api-error.ts'
import { faultReply } from './fault-reply.ts'
import { isValues } from './object-named.ts'
import { type ApiCall, type ApiReply, type FoundRoute, findRoute, type Route } from './route.ts'

type PlainCall = Omit<ApiCall, 'params'>

export interface RestApi {
  /** One request from outside: counted, limited, and with faults where they are due. */
  answer(call: PlainCall): ApiReply
  /** A request inside another one that is already counted. */
  dispatch(call: PlainCall): ApiReply
  /** A request inside a batch, each of which counts. */
  dispatchCounted(call: PlainCall): ApiReply
}

/** Puts counting, limits and faults around the routes. Errors become replies. */
export function createRestApi(deps: {
  readonly routes: readonly Route[]
  readonly calls: CallCounter
  readonly faults: Faults
  readonly versions: readonly number[]
  /** Answers with a failure that quotes record values. */
  readonly leak: (fault: LeakingFault) => ApiReply
}): RestApi {
  const { calls, faults } = deps
  const versions = new Set(deps.versions.map((version) => `${version}.0`))

  function find(call: PlainCall): FoundRoute {
    const found = findRoute(deps.routes, call.method, call.path)
    if (found !== undefined && versions.has(call.version)) return found
    const other = deps.routes.some(({ method }) => findRoute(deps.routes, method, call.path))
    if (other && versions.has(call.version)) {
      throw new PermanentError('METHOD_NOT_ALLOWED', `HTTP Method '${call.method}' not allowed.`)
    }
    throw new PermanentError('NOT_FOUND', 'The requested resource does not exist')
  }

  function dispatch(call: PlainCall): ApiReply {
    try {
      const { route, params } = find(call)
      return route.handle({ ...call, params })
    } catch (error) {
      return replyToError(error)
    }
  }

  function answer(call: PlainCall): ApiReply {
    if (calls.used() >= calls.limit) return LIMIT_EXCEEDED
    try {
      const { route, params } = find(call)
      if (route.pattern !== '/composite/batch') calls.count(route.kind, 1)
      const fault = faults.forRequest(faultKind(route, call))
      if (fault === undefined) return route.handle({ ...call, params })
      if ('leak' in fault) return deps.leak(fault.leak)
      if (fault.afterwards === true) route.handle({ ...call, params })
      return faultReply(fault)
    } catch (error) {
      return replyToError(error)
    }
  }

  return {
    answer: (call) => withUsage(answer(call), calls),
    dispatch,
    dispatchCounted(call) {
      if (calls.used() >= calls.limit) return LIMIT_EXCEEDED
      const found = findRoute(deps.routes, call.method, call.path)
      calls.count(found?.route.kind ?? 'sobject', 1)
      return dispatch(call)
    },
  }
}

/** Writes of collections fail alike, on their own or as parts of a composite call. */
function faultKind({ kind, pattern }: Route, { body }: PlainCall): CallKind {
  const parts = pattern === '/composite' && isValues(body) ? body['compositeRequest'] : []
  const writes = Array.isArray(parts) && parts.some((part) => isCollectionWrite(part))
  return writes ? 'collections' : kind
}

function isCollectionWrite(part: unknown): boolean {
  return isValues(part) && String(part['url']).endsWith('/composite/sobjects')
}

const LIMIT_EXCEEDED = errorReply(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.')

/** REST API guide, "Limit Info Header"; the id is what Salesforce's support asks for. */
function withUsage(reply: ApiReply, calls: CallCounter): ApiReply {
  const usage = {
    'Sforce-Limit-Info': `api-usage=${calls.used()}/${calls.limit}`,
    'X-SFDC-Request-Id': randomUUID(),
  }
  return { ...reply, headers: { ...reply.headers, ...usage } }
}
