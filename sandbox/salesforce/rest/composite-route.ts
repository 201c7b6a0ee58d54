import { PermanentError } from '#src/errors.ts'
import type { Org } from '../org.ts'
import { replyToError } from './api-error.ts'
import { type Answers, resolveReferences } from './composite-reference.ts'
import { isValues, valuesOf } from './object-named.ts'
import { type ApiCall, type ApiReply, ok, type Route } from './route.ts'

const MOST_SUBREQUESTS = 25
const MOST_HEAVY = 5
/** Subrequests have headers of their own and inherit none of these from the request around them. */
const FORBIDDEN_HEADERS = new Set(['accept', 'authorization', 'content-type'])

interface Subrequest {
  readonly method: string
  readonly url: string
  readonly referenceId: string
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** Runs one call below `/services/data/vXX.X` as a part of another. */
export type Dispatch = (call: Omit<ApiCall, 'params'>) => ApiReply

/** A composite resource: up to 25 calls in one, counted once. The Tooling API has one of its own. */
export function compositeRoute(
  org: Org,
  dispatch: Dispatch,
  at: Pick<Route, 'pattern' | 'kind'>,
): Route {
  function handle(call: ApiCall): ApiReply {
    const body = valuesOf(call.body)
    const subrequests = readSubrequests(body['compositeRequest'])
    const results = org.records.transaction((undo) => {
      const each = runEach(call, subrequests)
      if (body['allOrNone'] !== true || each.every(({ httpStatusCode }) => httpStatusCode < 300)) {
        return each
      }
      undo()
      return each.map((result) => (result.httpStatusCode < 300 ? halted(result) : result))
    })
    return ok({ compositeResponse: results })
  }

  function runEach(call: ApiCall, subrequests: readonly Subrequest[]): readonly CompositeResult[] {
    const answers = new Map<string, unknown>()
    return subrequests.map((subrequest) => {
      const reply = runOne(call, subrequest, answers)
      answers.set(subrequest.referenceId, reply.body)
      return {
        body: reply.body ?? null,
        httpHeaders: {},
        httpStatusCode: reply.status,
        referenceId: subrequest.referenceId,
      }
    })
  }

  function runOne(call: ApiCall, subrequest: Subrequest, answers: Answers): ApiReply {
    try {
      const url = new URL(String(resolveReferences(subrequest.url, answers)), 'http://org')
      const [, version = '', path = ''] =
        /^\/services\/data\/v([\d.]+)(\/.*)$/.exec(url.pathname) ?? []
      return dispatch({
        method: subrequest.method,
        version,
        path,
        query: url.searchParams,
        headers: subrequest.headers,
        body: resolveReferences(subrequest.body, answers),
        userId: call.userId,
      })
    } catch (error) {
      return replyToError(error)
    }
  }

  return { method: 'POST', ...at, handle }
}

interface CompositeResult {
  readonly body: unknown
  readonly httpHeaders: object
  readonly httpStatusCode: number
  readonly referenceId: string
}

function halted(result: CompositeResult): CompositeResult {
  const message =
    'The transaction was rolled back since another operation in the same transaction failed.'
  return {
    ...result,
    httpStatusCode: 400,
    body: [{ errorCode: 'PROCESSING_HALTED', message }],
  }
}

function readSubrequests(list: unknown): readonly Subrequest[] {
  if (!Array.isArray(list)) {
    throw new PermanentError('JSON_PARSER_ERROR', 'compositeRequest must be a list')
  }
  if (list.length > MOST_SUBREQUESTS) {
    throw new PermanentError(
      'LIMIT_EXCEEDED',
      `The maximum number of subrequests is ${MOST_SUBREQUESTS}`,
    )
  }
  const subrequests = list.map(readSubrequest)
  if (new Set(subrequests.map(({ referenceId }) => referenceId)).size < list.length) {
    throw new PermanentError('INVALID_INPUT', 'referenceId values must be unique')
  }
  if (subrequests.filter(({ url }) => isHeavy(url)).length > MOST_HEAVY) {
    throw new PermanentError(
      'LIMIT_EXCEEDED',
      `A composite request can contain up to ${MOST_HEAVY} sObject Collections or query operations`,
    )
  }
  return subrequests
}

/** REST API guide, "Composite": of the 25 at most five may be collections or queries. */
function isHeavy(url: string): boolean {
  return /^\/services\/data\/v[\d.]+\/(?:query|queryAll|tooling\/query|composite\/sobjects)(?:[/?]|$)/i.test(
    url,
  )
}

function readSubrequest(item: unknown): Subrequest {
  const { method, url, referenceId, body, httpHeaders } = valuesOf(item)
  if (typeof method !== 'string' || typeof url !== 'string' || typeof referenceId !== 'string') {
    throw new PermanentError('JSON_PARSER_ERROR', 'A subrequest needs method, url and referenceId')
  }
  return { method: method.toUpperCase(), url, referenceId, body, headers: readHeaders(httpHeaders) }
}

function readHeaders(given: unknown): Readonly<Record<string, string>> {
  if (!isValues(given)) return {}
  const headers = Object.entries(given).map(([name, value]) => [name.toLowerCase(), String(value)])
  const forbidden = headers.find(([name]) => FORBIDDEN_HEADERS.has(name ?? ''))
  if (forbidden === undefined) return Object.fromEntries(headers)
  throw new PermanentError(
    'INVALID_INPUT',
    `Header ${forbidden[0] ?? ''} is not allowed in a subrequest`,
  )
}
