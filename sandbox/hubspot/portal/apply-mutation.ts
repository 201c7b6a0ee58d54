import { applyLink, applyUnlink } from './apply-link.ts'
import type { ChangeEvent, Mutation } from './mutation.ts'
import { objectTypeOf } from './object-types.ts'
import type { PortalState } from './portal-state.ts'
import type { StoredRecord } from './record-table.ts'
import { castShadow, setValue, touch } from './set-value.ts'

/** Changes the portal and says what changed. The same mutation on the same state ends the same. */
export function applyMutation(state: PortalState, mutation: Mutation): readonly ChangeEvent[] {
  switch (mutation.op) {
    case 'create':
      return create(state, mutation)
    case 'update':
      return update(state, mutation)
    case 'archive':
    case 'purge':
      return remove(state, mutation)
    case 'merge':
      return merge(state, mutation)
    case 'link':
      return applyLink(state, mutation)
    case 'unlink':
      return applyUnlink(state, mutation)
    case 'property':
      state.properties(objectTypeOf(mutation.type)).set(mutation.property.name, mutation.property)
      return []
    case 'group':
      state.groups(objectTypeOf(mutation.type)).set(mutation.group.name, mutation.group)
      return []
    case 'revoke':
      state.revokedTokens.add(mutation.token)
      return []
  }
}

type Of<Op extends Mutation['op']> = Extract<Mutation, { op: Op }>

function create(state: PortalState, mutation: Of<'create'>): ChangeEvent[] {
  const type = objectTypeOf(mutation.type)
  const record = emptyRecord(mutation.id)
  castShadow(state, record, { at: mutation.at, created: true })
  const changes = Object.entries(mutation.properties).flatMap(([name, value]) =>
    setValue(state, { type, record, name, value, at: mutation.at, source: mutation.source }),
  )
  record.properties['hs_object_id'] = mutation.id
  record.properties[type.created] = new Date(mutation.at).toISOString()
  touch(type, record, mutation.at)
  state.table(type).insert(record)
  return [{ kind: 'creation', ...common(type.id, mutation) }, ...changes]
}

function update(state: PortalState, mutation: Of<'update'>): ChangeEvent[] {
  const type = objectTypeOf(mutation.type)
  const record = state.table(type).get(mutation.id)
  if (record === undefined) return []
  castShadow(state, record, { at: mutation.at, created: false })
  touch(type, record, mutation.at)
  return Object.entries(mutation.properties).flatMap(([name, value]) =>
    setValue(state, { type, record, name, value, at: mutation.at, source: mutation.source }),
  )
}

function remove(state: PortalState, mutation: Of<'archive'> | Of<'purge'>): ChangeEvent[] {
  const type = objectTypeOf(mutation.type)
  const record = state.table(type).get(mutation.id)
  if (record === undefined) return []
  state.links.forget(type.id, mutation.id)
  const event = common(type.id, mutation)
  if (mutation.op === 'archive') {
    record.archivedAt = mutation.at
    return [{ kind: 'deletion', ...event }]
  }
  state.table(type).remove(mutation.id)
  return [
    { kind: 'privacyDeletion', ...event },
    { kind: 'deletion', ...event },
  ]
}

/** Both records give way to one with a new id, as HubSpot has done for contacts since 2025. */
function merge(state: PortalState, mutation: Of<'merge'>): ChangeEvent[] {
  const type = objectTypeOf(mutation.type)
  const table = state.table(type)
  const primary = table.get(mutation.id)
  const merged = table.get(mutation.mergedId)
  if (primary === undefined || merged === undefined) return []
  const record = emptyRecord(mutation.newId)
  Object.assign(record.properties, merged.properties, primary.properties, {
    hs_object_id: mutation.newId,
    hs_merged_object_ids: mergedIds(primary, merged),
  })
  castShadow(state, record, { at: mutation.at, created: true })
  touch(type, record, mutation.at)
  table.insert(record)
  for (const old of [primary, merged]) {
    inheritLinks(state, { type: type.id, from: old.id, to: mutation.newId })
    table.remove(old.id)
    table.redirect(old.id, mutation.newId)
  }
  const moved = Object.keys(merged.properties).filter((name) => !(name in primary.properties))
  const details = { primaryId: primary.id, mergedId: merged.id, moved: moved.length }
  return [{ kind: 'merge', ...common(type.id, mutation), ...details, objectId: mutation.newId }]
}

function mergedIds(primary: StoredRecord, merged: StoredRecord): string {
  const earlier = [primary, merged].flatMap(({ properties }) =>
    (properties['hs_merged_object_ids'] ?? '').split(';').filter((id) => id !== ''),
  )
  return [...new Set([...earlier, primary.id, merged.id])].join(';')
}

function inheritLinks(
  state: PortalState,
  move: { readonly type: string; readonly from: string; readonly to: string },
): void {
  for (const to of state.links.neighbours(move.type, move.from)) {
    for (const { toId, primary } of state.links.of(move.type, move.from, to)) {
      state.links.link({ from: move.type, fromId: move.to, to, toId }, primary)
    }
  }
  state.links.forget(move.type, move.from)
}

function common(
  objectTypeId: string,
  { id, at, source }: Of<'create' | 'archive' | 'purge' | 'merge'>,
) {
  return { objectTypeId, objectId: id, at, source }
}

function emptyRecord(id: string): StoredRecord {
  return {
    id,
    properties: {},
    history: new Map(),
    shadows: [],
    archivedAt: undefined,
    person: undefined,
  }
}
