import express, { type Request, type Response, type Router } from 'express'
import { bearerOf } from '../http-request.ts'
import type { Sessions } from '../oauth/sessions.ts'
import { errorReply } from './api-error.ts'
import type { RestApi } from './rest-api.ts'
import type { ApiReply } from './route.ts'

const SESSION_INVALID = errorReply(401, 'INVALID_SESSION_ID', 'Session expired or invalid')

/** `/services/data`: the versions, and every resource of each below. */
export function restRouter(deps: {
  readonly rest: RestApi
  readonly sessions: Sessions
  readonly versions: readonly number[]
}): Router {
  const router = express.Router()
  router.get('/services/data', (_request, response) => {
    response.json(deps.versions.map(presentVersion))
  })
  router.all(/^\/services\/data\/v([\d.]+)(\/.*)?$/, (request, response) => {
    const userId = deps.sessions.userOf(bearerOf(request) ?? '')
    send(response, userId === undefined ? SESSION_INVALID : answer(deps.rest, request, userId))
  })
  router.use((_request, response) => {
    send(response, errorReply(404, 'NOT_FOUND', 'The requested resource does not exist'))
  })
  return router
}

/** Summer '26 is 67.0; seasons follow from it. */
function presentVersion(version: number): object {
  const season = ['Spring', 'Summer', 'Winter'][(version + 3) % 3]
  return {
    label: `${season ?? ''} (${version}.0)`,
    url: `/services/data/v${version}.0`,
    version: `${version}.0`,
  }
}

function answer(rest: RestApi, request: Request, userId: string): ApiReply {
  const url = new URL(request.originalUrl, 'http://org')
  const [, version = '', path = ''] =
    /^\/services\/data\/v([\d.]+)(\/.*)?$/.exec(url.pathname) ?? []
  const body = readBody(request)
  if (body === UNREADABLE) {
    return errorReply(
      400,
      'JSON_PARSER_ERROR',
      'The HTTP entity body is required, but this request has no entity body or it cannot be parsed',
    )
  }
  return rest.answer({
    method: request.method,
    version,
    path: path === '' ? '/' : path,
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
    ),
    body,
    userId,
  })
}

const UNREADABLE = Symbol('unreadable')

function readBody(request: Request): unknown {
  const text: unknown = request.body
  if (typeof text !== 'string' || text === '') return undefined
  if (!request.is('json')) return text
  try {
    return JSON.parse(text)
  } catch {
    return UNREADABLE
  }
}

function send(response: Response, reply: ApiReply): void {
  if (reply.dropAfterMs !== undefined) {
    setTimeout(() => response.destroy(), reply.dropAfterMs)
    return
  }
  response.status(reply.status).set(reply.headers ?? {})
  if (reply.body === undefined) response.end()
  else if (reply.contentType === undefined) response.json(reply.body)
  else response.type(reply.contentType).send(reply.body)
}
