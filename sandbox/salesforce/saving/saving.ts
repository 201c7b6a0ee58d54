import type { RecordFault } from '../faults.ts'
import { type Org, USERS } from '../org.ts'
import { type Row, toDateTime } from '../row.ts'
import type { ObjectDef } from '../schema/object.ts'
import { addDefaultStatuses } from './default-statuses.ts'
import { deriveFields } from './derive-fields.ts'
import { emptyRow } from './empty-row.ts'
import { findDuplicate } from './find-duplicate.ts'
import { findWritable } from './find-writable.ts'
import { readValues, type Values, type Writer } from './read-values.ts'
import { notSaved, type SaveError, type SaveResult, saved, saveError } from './save-result.ts'
import { createValidationRules, type ValidationRules } from './validation-rules.ts'

/** Creates, updates and deletes single records by the platform's rules. */
export interface Saving {
  create(writer: Writer, object: ObjectDef, values: Values): SaveResult
  update(writer: Writer, object: ObjectDef, id: unknown, values: Values): SaveResult
  remove(writer: Writer, id: unknown): SaveResult
  /** What the org's admin demands of every record. */
  readonly rules: ValidationRules
}

/** Saves into one org, by its schema, permissions and ordered faults. */
export function createSaving(org: Org): Saving {
  const rules = createValidationRules()
  const place: Place = { org, rules }
  return {
    rules,
    create: (writer, object, values) => create(place, writer, object, values),
    update: (writer, object, id, values) => update(place, writer, object, { id, values }),
    remove: (writer, id) => remove(org, writer, id),
  }
}

interface Place {
  readonly org: Org
  readonly rules: ValidationRules
}

function create(
  { org, rules }: Place,
  writer: Writer,
  object: ObjectDef,
  values: Values,
): SaveResult {
  const { fields, errors } = readValues(org, writer, object, values, 'create')
  const refused = [
    ...(object.createable ? [] : [notCreatable(object)]),
    ...errors,
    ...missing(object, fields),
    ...findDuplicate(org, object, fields),
    ...rules.check(object.name, fields),
  ]
  if (refused.length > 0) return notSaved(...refused)
  const id = org.records.nextId(object)
  const stamp = stampOf(org, writer)
  const row = {
    ...emptyRow(object),
    ...ownerOf(writer, object),
    ...fields,
    ...stamp,
    Id: id,
    CreatedById: writer.userId,
    CreatedDate: toDateTime(org.now()),
  }
  return org.records.transaction(() => {
    if (object.name === 'Campaign') addDefaultStatuses(org, id, stamp)
    return store(org, object, id, row)
  })
}

function update(
  { org, rules }: Place,
  writer: Writer,
  object: ObjectDef,
  { id, values }: { readonly id: unknown; readonly values: Values },
): SaveResult {
  const { fields, errors } = readValues(org, writer, object, values, 'update')
  const found = findWritable(org, object, id)
  if ('statusCode' in found) return { ...notSaved(found), ...knownId(id) }
  const fault = org.faults.forRecord(found.id)
  const all = fault === undefined ? errors : [faultError(fault), ...errors]
  if (all.length > 0) return { ...notSaved(...all), id: found.id }
  // REST API guide, "Assignment Rule Header": unless told FALSE, saving a lead may reassign it.
  const reassigned = object.name === 'Lead' && writer.autoAssign ? ownerOf(writer, object) : {}
  const row = { ...found.row, ...reassigned, ...fields, ...stampOf(org, writer) }
  const broken = rules.check(object.name, row)
  if (broken.length > 0) return { ...notSaved(...broken), id: found.id }
  return store(org, object, found.id, row)
}

function remove(org: Org, writer: Writer, id: unknown): SaveResult {
  const object = typeof id === 'string' ? org.schema.objectOfId(id) : undefined
  if (object === undefined) return notSaved(saveError('MALFORMED_ID', 'malformed id'))
  const found = findWritable(org, object, id)
  if ('statusCode' in found) return { ...notSaved(found), ...knownId(id) }
  const row = { ...found.row, IsDeleted: true, ...stampOf(org, writer) }
  if (object.hardDelete) org.records.remove(object.name, found.id)
  else org.records.put(object.name, found.id, row)
  return saved(found.id)
}

function store(org: Org, object: ObjectDef, id: string, row: Row): SaveResult {
  org.records.put(object.name, id, deriveFields(object.name, row, org))
  return saved(id)
}

function stampOf(org: Org, writer: Writer): Row {
  const at = toDateTime(org.now())
  return { LastModifiedById: writer.userId, LastModifiedDate: at, SystemModstamp: at }
}

function ownerOf(writer: Writer, object: ObjectDef): Row {
  if (!object.fields.has('ownerid')) return {}
  const ruled = writer.autoAssign && object.name === 'Lead'
  return { OwnerId: ruled ? USERS.coordinator : writer.userId }
}

function missing(object: ObjectDef, fields: Row): readonly SaveError[] {
  const names = [...object.fields.values()]
    .filter((def) => def.required && fields[def.name] == null)
    .map((def) => def.name)
  if (names.length === 0) return []
  const message = `Required fields are missing: [${names.join(', ')}]`
  return [saveError('REQUIRED_FIELD_MISSING', message, names)]
}

function notCreatable(object: ObjectDef): SaveError {
  const message = `entity type cannot be inserted: ${object.name}`
  return saveError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message)
}

const knownId = (id: unknown): { id?: string } => (typeof id === 'string' ? { id } : {})

function faultError({ statusCode, message, fields }: RecordFault): SaveError {
  return saveError(statusCode, message ?? statusCode, fields ?? [])
}
