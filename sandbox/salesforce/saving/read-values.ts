import { PermanentError } from '#src/errors.ts'
import type { Org } from '../org.ts'
import type { FieldValue, Row } from '../row.ts'
import type { FieldDef } from '../schema/field.ts'
import type { ObjectDef } from '../schema/object.ts'
import { readValue } from './read-value.ts'
import { type SaveError, saveError } from './save-result.ts'

export type Values = Readonly<Record<string, unknown>>

/** Whose write it is and what it may set off. */
export interface Writer {
  readonly userId: string
  /** `Sforce-Auto-Assign`: true unless the caller says FALSE. */
  readonly autoAssign: boolean
}

const IGNORED = new Set(['attributes', 'id', 'type'])

/** The fields of a request body as the record keeps them. Throws INVALID_FIELD for an unknown name. */
export function readValues(
  org: Org,
  writer: Writer,
  object: ObjectDef,
  values: Values,
  operation: 'create' | 'update',
): { readonly fields: Row; readonly errors: readonly SaveError[] } {
  const fields: Record<string, FieldValue> = {}
  const errors: SaveError[] = []
  const closed: string[] = []
  for (const [name, raw] of Object.entries(values)) {
    if (isIgnored(object, name)) continue
    const def = fieldOf(org, writer, object, name)
    if (!isWritable(org, writer, object, def, operation)) {
      closed.push(def.name)
      continue
    }
    const read = readValue(def, raw)
    if ('error' in read) errors.push(read.error)
    else fields[def.name] = read.value
  }
  if (closed.length > 0) errors.push(notWritable(closed))
  return { fields, errors: [...errors, ...wrongReferences(org, object, fields)] }
}

/** `type` is a field on some objects and the SOAP-style type name on the others. */
function isIgnored(object: ObjectDef, name: string): boolean {
  const lower = name.toLowerCase()
  return IGNORED.has(lower) && (lower !== 'type' || !object.fields.has('type'))
}

function fieldOf(org: Org, writer: Writer, object: ObjectDef, name: string): FieldDef {
  const def = org.access.field(writer.userId, object, name)
  if (def !== undefined) return def
  throw new PermanentError(
    'INVALID_FIELD',
    `No such column '${name}' on sobject of type ${object.name}`,
  )
}

function isWritable(
  org: Org,
  writer: Writer,
  object: ObjectDef,
  def: FieldDef,
  operation: 'create' | 'update',
): boolean {
  const open = operation === 'create' ? def.createable : def.updateable
  return open && org.access.editable(writer.userId, object, def)
}

function notWritable(names: readonly string[]): SaveError {
  const message = `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`
  return saveError('INVALID_FIELD_FOR_INSERT_UPDATE', message, names)
}

function wrongReferences(org: Org, object: ObjectDef, fields: Row): readonly SaveError[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const def = object.fields.get(name.toLowerCase())
    if (def?.type !== 'reference' || typeof value !== 'string') return []
    const target = org.schema.objectOfId(value)
    if (target === undefined || !def.referenceTo.includes(target.name)) {
      const message = `${def.label}: id value of incorrect type: ${value}`
      return [saveError('MALFORMED_ID', message, [name])]
    }
    const row = org.records.get(target.name, value)
    if (row !== undefined && row['IsDeleted'] !== true) return []
    const code = row === undefined ? 'INVALID_CROSS_REFERENCE_KEY' : 'ENTITY_IS_DELETED'
    return [
      saveError(code, row === undefined ? 'invalid cross reference id' : 'entity is deleted', [
        name,
      ]),
    ]
  })
}
