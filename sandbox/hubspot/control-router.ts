import { Router } from 'express'
import { z } from 'zod'
import { type ApiContext, parseBody } from '#sandbox/hubspot/api/api-context.ts'
import { type Faults, LIMIT_FAULTS } from '#sandbox/hubspot/api/faults.ts'
import { type ObjectType, objectTypeOf } from '#sandbox/hubspot/portal/object-types.ts'
import { notFound } from '#sandbox/hubspot/portal/refusal.ts'
import type { Webhooks } from '#sandbox/hubspot/webhooks/webhooks.ts'
import { LEAKING_FAULTS } from '#sandbox/leaking-fault.ts'

const Target = z.object({ url: z.url().nullable() })
const FaultPlan = z.object({
  count: z.number().int().min(1),
  fault: z.union([
    z.number().int().min(400).max(599),
    z.enum(['reset', 'answer-lost', ...LIMIT_FAULTS, ...LEAKING_FAULTS]),
  ]),
})
const SystemWrite = z.object({
  type: z.string(),
  id: z.coerce.string(),
  properties: z.record(z.string(), z.string()),
  changeSource: z.string().default('CRM_UI'),
})

/**
 * What no CRM has: counters and levers for whoever tests against the portal. Needs no token; the
 * sandbox listens on the loopback interface only.
 */
export function createControlRouter(deps: {
  context: Pick<ApiContext, 'state' | 'now' | 'commit'>
  webhooks: Webhooks
  faults: Faults
  calls: () => Record<string, number>
}): Router {
  const router = Router()
  const { context, webhooks } = deps
  router.get('/calls', (_request, response) => {
    response.json(deps.calls())
  })
  router.put('/webhook-target', (request, response) => {
    webhooks.setTarget(parseBody(Target, request.body).url ?? undefined)
    response.status(204).end()
  })
  router.post('/webhooks/flush', async (_request, response) => {
    await webhooks.flush()
    response.status(204).end()
  })
  router.post('/faults', (request, response) => {
    const { count, fault } = parseBody(FaultPlan, request.body)
    deps.faults.failNext(count, fault)
    response.status(204).end()
  })
  router.post('/changes', (request, response) => {
    const { type: name, id, properties, changeSource } = parseBody(SystemWrite, request.body)
    const type: ObjectType = objectTypeOf(name)
    if (context.state.table(type).get(id) === undefined) throw notFound('resource not found')
    const change = { type: type.id, id, at: context.now(), source: { changeSource } }
    context.commit([{ op: 'update', ...change, properties }])
    response.status(204).end()
  })
  return router
}
