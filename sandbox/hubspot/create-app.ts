import { createHash } from 'node:crypto'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { jsonBody } from '#sandbox/hubspot/api/json-body.ts'
import { Refusal } from '#sandbox/hubspot/portal/refusal.ts'

/** An Express app that answers every failure as HubSpot-like JSON. Routes go in by `mount`. */
export function createApp(mount: (app: Express) => void): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  app.use(jsonBody())
  mount(app)
  app.use(answerUnknownPath)
  app.use(createRefusalHandler())
  return app
}

const answerUnknownPath: RequestHandler = (request) => {
  throw new Refusal(404, `Unable to find a resource at ${request.path}`, {
    category: 'OBJECT_NOT_FOUND',
  })
}

function createRefusalHandler(): ErrorRequestHandler {
  let serial = 0
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    serial += 1
    const refusal = error instanceof Refusal ? error : refusalOf(error)
    response.status(refusal.status).json({ ...refusal.body, correlationId: correlationId(serial) })
  }
}

/** What the body parser throws, and our own mistakes. */
function refusalOf(error: unknown): Refusal {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : ''
  if (type === 'entity.parse.failed') {
    const message = 'Invalid input JSON on line 1, column 1: the body is not valid JSON'
    return new Refusal(400, message, { category: 'VALIDATION_ERROR' })
  }
  if (type === 'entity.too.large') return new Refusal(413, 'The request body is too large')
  const status =
    typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
  return status >= 400 && status < 500
    ? new Refusal(status, 'The request could not be read')
    : new Refusal(500, 'internal error')
}

function correlationId(serial: number): string {
  const hex = createHash('sha256').update(String(serial)).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-')
}
