import { Router } from 'express'
import { z } from 'zod'
import type { Mutation } from '#sandbox/hubspot/portal/mutation.ts'
import type { ObjectType } from '#sandbox/hubspot/portal/object-types.ts'
import {
  type PropertyDefinition,
  propertyJson,
} from '#sandbox/hubspot/portal/property-definition.ts'
import { invalid, notFound, Refusal, type RowError } from '#sandbox/hubspot/portal/refusal.ts'
import { type ApiCall, type ApiContext, type ApiHandler, parseBody } from './api-context.ts'
import { batchAnswer, readBatch } from './batch-answer.ts'
import { readableType, writableType } from './property-access.ts'
import { changedProperty, newProperty, PropertyChange, PropertyCreate } from './property-create.ts'
import { addGroupRoutes } from './property-groups.ts'
import { sensitiveScope } from './sensitive.ts'
import { requireScopes } from './tokens.ts'

/** Property definitions and their groups. */
export function createPropertiesRouter(context: ApiContext): Router {
  const router = Router()
  const route = (handler: ApiHandler) => context.route('properties', handler)
  addGroupRoutes(router, context)
  router.post('/:type/batch/create', route(batchCreateHandler(context)))
  router.get('/:type', route(listHandler(context)))
  router.post('/:type', route(createHandler(context)))
  router.get('/:type/:name', route(readHandler(context)))
  router.patch('/:type/:name', route(changeHandler(context)))
  router.delete('/:type/:name', route(archiveHandler(context)))
  return router
}

/** Sensitive properties are listed only when asked for, and only to apps granted them. */
function sensitivityOf(call: ApiCall, type: ObjectType): string {
  const asked = call.query['dataSensitivity']
  if (asked === undefined || asked === 'non_sensitive') return 'non_sensitive'
  if (asked !== 'sensitive' && asked !== 'highly_sensitive') {
    throw invalid('dataSensitivity is not one of non_sensitive, sensitive, highly_sensitive')
  }
  requireScopes(call.token, [sensitiveScope(type, asked, 'read')])
  return asked
}

function listHandler({ state }: ApiContext): ApiHandler {
  return (call) => {
    const type = readableType(call)
    const sensitivity = sensitivityOf(call, type)
    const archived = call.query['archived'] === 'true'
    const results = [...state.properties(type).values()]
      .filter((one) => one.archived === archived && one.dataSensitivity === sensitivity)
      .map(propertyJson)
    return { status: 200, body: { results } }
  }
}

function readHandler({ state }: ApiContext): ApiHandler {
  return (call) => {
    const type = readableType(call)
    const property = findProperty(state, call, type)
    if (property.dataSensitivity !== sensitivityOf(call, type)) throw unknownProperty(call)
    return { status: 200, body: propertyJson(property) }
  }
}

function findProperty(
  state: ApiContext['state'],
  call: ApiCall,
  type: ObjectType,
): PropertyDefinition {
  const property = state.properties(type).get(call.params['name'] ?? '')
  if (property === undefined || property.archived) throw unknownProperty(call)
  return property
}

function unknownProperty(call: ApiCall): Refusal {
  return notFound(`Property ${call.params['name'] ?? ''} does not exist`)
}

function createHandler(context: ApiContext): ApiHandler {
  return (call) => {
    const type = writableType(call)
    const property = newProperty(context, type, parseBody(PropertyCreate, call.body))
    context.commit([{ op: 'property', type: type.id, property }])
    return { status: 201, body: propertyJson(property) }
  }
}

const BatchCreate = z.object({ inputs: z.array(PropertyCreate) })

/** Properties that cannot be made are errors beside those that were. */
function batchCreateHandler(context: ApiContext): ApiHandler {
  return (call) => {
    const type = writableType(call)
    const { inputs } = parseBody(BatchCreate, call.body)
    readBatch(inputs, 100)
    const made: PropertyDefinition[] = []
    const errors: RowError[] = []
    for (const input of inputs) {
      try {
        made.push(newProperty(context, type, input))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const category = String(error.body['category'])
        const names = { name: [input.name] }
        errors.push({ status: 'error', category, message: error.message, context: names })
      }
    }
    const mutations = made.map(
      (property): Mutation => ({ op: 'property', type: type.id, property }),
    )
    context.commit(mutations)
    return batchAnswer(context.now(), { status: 201, results: made.map(propertyJson), errors })
  }
}

function changeHandler(context: ApiContext): ApiHandler {
  return (call) => {
    const type = writableType(call)
    const change = parseBody(PropertyChange, call.body)
    const known = findProperty(context.state, call, type)
    const property = changedProperty(context, type, known, change)
    context.commit([{ op: 'property', type: type.id, property }])
    return { status: 200, body: propertyJson(property) }
  }
}

function archiveHandler(context: ApiContext): ApiHandler {
  return (call) => {
    const type = writableType(call)
    const known = findProperty(context.state, call, type)
    if (known.hubspotDefined) {
      throw new Refusal(405, `${known.name} cannot be archived`, { category: 'VALIDATION_ERROR' })
    }
    const property = { ...known, archived: true, updatedAt: context.now() }
    context.commit([{ op: 'property', type: type.id, property }])
    return { status: 204 }
  }
}
