import { Router } from 'express'
import { z } from 'zod'
import { CONTACTS, type ObjectType, objectTypeOf } from '#sandbox/hubspot/portal/object-types.ts'
import { checkValues, valuesRefused } from '#sandbox/hubspot/portal/property-values.ts'
import type { StoredRecord } from '#sandbox/hubspot/portal/record-table.ts'
import { invalid, notFound } from '#sandbox/hubspot/portal/refusal.ts'
import {
  type ApiCall,
  type ApiContext,
  type ApiHandler,
  limitOf,
  linkWith,
  listOf,
  parseBody,
} from './api-context.ts'
import { addBatchRoutes } from './batch-routes.ts'
import { mergeHandler, privacyDeleteHandler } from './contact-handlers.ts'
import { createMutations } from './create-record.ts'
import { addRecordAssociationRoutes } from './record-associations.ts'
import { type Projection, recordJson } from './record-json.ts'
import { searchHandler } from './search-handler.ts'
import { requireSensitiveWrite, visibleTo } from './sensitive.ts'
import { requireScopes } from './tokens.ts'

/** Records of every type, at whatever path family it is mounted. */
export function createObjectsRouter(context: ApiContext): Router {
  const router = Router()
  router.post('/:type/search', context.route('search', searchHandler(context), 'search'))
  addBatchRoutes(router, context)
  router.post('/:type/merge', context.route('single', mergeHandler(context)))
  router.post('/:type/gdpr-delete', context.route('single', privacyDeleteHandler(context)))
  router.get('/:type', context.route('list', listHandler(context)))
  router.post('/:type', context.route('single', createHandler(context)))
  router.get('/:type/:id', context.route('single', readHandler(context)))
  router.patch('/:type/:id', context.route('single', updateHandler(context)))
  router.delete('/:type/:id', context.route('single', archiveHandler(context)))
  addRecordAssociationRoutes(router, context)
  return router
}

/** What a GET's query asks for; associations need the scopes of what they lead to. */
function projectionOf(call: ApiCall, type: ObjectType): Projection {
  const associated = listOf(call.query['associations']).map(objectTypeOf)
  requireScopes(
    call.token,
    associated.flatMap(({ readScopes }) => readScopes),
  )
  return {
    properties: listOf(call.query['properties']),
    propertiesWithHistory: listOf(call.query['propertiesWithHistory']),
    associations: listOf(call.query['associations']),
    visible: visibleTo(call.token, type),
  }
}

function listHandler({ state }: ApiContext): ApiHandler {
  return (call) => {
    const type = objectTypeOf(call.params['type'])
    requireScopes(call.token, type.readScopes)
    const projection = projectionOf(call, type)
    const most = projection.propertiesWithHistory.length > 0 ? 50 : 100
    const limit = limitOf(call.query['limit'], { otherwise: 10, most })
    const archived = call.query['archived'] === 'true'
    const { page, next } = pageFrom(state.table(type), {
      after: cursorOf(call.query['after']),
      limit,
      archived,
    })
    const results = page.map((record) => recordJson(state, type, record, projection))
    const paging = next !== undefined && { next: { after: next, link: linkWith(call, next) } }
    return { status: 200, body: { results, ...(paging && { paging }) } }
  }
}

function cursorOf(after: unknown): number {
  if (after === undefined) return 0
  const id = Number(after)
  if (Number.isInteger(id)) return id
  throw invalid('after must be a record id')
}

/** The cursor is the id of the next record ("Using object APIs", retrieve records). */
function pageFrom(
  table: ReturnType<ApiContext['state']['table']>,
  options: { after: number; limit: number; archived: boolean },
): { page: StoredRecord[]; next: string | undefined } {
  const page: StoredRecord[] = []
  for (let at = table.positionOf(options.after); at < table.all.length; at += 1) {
    const record = table.all[at]
    if (record === undefined || (record.archivedAt !== undefined) !== options.archived) continue
    if (page.length === options.limit) return { page, next: record.id }
    page.push(record)
  }
  return { page, next: undefined }
}

