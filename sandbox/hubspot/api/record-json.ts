import { associationTypeOf } from '#sandbox/hubspot/portal/association-types.ts'
import {
  alwaysAnswered,
  type ObjectType,
  objectTypeOf,
} from '#sandbox/hubspot/portal/object-types.ts'
import type { PortalState } from '#sandbox/hubspot/portal/portal-state.ts'
import type { DataSensitivity } from '#sandbox/hubspot/portal/property-definition.ts'
import type { StoredRecord } from '#sandbox/hubspot/portal/record-table.ts'
import { versionsOf } from '#sandbox/hubspot/portal/set-value.ts'

/** What a read asked for. */
export interface Projection {
  /** Empty asks for the defaults. */
  readonly properties: readonly string[]
  readonly propertiesWithHistory: readonly string[]
  readonly associations: readonly string[]
  /** How sensitive a property may be for this token to see it. */
  readonly visible: ReadonlySet<DataSensitivity>
}

/** A record as the objects API answers it. Names nobody defined are silently left out. */
export function recordJson(
  state: PortalState,
  type: ObjectType,
  record: StoredRecord,
  projection: Projection,
): Record<string, unknown> {
  const asked = [...projection.properties, ...projection.propertiesWithHistory]
  const shown = (asked.length === 0 ? type.defaults : asked).filter((name) =>
    isVisible(state, type, name, projection.visible),
  )
  const names = [...alwaysAnswered(type), ...shown]
  const associations =
    projection.associations.length > 0 && associationsOf(state, type, record, projection)
  return {
    id: record.id,
    properties: Object.fromEntries(names.map((name) => [name, record.properties[name] ?? null])),
    ...(projection.propertiesWithHistory.length > 0 && {
      propertiesWithHistory: historyOf(state, type, record, projection),
    }),
    createdAt: record.properties[type.created],
    updatedAt: record.properties[type.modified],
    archived: record.archivedAt !== undefined,
    ...(record.archivedAt !== undefined && {
      archivedAt: new Date(record.archivedAt).toISOString(),
    }),
    ...(associations && { associations }),
    url: `https://app.hubspot.com/contacts/${state.portalId}/record/${type.id}/${record.id}`,
  }
}

function isVisible(
  state: PortalState,
  type: ObjectType,
  name: string,
  visible: ReadonlySet<DataSensitivity>,
): boolean {
  const property = state.properties(type).get(name)
  if (property === undefined || property.archived) return false
  return visible.has(property.dataSensitivity)
}

function historyOf(
  state: PortalState,
  type: ObjectType,
  record: StoredRecord,
  { propertiesWithHistory, visible }: Projection,
): Record<string, unknown> {
  const names = propertiesWithHistory.filter((name) => isVisible(state, type, name, visible))
  return Object.fromEntries(
    names.map((name) => [
      name,
      versionsOf(type, record, name).map(({ value, at, sourceType, sourceId }) => ({
        value,
        timestamp: new Date(at).toISOString(),
        sourceType,
        ...(sourceId !== undefined && { sourceId }),
      })),
    ]),
  )
}

function associationsOf(
  state: PortalState,
  type: ObjectType,
  record: StoredRecord,
  { associations }: Projection,
): Record<string, unknown> | undefined {
  const entries = associations.flatMap((asked) => {
    const to = objectTypeOf(asked)
    const links = state.links.of(type.id, record.id, to.id)
    const name = `${type.singular}_to_${to.singular}`
    const labelled = associationTypeOf(type.id, to.id)?.primary !== undefined
    const results = links.flatMap(({ toId, primary }) => [
      ...(primary ? [{ id: toId, type: name }] : []),
      { id: toId, type: labelled ? `${name}_unlabeled` : name },
    ])
    return results.length === 0 ? [] : [[to.name, { results }] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
