import { ANALYSIS_ROUTES } from './analysis-routes.ts'
import type { ApiRoute } from './api-route.ts'
import { descriptionRoutes } from './description-routes.ts'
import { DOCTOR_ROUTES } from './doctor-routes.ts'
import { MODEL_ROUTES } from './model-routes.ts'
import { PORTAL_ROUTES } from './portal-routes.ts'
import { RECORD_ROUTES } from './record-routes.ts'
import { RUN_ROUTES } from './run-routes.ts'
import { SEGMENT_ROUTES } from './segment-routes.ts'
import { SESSION_ROUTES } from './session-routes.ts'

/** Every route there is: the router, the table in the docs and the tests are made from it. */
export const API_ROUTES: readonly ApiRoute[] = descriptionRoutes([
  ...SESSION_ROUTES,
  ...PORTAL_ROUTES,
  ...RECORD_ROUTES,
  ...MODEL_ROUTES,
  ...RUN_ROUTES,
  ...ANALYSIS_ROUTES,
  ...SEGMENT_ROUTES,
  ...DOCTOR_ROUTES,
])
