import type { RequestHandler } from 'express'
import type { RequestObserver } from '#src/metrics-port.ts'

/** Where routers are mounted. A path itself is never a label: it holds keys and what callers chose. */
const ROUTES = [
  '/webhooks/hubspot',
  '/webhooks/salesforce',
  '/hubspot/workflow-actions',
  '/oauth',
  '/api/v1',
  '/admin/queues',
  '/metrics',
  '/healthz',
  '/readyz',
]

/** nginx's code for a caller who left before the answer. */
const CALLER_LEFT = 499

export function observeRequests(observe: RequestObserver): RequestHandler {
  return (request, response, next) => {
    const ended = observe(routeOf(request.path))
    response.once('close', () => {
      ended(response.writableFinished ? response.statusCode : CALLER_LEFT)
    })
    next()
  }
}

function routeOf(path: string): string {
  return ROUTES.find((route) => path === route || path.startsWith(`${route}/`)) ?? 'other'
}
