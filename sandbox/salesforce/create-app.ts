import express, { type Express } from 'express'
import type { CallCounter } from './call-counter.ts'
import { type ControlDeps, controlRouter } from './control-router.ts'
import { soapRouter } from './metadata/soap-router.ts'
import { oauthRouter } from './oauth/oauth-router.ts'
import type { TokenDeps } from './oauth/token-endpoint.ts'
import type { Org } from './org.ts'
import { refuseLongRequests } from './refuse-long-requests.ts'
import type { RestApi } from './rest/rest-api.ts'
import { restRouter } from './rest/rest-router.ts'

const LARGEST_BODY = '150mb'

/** The org over HTTP, and what tests and the sandbox command use to steer it below `/_sandbox`. */
export function createApp(
  deps: TokenDeps &
    ControlDeps & {
      readonly org: Org
      readonly calls: CallCounter
      readonly rest: RestApi
      readonly versions: readonly number[]
    },
): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(refuseLongRequests)
  app.use(express.text({ type: () => true, limit: LARGEST_BODY }))
  app.use(controlRouter(deps))
  app.use(oauthRouter(deps))
  app.use(soapRouter(deps))
  app.use(restRouter(deps))
  return app
}
