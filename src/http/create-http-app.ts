import express, { type Express } from 'express'
import { createErrorHandler } from './error-handler.ts'
import { createHealthRouter } from './health-router.ts'
import type { HttpDeps } from './http-deps.ts'
import { createHubspotWebhookRouter } from './hubspot-webhook-router.ts'
import { createHubspotWorkflowRouter } from './hubspot-workflow-router.ts'
import { createOauthRouter } from './oauth-router.ts'
import { createSalesforceWebhookRouter } from './salesforce-webhook-router.ts'

/** The whole HTTP surface; every router is a file of its own. */
export function createHttpApp(deps: HttpDeps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.use('/webhooks', createHubspotWebhookRouter(deps))
  app.use('/webhooks', createSalesforceWebhookRouter(deps))
  app.use('/hubspot', createHubspotWorkflowRouter(deps))
  if (deps.oauth !== undefined) app.use('/oauth', createOauthRouter({ ...deps, oauth: deps.oauth }))
  app.use(createHealthRouter(deps))
  app.use((_request, response) => {
    response.status(404).json({ error: 'not-found' })
  })
  app.use(createErrorHandler(deps.log))
  return app
}
