import { Router } from 'express'
import { adminGuard } from './admin-guard.ts'
import type { HttpDeps } from './http-deps.ts'
import type { MonitorDeps } from './monitor-deps.ts'

type MetricsDeps = Pick<HttpDeps, 'publicUrl'> & { readonly monitor: MonitorDeps }

/** `GET /metrics` in Prometheus' text format. Portal ids and volumes are business: see the guard. */
export function createMetricsRouter({ publicUrl, monitor }: MetricsDeps): Router {
  const { scrape } = monitor
  const router = Router()
  router.get('/metrics', adminGuard({ ...monitor, publicUrl }), async (_request, response) => {
    const text = await scrape.text()
    // `send` would write the charset its own way into what Prometheus reads a version from.
    response.writeHead(200, { 'content-type': scrape.contentType }).end(text)
  })
  return router
}
