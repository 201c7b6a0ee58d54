import express, { type ErrorRequestHandler, type Router } from 'express'
import { z } from 'zod'
import { LEAKING_FAULTS } from '#sandbox/leaking-fault.ts'
import { errorCode } from '#src/errors.ts'
import type { CallCounter } from './call-counter.ts'
import { type Faults, ODD_ANSWERS } from './faults.ts'
import type { OrgEdits } from './org-edits.ts'
import type { OutboundMessages } from './outbound/outbound-messages.ts'

export interface ControlDeps {
  readonly calls: CallCounter
  readonly outbound: OutboundMessages
  readonly edits: OrgEdits
  readonly faults: Faults
}

const Target = z.object({ url: z.url().nullish() })
const Edit = z.object({
  type: z.string(),
  id: z.string().optional(),
  values: z.record(z.string(), z.unknown()),
})
const Fault = z.union([
  z.object({ leak: z.enum(LEAKING_FAULTS), times: z.number().int().positive().optional() }),
  z.object({
    id: z.string(),
    statusCode: z.string(),
    message: z.string().optional(),
    times: z.number().int().positive().optional(),
  }),
  z.object({
    odd: z.enum(ODD_ANSWERS),
    afterwards: z.boolean().optional(),
    times: z.number().int().positive().optional(),
  }),
  z.object({
    status: z.number().int(),
    errorCode: z.string(),
    afterwards: z.boolean().optional(),
    times: z.number().int().positive().optional(),
  }),
])

/** Not Salesforce: how another process counts calls, edits records as a salesperson and orders faults. */
export function controlRouter(deps: ControlDeps): Router {
  const router = express.Router()
  router.get('/_sandbox/calls', (_request, response) => {
    response.json(deps.calls.totals())
  })
  router.put('/_sandbox/outbound-target', (request, response) => {
    deps.outbound.setTarget(readJson(Target, request.body).url ?? undefined)
    response.status(204).end()
  })
  router.post('/_sandbox/outbound-flush', async (_request, response) => {
    await deps.outbound.flush()
    response.status(204).end()
  })
  router.post('/_sandbox/edits', (request, response) => {
    const { type, id, values } = readJson(Edit, request.body)
    response.json(
      id === undefined ? deps.edits.create(type, values) : deps.edits.edit(type, id, values),
    )
  })
  router.post('/_sandbox/faults', (request, response) => {
    deps.faults.add(withoutUndefined(readJson(Fault, request.body)))
    response.status(204).end()
  })
  router.use('/_sandbox', refuseOrder)
  return router
}

/** An order that cannot be read; whoever gave it sees the kind of error and nothing else. */
const refuseOrder: ErrorRequestHandler = (error, _request, response, _next) => {
  response.status(400).json({ error: errorCode(error) })
}

function readJson<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  return schema.parse(JSON.parse(typeof body === 'string' ? body : ''))
}

/** Zod says `| undefined` where the faults say "may be left out". */
function withoutUndefined(fault: z.infer<typeof Fault>): Parameters<Faults['add']>[0] {
  return JSON.parse(JSON.stringify(fault)) as Parameters<Faults['add']>[0]
}
