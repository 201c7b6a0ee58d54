import { z } from 'zod'
import { json } from './answer.ts'
import type { ApiDeps } from './api-deps.ts'
import { type ApiRoute, NOTHING, route } from './api-route.ts'
import { OfPortal } from './inputs.ts'
import { notAvailable } from './not-available.ts'
import type { SegmentService } from './services.ts'

const path = '/portals/:portal/segments'

const Approval = z.strictObject({
  proposal: z.string().regex(/^[0-9a-f]{8}$/),
  names: z.record(z.string().regex(/^segment-[1-9]$/), z.string().min(1).max(200)),
})

/** Segments a report proposed, named and written, or withdrawn. */
export const SEGMENT_ROUTES: readonly ApiRoute[] = [
  route({
    method: 'get',
    path,
    role: 'viewer',
    does: 'segments proposed last, with what sets them apart, and those in force',
    params: OfPortal,
    query: NOTHING,
    body: NOTHING,
    handle: async ({ params }, deps) => json(await segments(deps).get(params.portal)),
  }),
  route({
    method: 'post',
    path,
    role: 'approver',
    does: 'put proposed segments in force under names and write them on everybody',
    params: OfPortal,
    query: NOTHING,
    body: Approval,
    handle: async ({ params, body, caller }, deps) =>
      json(await segments(deps).approve(params.portal, body, caller.name), 202),
  }),
  route({
    method: 'delete',
    path,
    role: 'approver',
    does: 'withdraw the segments in force and empty them on everybody',
    params: OfPortal,
    query: NOTHING,
    body: NOTHING,
    handle: async ({ params, caller }, deps) =>
      json(await segments(deps).withdraw(params.portal, caller.name), 202),
  }),
]

function segments({ segments: service }: ApiDeps): SegmentService {
  return service ?? notAvailable('Approving segments')
}
