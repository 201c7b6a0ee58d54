import express, { type Express } from 'express'
import { createErrorHandler } from './error-handler.ts'
import { createHealthRouter } from './health-router.ts'
import type { HttpDeps } from './http-deps.ts'
import { createMetricsRouter } from './metrics-router.ts'
import type { MonitorDeps } from './monitor-deps.ts'

type WorkerDeps = Pick<HttpDeps, 'store' | 'log' | 'publicUrl' | 'pingRedis'> & {
  readonly monitor: MonitorDeps
}

/** What a worker answers: whether it is well, and what it counted. */
export function createMonitorApp(deps: WorkerDeps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(createHealthRouter(deps))
  app.use(createMetricsRouter(deps))
  app.use((_request, response) => {
    response.status(404).json({ error: 'not-found' })
  })
  app.use(createErrorHandler(deps.log))
  return app
}
