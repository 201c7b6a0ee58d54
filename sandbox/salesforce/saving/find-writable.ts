import { normalizeId } from '../ids.ts'
import type { Org } from '../org.ts'
import type { Row } from '../row.ts'
import type { ObjectDef } from '../schema/object.ts'
import { type SaveError, saveError } from './save-result.ts'

/** The record an update or delete means, or why it cannot be touched. */
export function findWritable(
  org: Org,
  object: ObjectDef,
  id: unknown,
): { readonly id: string; readonly row: Row } | SaveError {
  const full = typeof id === 'string' ? normalizeId(id) : undefined
  if (full === undefined || !full.startsWith(object.keyPrefix)) {
    const given = typeof id === 'string' ? id : typeof id
    const message = `${object.label} ID: id value of incorrect type: ${given}`
    return saveError('MALFORMED_ID', message, ['Id'])
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
