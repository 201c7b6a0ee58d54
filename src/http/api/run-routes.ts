import { z } from 'zod'
import { json } from './answer.ts'
import type { ApiDeps } from './api-deps.ts'
import { type ApiRoute, NOTHING, route } from './api-route.ts'
import { cursorOf, PageLimit, pageOf } from './cursor.ts'
import { Counted, NumberPlace, OfPortal, PortalParam } from './inputs.ts'
import { notAvailable } from './not-available.ts'
import type { RunService } from './services.ts'
import { watchRun } from './watch-run.ts'

const all = '/portals/:portal/runs'
const one = `${all}/:run`
const OfRun = z.strictObject({ portal: PortalParam, run: Counted })

/** Scoring everything again: started, watched, broken off. */
export const RUN_ROUTES: readonly ApiRoute[] = [
  route({
    method: 'get',
    path: all,
    role: 'viewer',
    does: 'runs of the portal, newest first',
    params: OfPortal,
    query: z.strictObject({ limit: PageLimit, cursor: cursorOf(NumberPlace) }),
    body: NOTHING,
    handle: async ({ params, query: { limit, cursor } }, deps) => {
      const page = { limit: limit + 1, before: cursor?.before }
      const found = await runs(deps).list(params.portal, page)
      return json(pageOf(found, limit, ({ id }) => ({ before: id })))
    },
  }),
  route({
    method: 'get',
    path: one,
    role: 'viewer',
    does: 'one run: how far it is, how fast, and what came of it',
    params: OfRun,
    query: NOTHING,
    body: NOTHING,
    handle: async ({ params: { portal, run } }, deps) => {
      const found = await runs(deps).get(portal, run)
      return json({ ...found, report: await runs(deps).report(portal, run) })
    },
  }),
  route({
    method: 'get',
    path: `${one}/progress`,
    role: 'viewer',
    does: 'the same as server-sent events until the run ends',
    params: OfRun,
    query: NOTHING,
    body: NOTHING,
    handle: async ({ params: { portal, run } }, deps) => {
      const service = runs(deps)
      // A run that is none is answered as such, before a stream begins.
      await service.get(portal, run)
      const look = (): ReturnType<RunService['get']> => service.get(portal, run)
      const { lookEveryMs } = deps
      return { as: 'events', events: (signal) => watchRun(look, { lookEveryMs, signal }) }
    },
  }),
  route({
    method: 'post',
    path: all,
    role: 'editor',
    does: 'score everything stored again with the models in force',
    params: OfPortal,
    query: NOTHING,
    body: NOTHING,
    handle: async ({ params, caller }, deps) =>
      json(await runs(deps).rescore(params.portal, caller.name), 202),
  }),
  route({
    method: 'post',
    path: `${one}/cancel`,
    role: 'editor',
    does: 'break a run off; what it has scored stays',
    params: OfRun,
    query: NOTHING,
    body: NOTHING,
    handle: async ({ params: { portal, run }, caller }, deps) =>
      json(await runs(deps).cancel(portal, run, caller.name)),
  }),
]

function runs({ runs: service }: ApiDeps): RunService {
  return service ?? notAvailable('Scoring everything again')
}
