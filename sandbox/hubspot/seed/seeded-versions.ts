import type { ObjectType } from '#sandbox/hubspot/portal/object-types.ts'
import type { StoredRecord, Version } from '#sandbox/hubspot/portal/record-table.ts'
import { timelineVersions } from './contact-timeline.ts'

/** What a property was before anybody wrote to the sandbox, newest first. */
export function seededVersions(
  type: ObjectType,
  record: StoredRecord,
  name: string,
): readonly Version[] {
  const dated = record.person === undefined ? undefined : timelineVersions(record.person, name)
  if (dated !== undefined) return dated
  const at = Date.parse(record.properties[type.created] ?? '') || 0
  const value = record.properties[name] ?? ''
  return [{ value, at, sourceType: 'CRM_UI', sourceId: 'userId:7000001' }]
}
