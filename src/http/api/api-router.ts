import { type Request, type RequestHandler, Router } from 'express'
import helmet from 'helmet'
import { PermanentError } from '#src/errors.ts'
import { type Caller, createSignIn, type SignIn } from '../sign-in.ts'
import { includesRole } from './access-role.ts'
import type { ApiDeps } from './api-deps.ts'
import { createApiErrorHandler } from './api-error-handler.ts'
import type { ApiRoute } from './api-route.ts'
import { API_ROUTES } from './api-routes.ts'
import { createBodyReader } from './json-body.ts'
import { createSender, type SendAnswer } from './send-answer.ts'

/** `/api/v1`: who asks, whether they may, what they ask, in this order, for every route of the table. */
export function createApiRouter(deps: ApiDeps): Router {
  const router = Router({ caseSensitive: true })
  router.use(securityHeaders(), notKept)
  const signIn = createSignIn(deps)
  const send = createSender(deps.stopping)
  const methods = new Map<string, string[]>()
  for (const route of API_ROUTES) {
    const others = methods.get(route.path) ?? []
    methods.set(route.path, [...others, route.method.toUpperCase()])
    router[route.method](route.path, refuseHead, serve(route, { deps, signIn, send }))
  }
  for (const [path, allowed] of methods) {
    router.all(path, (_request, response) => {
      response.set('Allow', allowed.join(', '))
      throw methodRefused()
    })
  }
  router.use(() => {
    throw new PermanentError(
      'not-found',
      'There is nothing at this address.',
      'docs/guides/api.md lists every route.',
    )
  })
  router.use(createApiErrorHandler(deps))
  return router
}

interface Parts {
  readonly deps: ApiDeps
  readonly signIn: SignIn
  readonly send: SendAnswer
}

function serve(route: ApiRoute, { deps, signIn, send }: Parts): RequestHandler {
  const readBody = createBodyReader(route.bodyLimit ?? 0)
  return async (request, response) => {
    const caller = await admit(route, signIn, request)
    await readBody(request, response)
    const answer = await route.answer(request, { deps, signIn, caller })
    await send(response, answer)
  }
}

async function admit(
  { role }: ApiRoute,
  signIn: SignIn,
  request: Request,
): Promise<Caller | undefined> {
  if (role === 'anyone') return undefined
  const caller = await signIn.callerOf(request)
  if (includesRole(caller.role, role)) return caller
  throw new PermanentError(
    'role-missing',
    `This takes the role ${role}, and the token has the role ${caller.role}.`,
    'docs/guides/api.md tells who may do what.',
  )
}

/** Nothing here is a page; a browser that opens an answer all the same loads and runs nothing. */
function securityHeaders(): RequestHandler {
  const directives = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] }
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
}

const notKept: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}

/** Express answers HEAD with the route of GET, which would keep a stream open for nobody. */
const refuseHead: RequestHandler = (request, _response, next) => {
  next(request.method === 'HEAD' ? methodRefused() : undefined)
}

function methodRefused(): PermanentError {
  return new PermanentError(
    'method-refused',
    'This address does not take requests of this method.',
    'The header Allow names those it takes.',
  )
}
