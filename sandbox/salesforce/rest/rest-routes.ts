import { bulkRoutes } from '../bulk/bulk-routes.ts'
import type { IngestJobs } from '../bulk/ingest-jobs.ts'
import { bulkQueryRoutes } from '../bulk/query-job-routes.ts'
import type { CallCounter } from '../call-counter.ts'
import { toolingRoutes } from '../metadata/tooling-route.ts'
import type { Org } from '../org.ts'
import type { Saving } from '../saving/saving.ts'
import { batchRoute } from './batch-route.ts'
import { changeRoutes } from './change-routes.ts'
import { collectionRoutes } from './collection-routes.ts'
import { compositeRoute, type Dispatch } from './composite-route.ts'
import { describeRoutes } from './describe-routes.ts'
import { limitsRoute } from './limits-route.ts'
import { queryRoutes } from './query-routes.ts'
import type { RestApi } from './rest-api.ts'
import type { Route } from './route.ts'
import { sobjectRoutes } from './sobject-routes.ts'

/** Every REST resource of the org; the first that fits a path answers it. */
export function restRoutes(deps: {
  readonly org: Org
  readonly saving: Saving
  readonly calls: CallCounter
  readonly jobs: IngestJobs
  /** Whether the integration user may look at the setup, and so at how fields are classed. */
  readonly viewsSetup: boolean
  /** Composite resources send their parts back in. */
  readonly api: () => RestApi
}): readonly Route[] {
  const { org, saving, calls } = deps
  const dispatch: Dispatch = (call) => deps.api().dispatch(call)
  return [
    ...queryRoutes(org),
    ...describeRoutes(org),
    ...changeRoutes(org),
    ...sobjectRoutes(org, saving),
    ...collectionRoutes(org, saving, calls),
    compositeRoute(org, dispatch, { pattern: '/composite', kind: 'composite' }),
    compositeRoute(org, dispatch, { pattern: '/tooling/composite', kind: 'tooling' }),
    batchRoute((call) => deps.api().dispatchCounted(call)),
    ...bulkRoutes(org, deps.jobs),
    ...bulkQueryRoutes(org),
    ...toolingRoutes(org, deps),
    limitsRoute(calls),
  ]
}
