import { type AssociationStore, createAssociationStore } from './association-store.ts'
import { OBJECT_TYPES, type ObjectType } from './object-types.ts'
import type { PropertyDefinition, PropertyGroup } from './property-definition.ts'
import { createRecordTable, type RecordTable } from './record-table.ts'
import { defineProperty, STANDARD_PROPERTIES } from './standard-properties.ts'

/** Everything a portal holds. Only `applyMutation` and the seed change it. */
export interface PortalState {
  readonly portalId: number
  readonly searchLagMs: number
  readonly links: AssociationStore
  readonly revokedTokens: Set<string>
  table(type: ObjectType): RecordTable
  properties(type: ObjectType): Map<string, PropertyDefinition>
  groups(type: ObjectType): Map<string, PropertyGroup>
}

export function createPortalState(options: {
  portalId: number
  searchLagMs: number
  /** When the standard properties were made; epoch ms. */
  createdAt: number
}): PortalState {
  const kept = new Map(OBJECT_TYPES.map((type) => [type.id, createDrawer(type, options.createdAt)]))
  const drawer = (type: ObjectType) => {
    const found = kept.get(type.id)
    if (found === undefined) throw new TypeError(`no table for ${type.id}`)
    return found
  }
  return {
    portalId: options.portalId,
    searchLagMs: options.searchLagMs,
    links: createAssociationStore(),
    revokedTokens: new Set(),
    table: (type) => drawer(type).table,
    properties: (type) => drawer(type).properties,
    groups: (type) => drawer(type).groups,
  }
}

interface Drawer {
  readonly table: RecordTable
  readonly properties: Map<string, PropertyDefinition>
  readonly groups: Map<string, PropertyGroup>
}

function createDrawer(type: ObjectType, createdAt: number): Drawer {
  const groupName = `${type.singular}information`
  const label = `${type.singular} information`
  const rows = STANDARD_PROPERTIES[type.id] ?? []
  return {
    table: createRecordTable(type),
    properties: new Map(rows.map((row) => [row[0], defineProperty(row, { groupName, createdAt })])),
    groups: new Map([[groupName, { name: groupName, label, displayOrder: 0, archived: false }]]),
  }
}
