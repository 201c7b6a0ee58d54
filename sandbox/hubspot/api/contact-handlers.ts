import { z } from 'zod'
import { CONTACTS, objectTypeOf } from '#sandbox/hubspot/portal/object-types.ts'
import { invalid, notFound } from '#sandbox/hubspot/portal/refusal.ts'
import { type ApiContext, type ApiHandler, parseBody } from './api-context.ts'
import { recordJson } from './record-json.ts'
import { visibleTo } from './sensitive.ts'
import { requireScopes } from './tokens.ts'

const Merge = z.object({ primaryObjectId: z.coerce.string(), objectIdToMerge: z.coerce.string() })

/** The answer is the merged record, whose id may differ from both ("Merge records"). */
export function mergeHandler(context: ApiContext): ApiHandler {
  const { state } = context
  return (call) => {
    const type = objectTypeOf(call.params['type'])
    requireScopes(call.token, type.writeScopes)
    const { primaryObjectId, objectIdToMerge } = parseBody(Merge, call.body)
    const table = state.table(type)
    const primary = table.resolve(primaryObjectId)
    const merged = table.resolve(objectIdToMerge)
    if (primary === undefined || merged === undefined) throw notFound('resource not found')
    if (primary === merged) throw invalid('A record cannot be merged with itself')
    const newId = table.nextId()
    const change = { type: type.id, id: primary.id, at: context.now(), source: context.appSource }
    context.commit([{ op: 'merge', ...change, mergedId: merged.id, newId }])
    const record = table.get(newId)
    if (record === undefined) throw notFound('resource not found')
    const visible = visibleTo(call.token, type)
    const nothing = { properties: [], propertiesWithHistory: [], associations: [] }
    return {
      status: 200,
      body: recordJson(state, type, record, { ...nothing, visible }),
    }
  }
}

const PrivacyDelete = z.object({ objectId: z.coerce.string(), idProperty: z.string().optional() })

/** Gone for good, unlike a deletion ("Delete a contact for privacy compliance"). */
export function privacyDeleteHandler(context: ApiContext): ApiHandler {
  const { state } = context
  return (call) => {
    const type = objectTypeOf(call.params['type'])
    if (type !== CONTACTS) throw invalid('Only contacts can be deleted for privacy')
    requireScopes(call.token, type.writeScopes)
    const { objectId, idProperty } = parseBody(PrivacyDelete, call.body)
    const table = state.table(type)
    const record =
      idProperty === 'email'
        ? table.all.find(({ properties }) => properties['email'] === objectId.toLowerCase())
        : table.resolve(objectId)
    if (record !== undefined) {
      const change = { type: type.id, id: record.id, at: context.now(), source: context.appSource }
      context.commit([{ op: 'purge', ...change }])
    }
    return { status: 204 }
  }
}
