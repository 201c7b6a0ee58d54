import type { Router } from 'express'
import { objectTypeOf } from '#sandbox/hubspot/portal/object-types.ts'
import { notFound } from '#sandbox/hubspot/portal/refusal.ts'
import { type ApiContext, type ApiHandler, limitOf, linkWith } from './api-context.ts'
import { linkJson, linkMutation } from './link-record.ts'
import { requireScopes } from './tokens.ts'

/** Associations of one record, under the record's own path. */
export function addRecordAssociationRoutes(router: Router, context: ApiContext): void {
  const route = (handler: ApiHandler) => context.route('associations', handler, 'associations')
  router.get('/:type/:id/associations/:to', route(listHandler(context)))
  router.put('/:type/:id/associations/default/:to/:toId', route(linkHandler(context)))
  router.delete('/:type/:id/associations/:to/:toId', route(unlinkHandler(context)))
}

/** One record's associations, 500 a page; the cursor is the associated record's id. */
function listHandler({ state }: ApiContext): ApiHandler {
  return (call) => {
    const from = objectTypeOf(call.params['type'])
    const to = objectTypeOf(call.params['to'])
    requireScopes(call.token, [...from.readScopes, ...to.readScopes])
    const id = call.params['id'] ?? ''
    if (state.table(from).get(id) === undefined) throw notFound('resource not found')
    const limit = limitOf(call.query['limit'], { otherwise: 500, most: 500 })
    const after = Number(call.query['after'] ?? 0)
    const links = state.links
      .of(from.id, id, to.id)
      .filter(({ toId }) => Number(toId) >= after)
      .toSorted((a, b) => Number(a.toId) - Number(b.toId))
    const next = links[limit]?.toId
    const paging = next !== undefined && { next: { after: next, link: linkWith(call, next) } }
    const results = links.slice(0, limit).map((link) => linkJson(from, to, link))
    return { status: 200, body: { results, ...(paging && { paging }) } }
  }
}

function linkHandler(context: ApiContext): ApiHandler {
  return (call) => {
    const from = objectTypeOf(call.params['type'])
    const to = objectTypeOf(call.params['to'])
    requireScopes(call.token, [...from.writeScopes, ...to.writeScopes])
    const { id = '', toId = '' } = call.params
    const pair = { from: { id }, to: { id: toId }, types: [] }
    context.commit([linkMutation(context, { from, to }, pair)])
    return {
      status: 200,
      body: { status: 'COMPLETE', results: [{ from: { id }, to: { id: toId } }] },
    }
  }
}

function unlinkHandler(context: ApiContext): ApiHandler {
  return (call) => {
    const from = objectTypeOf(call.params['type'])
    const to = objectTypeOf(call.params['to'])
    requireScopes(call.token, [...from.writeScopes, ...to.writeScopes])
    const { id = '', toId = '' } = call.params
    const ends = { from: from.id, fromId: id, to: to.id, toId }
    context.commit([{ op: 'unlink', ...ends, at: context.now(), source: context.appSource }])
    return { status: 204 }
  }
}