function readHandler({ state }: ApiContext): ApiHandler {
  return (call) => {
    const type = objectTypeOf(call.params['type'])
    requireScopes(call.token, type.readScopes)
    const archived = call.query['archived'] === 'true'
    const record = findRecord(state, call, type)
    if (record === undefined || (record.archivedAt !== undefined) !== archived) {
      throw notFound('resource not found')
    }
    return { status: 200, body: recordJson(state, type, record, projectionOf(call, type)) }
  }
}

/** By id, by an id merged away, or a contact by `idProperty=email`. */
function findRecord(
  state: ApiContext['state'],
  call: ApiCall,
  type: ObjectType,
): StoredRecord | undefined {
  const id = call.params['id'] ?? ''
  if (call.query['idProperty'] !== 'email' || type !== CONTACTS)
    return state.table(type).resolve(id)
  const email = id.toLowerCase()
  return state
    .table(type)
    .all.find(({ properties }) => properties['email']?.toLowerCase() === email)
}

const Write = z.object({ properties: z.record(z.string(), z.unknown()) })
const Create = Write.extend({
  associations: z
    .array(
      z.object({
        to: z.object({ id: z.coerce.string() }),
        types: z.array(
          z.object({ associationCategory: z.string(), associationTypeId: z.number() }),
        ),
      }),
    )
    .optional(),
})

function createHandler(context: ApiContext): ApiHandler {
  const { state } = context
  return (call) => {
    const type = objectTypeOf(call.params['type'])
    requireScopes(call.token, type.writeScopes)
    const { properties, associations = [] } = parseBody(Create, call.body)
    requireSensitiveWrite(state, { token: call.token, type, names: Object.keys(properties) })
    const { id, mutations } = createMutations(context, { type, properties, associations })
    context.commit(mutations)
    return { status: 201, body: written(context, call, type, id) }
  }
}

function updateHandler(context: ApiContext): ApiHandler {
  const { state } = context
  return (call) => {
    const type = objectTypeOf(call.params['type'])
    requireScopes(call.token, type.writeScopes)
    const { properties } = parseBody(Write, call.body)
    requireSensitiveWrite(state, { token: call.token, type, names: Object.keys(properties) })
    const record = findRecord(state, call, type)
    if (record === undefined || record.archivedAt !== undefined)
      throw notFound('resource not found')
    const { values, problems } = checkValues(state, type, properties)
    if (problems !== undefined) throw valuesRefused(state, problems)
    const change = { type: type.id, id: record.id, at: context.now(), source: context.appSource }
    context.commit([{ op: 'update', ...change, properties: values }])
    return { status: 200, body: written(context, call, type, record.id, Object.keys(values)) }
  }
}

function written(
  { state }: ApiContext,
  call: ApiCall,
  type: ObjectType,
  id: string,
  names?: readonly string[],
): unknown {
  const record = state.table(type).get(id)
  if (record === undefined) throw notFound('resource not found')
  const properties = names ?? Object.keys(record.properties)
  const projection = { properties, propertiesWithHistory: [], associations: [] }
  const visible = visibleTo(call.token, type)
  return recordJson(state, type, record, { ...projection, visible })
}

/** Deleting what is gone answers 204 too. */
function archiveHandler(context: ApiContext): ApiHandler {
  return (call) => {
    const type = objectTypeOf(call.params['type'])
    requireScopes(call.token, type.writeScopes)
    const record = context.state.table(type).resolve(call.params['id'] ?? '')
    if (record !== undefined && record.archivedAt === undefined) {
      const change = { type: type.id, id: record.id, at: context.now(), source: context.appSource }
      context.commit([{ op: 'archive', ...change }])
    }
    return { status: 204 }
  }
}
