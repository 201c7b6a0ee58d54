import { normalizeId } from '../ids.ts'
import type { Org } from '../org.ts'
import { USERS } from '../org.ts'
import { type Row, toDateTime } from '../row.ts'
import type { ObjectDef } from '../schema/object.ts'
import { deriveFields } from './derive-fields.ts'
import { emptyRow } from './empty-row.ts'
import { findDuplicate } from './find-duplicate.ts'
import { readValues, type Values, type Writer } from './read-values.ts'
import { notSaved, type SaveError, type SaveResult, saved, saveError } from './save-result.ts'

/** Creates, updates and deletes single records by the platform's rules. */
export interface Saving {
  create(writer: Writer, object: ObjectDef, values: Values): SaveResult
  update(writer: Writer, object: ObjectDef, id: unknown, values: Values): SaveResult
  remove(writer: Writer, id: unknown): SaveResult
}

export function createSaving(org: Org): Saving {
  const stamp = (writer: Writer): Row => ({
    LastModifiedById: writer.userId,
    LastModifiedDate: toDateTime(org.now()),
    SystemModstamp: toDateTime(org.now()),
  })

  function store(object: ObjectDef, id: string, row: Row): SaveResult {
    org.records.put(object.name, id, deriveFields(object.name, row, org))
    return saved(id)
  }

  /** Salesforce Help, "Predefined Campaign Member Statuses": a new campaign has Sent and Responded. */
  function addStatuses(writer: Writer, campaignId: string): void {
    const status = org.schema.object('CampaignMemberStatus')
    if (status === undefined) return
    const common = { CampaignId: campaignId, ...stamp(writer) }
    for (const [at, Label] of ['Sent', 'Responded'].entries()) {
      const id = org.records.nextId(status)
      const flags = { IsDeleted: false, IsDefault: at === 0, HasResponded: at === 1 }
      store(status, id, { Id: id, Label, SortOrder: at + 1, ...flags, ...common })
    }
  }

  return {
    create(writer, object, values) {
      const { fields, errors } = readValues(org, writer, object, values, 'create')
      const refused = [...errors, ...missing(object, fields), ...findDuplicate(org, object, fields)]
      if (!object.createable) refused.push(notCreatable(object))
      if (refused.length > 0) return notSaved(...refused)
      const id = org.records.nextId(object)
      const owner = writer.autoAssign && object.name === 'Lead' ? USERS.coordinator : writer.userId
      const born = { CreatedById: writer.userId, CreatedDate: toDateTime(org.now()) }
      const assigned = object.fields.has('ownerid') ? { OwnerId: owner } : {}
      const row = { ...emptyRow(object), ...assigned, ...fields, Id: id, ...born, ...stamp(writer) }
      return org.records.transaction(() => {
        if (object.name === 'Campaign') addStatuses(writer, id)
        return store(object, id, row)
      })
    },
    update(writer, object, id, values) {
      const found = findWritable(org, object, id)
      if ('statusCode' in found) return { ...notSaved(found), ...knownId(id) }
      const { fields, errors } = readValues(org, writer, object, values, 'update')
      const fault = org.faults.forRecord(found.id)
      const all = fault === undefined ? errors : [faultError(fault), ...errors]
      if (all.length > 0) return { ...notSaved(...all), id: found.id }
      // REST API guide, "Assignment Rule Header": unless told FALSE, saving a lead may reassign it.
      const reassigned =
        writer.autoAssign && object.name === 'Lead' && !('OwnerId' in fields)
          ? { OwnerId: USERS.coordinator }
          : {}
      return store(object, found.id, { ...found.row, ...reassigned, ...fields, ...stamp(writer) })
    },
    remove(writer, id) {
      const object = typeof id === 'string' ? org.schema.objectOfId(id) : undefined
      if (object === undefined) return notSaved(saveError('MALFORMED_ID', 'malformed id'))
      const found = findWritable(org, object, id)
      if ('statusCode' in found) return { ...notSaved(found), ...knownId(id) }
      if (object.hardDelete) org.records.remove(object.name, found.id)
      else
        org.records.put(object.name, found.id, { ...found.row, IsDeleted: true, ...stamp(writer) })
      return saved(found.id)
    },
  }
}

function missing(object: ObjectDef, fields: Row): readonly SaveError[] {
  const names = [...object.fields.values()]
    .filter((def) => def.required && fields[def.name] == null)
    .map((def) => def.name)
  if (names.length === 0) return []
  const message = `Required fields are missing: [${names.join(', ')}]`
  return [saveError('REQUIRED_FIELD_MISSING', message, names)]
}

const notCreatable = (object: ObjectDef): SaveError =>
  saveError(
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    `entity type cannot be inserted: ${object.name}`,
  )

const knownId = (id: unknown): { id?: string } => (typeof id === 'string' ? { id } : {})

function faultError(fault: {
  readonly statusCode: string
  readonly message?: string
  readonly fields?: readonly string[]
}): SaveError {
  return saveError(fault.statusCode, fault.message ?? fault.statusCode, fault.fields ?? [])
}

function findWritable(
  org: Org,
  object: ObjectDef,
  id: unknown,
): { readonly id: string; readonly row: Row } | SaveError {
  const full = typeof id === 'string' ? normalizeId(id) : undefined
  if (full === undefined || !full.startsWith(object.keyPrefix)) {
    return saveError(
      'MALFORMED_ID',
      `${object.label} ID: id value of incorrect type: ${String(id)}`,
      ['Id'],
    )
  }
  const row = org.records.get(object.name, full)
  if (row === undefined) {
    return saveError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')
  }
  if (row['IsDeleted'] === true) return saveError('ENTITY_IS_DELETED', 'entity is deleted')
  if (row['IsConverted'] === true) {
    return saveError('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead')
  }
  return { id: full, row }
}
