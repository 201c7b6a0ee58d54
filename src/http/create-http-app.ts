import express, { type Express } from 'express'
import { createApiRouter } from './api/api-router.ts'
import { BOARD_PATH, createBoardRouter } from './board-router.ts'
import { createErrorHandler } from './error-handler.ts'
import { createHealthRouter } from './health-router.ts'
import type { HttpDeps } from './http-deps.ts'
import { createHubspotWebhookRouter } from './hubspot-webhook-router.ts'
import { createHubspotWorkflowRouter } from './hubspot-workflow-router.ts'
import { createMetricsRouter } from './metrics-router.ts'
import type { MonitorDeps } from './monitor-deps.ts'
import { createOauthRouter } from './oauth-router.ts'
import { observeRequests } from './observe-requests.ts'
import { createSalesforceWebhookRouter } from './salesforce-webhook-router.ts'

/** The whole HTTP surface; every router is a file of its own. */
export function createHttpApp(deps: HttpDeps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', deps.trustedProxies ?? 0)
  if (deps.monitor !== undefined) app.use(observeRequests(deps.monitor.metrics.requests))
  app.use('/webhooks', createHubspotWebhookRouter(deps))
  app.use('/webhooks', createSalesforceWebhookRouter(deps))
  app.use('/hubspot', createHubspotWorkflowRouter(deps))
  if (deps.oauth !== undefined) app.use('/oauth', createOauthRouter({ ...deps, oauth: deps.oauth }))
  if (deps.api !== undefined) {
    const { access } = deps.store
    app.use('/api/v1', createApiRouter({ ...deps, ...deps.api, access }))
  }
  app.use(createHealthRouter(deps))
  if (deps.monitor !== undefined) mountMonitor(app, deps, deps.monitor)
  app.use((_request, response) => {
    response.status(404).json({ error: 'not-found' })
  })
  app.use(createErrorHandler(deps.log))
  return app
}

function mountMonitor(app: Express, { publicUrl }: HttpDeps, monitor: MonitorDeps): void {
  app.use(createMetricsRouter({ publicUrl, monitor }))
  const { boardQueue } = monitor
  if (boardQueue === undefined) return
  app.use(BOARD_PATH, createBoardRouter({ publicUrl, monitor: { ...monitor, boardQueue } }))
}
