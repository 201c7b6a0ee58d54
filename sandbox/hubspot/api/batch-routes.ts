import type { Router } from 'express'
import { z } from 'zod'
import { objectTypeOf } from '#sandbox/hubspot/portal/object-types.ts'
import { invalid } from '#sandbox/hubspot/portal/refusal.ts'
import { type ApiContext, type ApiHandler, parseBody } from './api-context.ts'
import { batchAnswer, missingError, readBatch } from './batch-answer.ts'
import { batchCreateHandler, batchUpdateHandler } from './batch-write.ts'
import { recordJson } from './record-json.ts'
import { visibleTo } from './sensitive.ts'
import { requireScopes } from './tokens.ts'

export function addBatchRoutes(router: Router, context: ApiContext): void {
  router.post('/:type/batch/read', context.route('batch-read', batchReadHandler(context)))
  router.post('/:type/batch/update', context.route('batch-update', batchUpdateHandler(context)))
  router.post('/:type/batch/create', context.route('batch-create', batchCreateHandler(context)))
  router.post('/:type/batch/archive', context.route('batch-archive', batchArchiveHandler(context)))
}

const Read = z.object({
  inputs: z.array(z.object({ id: z.coerce.string() })),
  properties: z.array(z.string()).default([]),
  propertiesWithHistory: z.array(z.string()).default([]),
  idProperty: z.string().nullish(),
})

/** Ids that are not there make it a 207; an id twice is answered once. */
function batchReadHandler({ state, now }: ApiContext): ApiHandler {
  return (call) => {
    const type = objectTypeOf(call.params['type'])
    requireScopes(call.token, type.readScopes)
    const { inputs, properties, propertiesWithHistory, idProperty } = parseBody(Read, call.body)
    readBatch(inputs, propertiesWithHistory.length > 0 ? 50 : 100)
    const keyed = keyReader(state, type, idProperty ?? undefined)
    const archived = call.query['archived'] === 'true'
    const ids = [...new Set(inputs.map(({ id }) => id))]
    const found = ids.map((id) => {
      const record = keyed(id)
      return record && (record.archivedAt !== undefined) === archived ? record : undefined
    })
    const visible = visibleTo(call.token, type)
    const projection = { properties, propertiesWithHistory, associations: [], visible }
    return batchAnswer(now(), {
      status: 200,
      results: found.flatMap((record) =>
        record === undefined ? [] : [recordJson(state, type, record, projection)],
      ),
      errors: missingError(
        type,
        ids.filter((_id, at) => found[at] === undefined),
      ),
    })
  }
}

function keyReader(
  state: ApiContext['state'],
  type: ReturnType<typeof objectTypeOf>,
  idProperty: string | undefined,
) {
  const table = state.table(type)
  if (idProperty === undefined || idProperty === 'hs_object_id') return table.get
  if (idProperty !== 'email') throw invalid(`${idProperty} is not a unique property`)
  const byEmail = new Map(
    table.all.map((record) => [record.properties['email']?.toLowerCase(), record]),
  )
  return (id: string) => byEmail.get(id.toLowerCase())
}

const Archive = z.object({ inputs: z.array(z.object({ id: z.coerce.string() })) })

function batchArchiveHandler(context: ApiContext): ApiHandler {
  return (call) => {
    const type = objectTypeOf(call.params['type'])
    requireScopes(call.token, type.writeScopes)
    const { inputs } = parseBody(Archive, call.body)
    readBatch(inputs, 100)
    const common = { type: type.id, at: context.now(), source: context.appSource }
    const there = inputs.filter(({ id }) => {
      const record = context.state.table(type).get(id)
      return record !== undefined && record.archivedAt === undefined
    })
    context.commit(there.map(({ id }) => ({ op: 'archive', id, ...common })))
    return { status: 204 }
  }
}
