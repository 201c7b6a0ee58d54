import { z } from 'zod'
import { json } from './answer.ts'
import type { ApiDeps } from './api-deps.ts'
import { type ApiRoute, NOTHING, route } from './api-route.ts'
import { cursorOf, PageLimit, pageOf } from './cursor.ts'
import { Counted, NumberPlace, OfPortal, PortalParam } from './inputs.ts'
import { notAvailable } from './not-available.ts'
import type { ModelService } from './services.ts'

const all = '/portals/:portal/models'
const one = `${all}/:version`
const OfVersion = z.strictObject({ portal: PortalParam, version: Counted })
const DRAFT_BYTES = 1_048_576
const Note = z.string().trim().min(1).max(500)

/** Model files say themselves which audience they are for. */
const Draft = z.strictObject({
  models: z.array(z.string().min(1)).min(1).max(5),
  note: Note,
  from: z.int().min(0).max(2_147_483_647).optional(),
})

/** From a draft over its preview and approval to what is in force, and back. */
export const MODEL_ROUTES: readonly ApiRoute[] = [
  route({
    method: 'get',
    path: all,
    role: 'viewer',
    does: 'model sets of the portal, newest first',
    params: OfPortal,
    query: z.strictObject({ limit: PageLimit, cursor: cursorOf(NumberPlace) }),
    body: NOTHING,
    handle: async ({ params, query: { limit, cursor } }, deps) => {
      const page = { limit: limit + 1, before: cursor?.before }
      const found = await models(deps).list(params.portal, page)
      return json(pageOf(found, limit, ({ version }) => ({ before: version })))
    },
  }),
  route({
    method: 'get',
    path: one,
    role: 'viewer',
    does: 'one model set with its texts',
    params: OfVersion,
    query: NOTHING,
    body: NOTHING,
    handle: async ({ params: { portal, version } }, deps) =>
      json(await models(deps).get(portal, version)),
  }),
  route({
    method: 'post',
    path: all,
    role: 'editor',
    does: 'draft model files (YAML) over the set in force, or over another (`from`; 0: the models that ship)',
    bodyLimit: DRAFT_BYTES,
    params: OfPortal,
    query: NOTHING,
    body: Draft,
    handle: async ({ params, body, caller }, deps) =>
      json(await models(deps).draft(params.portal, body, caller.name), 201),
  }),
  route({
    method: 'post',
    path: `${one}/preview`,
    role: 'editor',
    does: 'what publishing a model set would change, and what it would cost',
    params: OfVersion,
    query: NOTHING,
    body: NOTHING,
    handle: async ({ params: { portal, version } }, deps) =>
      json(await models(deps).preview(portal, version)),
  }),
  route({
    method: 'post',
    path: `${one}/approve`,
    role: 'approver',
    does: 'approve a draft of somebody else',
    params: OfVersion,
    query: NOTHING,
    body: NOTHING,
    handle: async ({ params: { portal, version }, caller }, deps) =>
      json(await models(deps).approve(portal, version, caller.name)),
  }),
  route({
    method: 'post',
    path: `${one}/publish`,
    role: 'approver',
    does: 'put an approved model set in force and score everything by it',
    params: OfVersion,
    query: NOTHING,
    body: NOTHING,
    handle: async ({ params: { portal, version }, caller }, deps) =>
      json(await models(deps).publish(portal, version, caller.name), 202),
  }),
  route({
    method: 'post',
    path: '/portals/:portal/rollback',
    role: 'approver',
    does: 'put back what was in force before and score everything by it',
    params: OfPortal,
    query: NOTHING,
    body: z.strictObject({ note: Note.optional() }),
    handle: async ({ params, body, caller }, deps) =>
      json(await models(deps).rollback(params.portal, body.note, caller.name), 202),
  }),
  route({
    method: 'post',
    path: `${one}/discard`,
    role: 'editor',
    does: 'put a draft away',
    params: OfVersion,
    query: NOTHING,
    body: NOTHING,
    handle: async ({ params: { portal, version }, caller }, deps) =>
      json(await models(deps).discard(portal, version, caller.name)),
  }),
]

function models({ models: service }: ApiDeps): ModelService {
  return service ?? notAvailable('Drafting and publishing models')
}
