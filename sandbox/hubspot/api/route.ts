import type { Request, RequestHandler, Response } from 'express'
import { Refusal } from '#sandbox/hubspot/portal/refusal.ts'
import type { LeakingFault } from '#sandbox/leaking-fault.ts'
import { type ApiContext, type ApiHandler, type CallKind, textParams } from './api-context.ts'
import type { Faults } from './faults.ts'
import { isLimit, limitRefusal, refusalOf } from './faults.ts'
import { bodyLength } from './json-body.ts'
import { isLeaking } from './leak.ts'
import type { TakeCall } from './rate-limit.ts'
import { authenticate, type Token } from './tokens.ts'

export interface RouteDeps {
  readonly auth: Parameters<typeof authenticate>[1]
  readonly takeCall: TakeCall
  readonly faults: Faults
  readonly count: (kind: CallKind) => void
  /** Answers with a failure that quotes record values. */
  readonly leak: (fault: LeakingFault, response: Response) => void
}

/** Token first, then limits, then planned faults, then the work. */
export function createRoute(deps: RouteDeps): ApiContext['route'] {
  return (kind, handler, pool = 'burst'): RequestHandler =>
    (request, response) => {
      const token = authenticate(request.headers.authorization, deps.auth)
      response.set(takeOrCount(deps, () => deps.takeCall(pool, token)))
      deps.count(kind)
      const fault = deps.faults.take(kind)
      if (fault === 'reset') {
        request.socket.destroy()
        return
      }
      if (typeof fault === 'number') throw refusalOf(fault)
      if (isLimit(fault)) {
        if (fault === 'retry-after') response.set('Retry-After', '2')
        throw limitRefusal(fault)
      }
      if (isLeaking(fault)) {
        deps.leak(fault, response)
        return
      }
      const answer = handler(callOf(request, token))
      if (fault === 'answer-lost') request.socket.destroy()
      else send(response, answer)
    }
}

function takeOrCount<T>(deps: RouteDeps, take: () => T): T {
  try {
    return take()
  } catch (error) {
    if (error instanceof Refusal && error.status === 429) deps.count('rate-limited')
    throw error
  }
}

function callOf(request: Request, token: Token): Parameters<ApiHandler>[0] {
  return {
    token,
    params: textParams(request),
    query: request.query,
    body: request.body,
    bodyLength: bodyLength(request),
    url: request.originalUrl,
  }
}

function send(response: Response, { status, body }: ReturnType<ApiHandler>): void {
  response.status(status)
  if (body === undefined) response.end()
  else response.json(body)
}
