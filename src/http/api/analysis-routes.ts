import { z } from 'zod'
import { type AnalysisService, RESULT_FORMATS } from './analysis-services.ts'
import { json, text } from './answer.ts'
import type { ApiDeps } from './api-deps.ts'
import { type ApiRoute, NOTHING, route } from './api-route.ts'
import { AskedAnalysis, requestOf } from './asked-analysis.ts'
import { cursorOf, PageLimit, pageOf } from './cursor.ts'
import { Counted, NumberPlace, OfPortal, PortalParam } from './inputs.ts'
import { notAvailable } from './not-available.ts'

const all = '/portals/:portal/analyses'
const one = `${all}/:analysis`
const OfAnalysis = z.strictObject({ portal: PortalParam, analysis: Counted })
const InFormat = z.strictObject({ format: z.enum(RESULT_FORMATS).default('json') })
const Accepted = z.strictObject({
  accept: z
    .array(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,79}$/))
    .min(1)
    .max(100),
  note: z.string().trim().min(1).max(500),
})

/** What outcomes say of the models: asked for, read, and drafted from. */
export const ANALYSIS_ROUTES: readonly ApiRoute[] = [
  route({
    method: 'get',
    path: all,
    role: 'viewer',
    does: 'calibrations and reports of the portal, newest first',
    params: OfPortal,
    query: z.strictObject({ limit: PageLimit, cursor: cursorOf(NumberPlace) }),
    body: NOTHING,
    handle: async ({ params, query: { limit, cursor } }, deps) => {
      const page = { limit: limit + 1, before: cursor?.before }
      const found = await analyses(deps).list(params.portal, page)
      return json(pageOf(found, limit, ({ id }) => ({ before: id })))
    },
  }),
  route({
    method: 'post',
    path: all,
    role: 'editor',
    does: 'ask for a `calibration` of one `audience` (`conversationsAWeek`) or a `report` (`since`, `spend` by source)',
    params: OfPortal,
    query: NOTHING,
    body: AskedAnalysis,
    handle: async ({ params, body, caller }, deps) => {
      const asked = await analyses(deps).ask(params.portal, requestOf(body), caller.name)
      return json(asked, 202)
    },
  }),
  route({
    method: 'get',
    path: one,
    role: 'viewer',
    does: 'one calibration or report with what came of it (`format`: json, csv, html)',
    params: OfAnalysis,
    query: InFormat,
    body: NOTHING,
    handle: async ({ params: { portal, analysis }, query: { format } }, deps) => {
      if (format === 'json') return json(await analyses(deps).get(portal, analysis))
      const name = `analysis-${analysis}`
      return text(format, await analyses(deps).shown(portal, analysis, format), name)
    },
  }),
  route({
    method: 'post',
    path: `${one}/draft`,
    role: 'editor',
    does: 'draft the groups of changes of a calibration that you accept, as a model set',
    params: OfAnalysis,
    query: NOTHING,
    body: Accepted,
    handle: async ({ params: { portal, analysis }, body, caller }, deps) =>
      json(await analyses(deps).draft(portal, analysis, body, caller.name), 201),
  }),
  ...driftRoutes('/portals/:portal/drift'),
  ...outcomeRoutes('/portals/:portal/outcomes'),
]

function driftRoutes(path: string): readonly ApiRoute[] {
  return [
    route({
      method: 'get',
      path,
      role: 'viewer',
      does: 'the latest drift check, with its alarms (`format`: json, csv, html)',
      params: OfPortal,
      query: InFormat,
      body: NOTHING,
      handle: async ({ params: { portal }, query: { format } }, deps) => {
        if (format === 'json') return json(await analyses(deps).drift(portal))
        return text(format, await analyses(deps).shownDrift(portal, format), 'drift')
      },
    }),
    route({
      method: 'post',
      path,
      role: 'editor',
      does: 'check drift now instead of at its time of the day',
      params: OfPortal,
      query: NOTHING,
      body: NOTHING,
      handle: async ({ params, caller }, deps) => {
        await analyses(deps).askDrift(params.portal, caller.name)
        return json({ asked: true }, 202)
      },
    }),
  ]
}

function outcomeRoutes(path: string): readonly ApiRoute[] {
  return [
    route({
      method: 'get',
      path,
      role: 'viewer',
      does: 'what counts as won, lost, booked and contacted, as YAML',
      params: OfPortal,
      query: NOTHING,
      body: NOTHING,
      handle: async ({ params }, deps) => json(await analyses(deps).outcomes(params.portal)),
    }),
    route({
      method: 'post',
      path,
      role: 'editor',
      does: 'put another definition of outcomes (YAML) in force',
      params: OfPortal,
      query: NOTHING,
      body: z.strictObject({ text: z.string().min(1).max(10_000) }),
      handle: async ({ params, body, caller }, deps) =>
        json(await analyses(deps).defineOutcomes(params.portal, body.text, caller.name)),
    }),
  ]
}

function analyses({ analyses: service }: ApiDeps): AnalysisService {
  return service ?? notAvailable('Learning from outcomes')
}
