import { makeId } from '../ids.ts'
import type { Org } from '../org.ts'
import type { ObjectDef } from '../schema/object.ts'
import { type MetadataOutcome, refused } from './metadata-error.ts'
import { FieldMetadata, fieldProblem, toFieldDef } from './read-field-metadata.ts'

export type SaveMode = 'create' | 'update' | 'upsert'

const NAME = /^([A-Za-z]\w*)\.([A-Za-z](?:_?[A-Za-z0-9])*__c)$/

/** Help, "Custom Fields Allowed Per Object", Developer Edition; the code and words are assumed. */
const MOST_CUSTOM_FIELDS = 500

function isFull({ fields }: ObjectDef): boolean {
  return [...fields.values()].filter(({ custom }) => custom).length >= MOST_CUSTOM_FIELDS
}

/**
 * Creates or changes one custom field. Nobody but an admin sees it afterwards: field permissions are
 * metadata of their own.
 */
export function saveField(
  org: Org,
  mode: SaveMode,
  fullName: string,
  body: unknown,
): MetadataOutcome {
  const [, objectName = '', name = ''] = NAME.exec(fullName) ?? []
  const object = org.schema.object(objectName)
  if (name === '')
    return refused(fullName, 'INVALID_FIELD', `Invalid fullName: ${fullName}`, ['fullName'])
  if (object === undefined) {
    return refused(
      fullName,
      'INVALID_CROSS_REFERENCE_KEY',
      `no CustomObject named ${objectName} found`,
    )
  }
  const before = object.fields.get(name.toLowerCase())
  if (before !== undefined && mode === 'create') {
    const message = `There is already a field named ${name.replace(/__c$/, '')} on ${object.name}.`
    return refused(fullName, 'DUPLICATE_DEVELOPER_NAME', message, ['fullName'])
  }
  if (before === undefined && mode === 'update') {
    return refused(
      fullName,
      'INVALID_CROSS_REFERENCE_KEY',
      `no CustomField named ${fullName} found`,
    )
  }
  const metadata = FieldMetadata.safeParse(body)
  if (!metadata.success)
    return refused(fullName, 'FIELD_INTEGRITY_EXCEPTION', 'The field is malformed')
  const problem = fieldProblem(metadata.data)
  if (problem !== undefined) return refused(fullName, 'FIELD_INTEGRITY_EXCEPTION', problem)
  const def = toFieldDef(name, metadata.data, before)
  if (before !== undefined && before.type !== def.type) {
    return refused(fullName, 'FIELD_INTEGRITY_EXCEPTION', `Cannot change type of ${fullName}`)
  }
  if (before === undefined && isFull(object)) {
    return refused(
      fullName,
      'LIMIT_EXCEEDED',
      `You have reached the maximum number of custom fields for ${object.name}`,
    )
  }
  org.setField(object.name, before === undefined ? def : { ...def, name: before.name })
  return {
    fullName,
    success: true,
    created: before === undefined,
    id: makeId('00N', object.fields.size),
  }
}
