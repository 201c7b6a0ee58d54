import { seededVersions } from '#sandbox/hubspot/seed/seeded-versions.ts'
import type { ChangeEvent, Source } from './mutation.ts'
import type { ObjectType } from './object-types.ts'
import type { PortalState } from './portal-state.ts'
import type { StoredRecord, Version } from './record-table.ts'

/** Keeps the old value in the history; an equal value is no change. Empty clears. */
export function setValue(
  state: PortalState,
  write: {
    type: ObjectType
    record: StoredRecord
    name: string
    value: string
    at: number
    source: Source
  },
): ChangeEvent[] {
  const { type, record, name, value, at, source } = write
  if ((record.properties[name] ?? '') === value) return []
  const version = { value, at, sourceType: source.changeSource, sourceId: source.sourceId }
  record.history.set(name, [version, ...versionsOf(type, record, name)])
  if (value === '') delete record.properties[name]
  else record.properties[name] = value
  const definition = state.properties(type).get(name)
  if (definition === undefined || definition.calculated) return []
  const shown = definition.dataSensitivity === 'non_sensitive' ? value : 'REDACTED'
  const event = { objectTypeId: type.id, objectId: record.id, at, source, name, value: shown }
  return [{ kind: 'propertyChange', ...event }]
}

/** Newest first. */
export function versionsOf(
  type: ObjectType,
  record: StoredRecord,
  name: string,
): readonly Version[] {
  const written = record.history.get(name)
  if (written !== undefined) return written
  return record.properties[name] === undefined ? [] : seededVersions(type, record, name)
}

/** Moves the record's last-modified date. */
export function touch(type: ObjectType, record: StoredRecord, at: number): void {
  record.properties[type.modified] = new Date(at).toISOString()
}

/** Keeps what search goes on answering until its index has caught up. */
export function castShadow(
  state: PortalState,
  record: StoredRecord,
  change: { at: number; created: boolean },
): void {
  if (state.searchLagMs === 0) return
  const properties = change.created ? undefined : { ...record.properties }
  const current = record.shadows.filter(({ until }) => until > change.at)
  record.shadows = [...current, { until: change.at + state.searchLagMs, properties }]
}
