import { Router } from 'express'
import { z } from 'zod'
import type { Mutation } from '#sandbox/hubspot/portal/mutation.ts'
import { type ObjectType, objectTypeOf } from '#sandbox/hubspot/portal/object-types.ts'
import type { RowError } from '#sandbox/hubspot/portal/refusal.ts'
import { type ApiContext, type ApiHandler, parseBody } from './api-context.ts'
import { batchAnswer, readBatch } from './batch-answer.ts'
import { linkJson, linkMutation } from './link-record.ts'
import { requireScopes } from './tokens.ts'

/** Associations between any two types, in batches. */
export function createAssociationsRouter(context: ApiContext): Router {
  const router = Router()
  const route = (handler: ApiHandler) => context.route('associations', handler, 'associations')
  router.post('/:from/:to/batch/read', route(batchReadHandler(context)))
  router.post('/:from/:to/batch/create', route(batchLinkHandler(context)))
  router.post('/:from/:to/batch/associate/default', route(batchLinkHandler(context)))
  router.post('/:from/:to/batch/archive', route(batchUnlinkHandler(context)))
  return router
}

const Read = z.object({ inputs: z.array(z.object({ id: z.coerce.string() })) })

/** Records without an association are errors of a 207, not empty results. */
function batchReadHandler({ state, now }: ApiContext): ApiHandler {
  return (call) => {
    const from = objectTypeOf(call.params['from'])
    const to = objectTypeOf(call.params['to'])
    requireScopes(call.token, [...from.readScopes, ...to.readScopes])
    const { inputs } = parseBody(Read, call.body)
    readBatch(inputs, 1_000)
    const ids = [...new Set(inputs.map(({ id }) => id))]
    const found = ids.map((id) => ({ id, links: state.links.of(from.id, id, to.id) }))
    const linked = found.filter(({ links }) => links.length > 0)
    return batchAnswer(now(), {
      status: 200,
      results: linked.map(({ id, links }) => ({
        from: { id },
        to: links.map((link) => linkJson(from, to, link)),
      })),
      errors: found
        .filter(({ links }) => links.length === 0)
        .map(({ id }) => noAssociation(from, to, id)),
    })
  }
}

function noAssociation(from: ObjectType, to: ObjectType, id: string): RowError {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${to.singular} is associated with ${from.singular} ${id}.`,
    context: {
      fromObjectId: [id],
      fromObjectType: [from.singular],
      toObjectType: [to.singular],
    },
  }
}

const Pair = z.object({
  from: z.object({ id: z.coerce.string() }),
  to: z.object({ id: z.coerce.string() }),
  types: z.array(z.object({ associationTypeId: z.number() })).default([]),
})
const Pairs = z.object({ inputs: z.array(Pair) })

function batchLinkHandler(context: ApiContext): ApiHandler {
  return (call) => {
    const from = objectTypeOf(call.params['from'])
    const to = objectTypeOf(call.params['to'])
    requireScopes(call.token, [...from.writeScopes, ...to.writeScopes])
    const { inputs } = parseBody(Pairs, call.body)
    readBatch(inputs, 2_000)
    const mutations = inputs.map((pair) => linkMutation(context, { from, to }, pair))
    context.commit(mutations)
    const results = inputs.map((pair) => ({
      fromObjectTypeId: from.id,
      fromObjectId: Number(pair.from.id),
      toObjectTypeId: to.id,
      toObjectId: Number(pair.to.id),
      labels: [],
    }))
    return batchAnswer(context.now(), { status: 201, results, errors: [] })
  }
}

const Unlink = z.object({
  inputs: z.array(
    z.object({
      from: z.object({ id: z.coerce.string() }),
      to: z.array(z.object({ id: z.coerce.string() })),
    }),
  ),
})

function batchUnlinkHandler(context: ApiContext): ApiHandler {
  return (call) => {
    const from = objectTypeOf(call.params['from'])
    const to = objectTypeOf(call.params['to'])
    requireScopes(call.token, [...from.writeScopes, ...to.writeScopes])
    const { inputs } = parseBody(Unlink, call.body)
    readBatch(inputs, 2_000)
    const common = { at: context.now(), source: context.appSource }
    context.commit(
      inputs.flatMap((input) =>
        input.to.map((target): Mutation => {
          const ends = { from: from.id, fromId: input.from.id, to: to.id, toId: target.id }
          return { op: 'unlink', ...ends, ...common }
        }),
      ),
    )
    return { status: 204 }
  }
}
