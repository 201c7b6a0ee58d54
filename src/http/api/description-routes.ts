import { json } from './answer.ts'
import { type ApiRoute, NOTHING, route } from './api-route.ts'
import { describeApi } from './describe-api.ts'

/** What programs read of the other routes. */
export function descriptionRoutes(others: readonly ApiRoute[]): readonly ApiRoute[] {
  const routes: ApiRoute[] = [
    ...others,
    route({
      method: 'get',
      path: '/openapi.json',
      role: 'viewer',
      does: 'these routes as an OpenAPI document',
      params: NOTHING,
      query: NOTHING,
      body: NOTHING,
      handle: () => json(describeApi(routes)),
    }),
  ]
  return routes
}
