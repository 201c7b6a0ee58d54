import type { Router } from 'express'
import { z } from 'zod'
import { invalid, notFound, Refusal } from '#sandbox/hubspot/portal/refusal.ts'
import { type ApiContext, type ApiHandler, parseBody } from './api-context.ts'
import { readableType, writableType } from './property-access.ts'

const GroupCreate = z.object({
  name: z.string(),
  label: z.string(),
  displayOrder: z.number().int().default(-1),
})
const GroupChange = z.object({
  label: z.string().optional(),
  displayOrder: z.number().int().optional(),
})

export function addGroupRoutes(router: Router, context: ApiContext): void {
  const route = (handler: ApiHandler) => context.route('properties', handler)
  router.get('/:type/groups', route(listHandler(context)))
  router.post('/:type/groups', route(createHandler(context)))
  router.get('/:type/groups/:group', route(readHandler(context)))
  router.patch('/:type/groups/:group', route(changeHandler(context)))
}

function listHandler({ state }: ApiContext): ApiHandler {
  return (call) => {
    const groups = [...state.groups(readableType(call)).values()]
    return { status: 200, body: { results: groups.filter(({ archived }) => !archived) } }
  }
}

function readHandler({ state }: ApiContext): ApiHandler {
  return (call) => {
    const group = state.groups(readableType(call)).get(call.params['group'] ?? '')
    if (group === undefined) throw notFound(`No property group named ${call.params['group'] ?? ''}`)
    return { status: 200, body: group }
  }
}

function createHandler({ state, commit }: ApiContext): ApiHandler {
  return (call) => {
    const type = writableType(call)
    const { name, label, displayOrder } = parseBody(GroupCreate, call.body)
    if (!/^[a-z][a-z0-9_]*$/.test(name)) throw invalid(`Group name "${name}" is not valid`)
    if (state.groups(type).has(name)) {
      const message = `A property group named '${name}' already exists.`
      throw new Refusal(409, message, { category: 'OBJECT_ALREADY_EXISTS' })
    }
    const group = { name, label, displayOrder, archived: false }
    commit([{ op: 'group', type: type.id, group }])
    return { status: 201, body: group }
  }
}

function changeHandler({ state, commit }: ApiContext): ApiHandler {
  return (call) => {
    const type = writableType(call)
    const change = parseBody(GroupChange, call.body)
    const known = state.groups(type).get(call.params['group'] ?? '')
    if (known === undefined) throw notFound(`No property group named ${call.params['group'] ?? ''}`)
    const { label = known.label, displayOrder = known.displayOrder } = change
    const group = { ...known, label, displayOrder }
    commit([{ op: 'group', type: type.id, group }])
    return { status: 200, body: group }
  }
}
