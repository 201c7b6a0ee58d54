import { z } from 'zod'
import { json } from './answer.ts'
import { type ApiRoute, NOTHING, route } from './api-route.ts'
import { cursorOf, PageLimit, pageOf } from './cursor.ts'
import { NumberPlace, OfPortal, ReasonCode, RecordId, RecordObjectParam } from './inputs.ts'

const ParkedPlace = z.strictObject({
  stage: z.enum(['read', 'write']),
  code: ReasonCode,
  object: RecordObjectParam,
  id: RecordId,
})
/** A large practice's list with all its forms and pages. */
const LIST_BYTES = 1_048_576

/** What is connected, what waits for a person, what may enter, and what was done. */
export const PORTAL_ROUTES: readonly ApiRoute[] = [
  route({
    method: 'get',
    path: '/portals',
    role: 'viewer',
    does: 'every portal: status, tallies and what to do where one is in trouble',
    params: NOTHING,
    query: NOTHING,
    body: NOTHING,
    handle: async (_call, { portals }) => json({ items: await portals.list() }),
  }),
  route({
    method: 'get',
    path: '/portals/:portal',
    role: 'viewer',
    does: 'one portal, with what waits and why',
    params: OfPortal,
    query: NOTHING,
    body: NOTHING,
    handle: async ({ params }, { portals }) => json(await portals.get(params.portal)),
  }),
  route({
    method: 'get',
    path: '/portals/:portal/parked',
    role: 'viewer',
    does: 'records that wait for a person, with the reason',
    params: OfPortal,
    query: z.strictObject({
      code: ReasonCode.optional(),
      limit: PageLimit,
      cursor: cursorOf(ParkedPlace),
    }),
    body: NOTHING,
    handle: async ({ params, query: { code, limit, cursor } }, { portals }) => {
      const page = { code, after: cursor, limit: limit + 1 }
      const found = await portals.parked(params.portal, page)
      return json(
        pageOf(found, limit, ({ stage, code: why, object, id }) => {
          return { stage, code: why, object, id }
        }),
      )
    },
  }),
  route({
    method: 'post',
    path: '/portals/:portal/parked/retry',
    role: 'editor',
    does: 'try parked records again, all or those with one reason',
    params: OfPortal,
    query: NOTHING,
    body: z.strictObject({ code: ReasonCode.optional() }),
    handle: async ({ params, body, caller }, { portals }) =>
      json({ retried: await portals.retryParked(params.portal, body.code, caller.name) }),
  }),
  route({
    method: 'get',
    path: '/portals/:portal/allow-list',
    role: 'viewer',
    does: 'what may enter from the portal, as YAML, and who approved it when',
    params: OfPortal,
    query: NOTHING,
    body: NOTHING,
    handle: async ({ params }, { portals }) => json(await portals.allowList(params.portal)),
  }),
  route({
    method: 'post',
    path: '/portals/:portal/allow-list/approve',
    role: 'approver',
    does: 'check a list against the portal, put it in force and read everything by it',
    bodyLimit: LIST_BYTES,
    params: OfPortal,
    query: NOTHING,
    body: z.strictObject({ text: z.string().min(1), replaces: z.int().min(0) }),
    handle: async ({ params, body, caller }, { portals }) =>
      json(await portals.approveAllowList(params.portal, body, caller.name)),
  }),
  route({
    method: 'get',
    path: '/portals/:portal/ledger',
    role: 'viewer',
    does: 'what was read, decided, sent, erased and changed, newest first',
    params: OfPortal,
    query: z.strictObject({ limit: PageLimit, cursor: cursorOf(NumberPlace) }),
    body: NOTHING,
    handle: async ({ params, query: { limit, cursor } }, { portals }) => {
      const page = { limit: limit + 1, before: cursor?.before }
      const found = await portals.ledger(params.portal, page)
      return json(pageOf(found, limit, ({ seq }) => ({ before: seq })))
    },
  }),
  route({
    method: 'get',
    path: '/portals/:portal/ledger/export',
    role: 'viewer',
    does: 'the whole ledger as NDJSON, oldest first',
    params: OfPortal,
    query: NOTHING,
    body: NOTHING,
    handle: async ({ params }, { portals }) => ({
      as: 'lines',
      lines: await portals.exportLedger(params.portal),
    }),
  }),
  route({
    method: 'post',
    path: '/portals/:portal/sync',
    role: 'editor',
    does: 'look for what is new in the portal, or read everything again',
    params: OfPortal,
    query: NOTHING,
    body: z.strictObject({ full: z.boolean().default(false) }),
    handle: async ({ params, body, caller }, { portals }) => {
      await portals.sync(params.portal, body, caller.name)
      return json({ requested: true }, 202)
    },
  }),
]
