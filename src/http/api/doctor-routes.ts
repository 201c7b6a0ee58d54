import { z } from 'zod'
import { json } from './answer.ts'
import { type ApiRoute, NOTHING, route } from './api-route.ts'
import { PortalParam } from './inputs.ts'

/** What works, what does not, and what to do about it. */
export const DOCTOR_ROUTES: readonly ApiRoute[] = [
  route({
    method: 'get',
    path: '/doctor',
    role: 'admin',
    does: 'what works, what does not, and what to do about it',
    params: NOTHING,
    query: z.strictObject({ portal: PortalParam.optional() }),
    body: NOTHING,
    handle: async ({ query }, { doctor }) => json({ items: await doctor.findings(query.portal) }),
  }),
]
