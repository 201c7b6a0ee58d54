import type { Org } from '../org.ts'
import type { FieldValue, Row } from '../row.ts'
import type { FieldDef } from '../schema/field.ts'
import type { ResolvedPath } from './resolve-path.ts'

/** A value as the REST API writes it: datetimes with a `+0000` offset. */
export function presentValue(field: FieldDef, value: FieldValue): FieldValue {
  return field.type === 'datetime' && typeof value === 'string'
    ? value.replace('Z', '+0000')
    : value
}

/** The type and address every REST record carries. */
const attributesOf = (object: string, id: unknown, version: string): object => ({
  type: object,
  url: `/services/data/v${version}/sobjects/${object}/${String(id)}`,
})

type Presented = { [name: string]: FieldValue | object | null }

/** A row with the selected fields; a missing parent is null, a present one an object of its own. */
export function presentRow(
  org: Org,
  object: string,
  paths: readonly ResolvedPath[],
  row: Row,
  version: string,
): Presented {
  const record: Presented = { attributes: attributesOf(object, row['Id'], version) }
  for (const path of paths) {
    const holder = parentRecord(org, record, row, path, version)
    if (holder !== undefined) holder[path.field.name] = presentValue(path.field, path.read(row))
  }
  return record
}

function parentRecord(
  org: Org,
  record: Presented,
  row: Row,
  path: ResolvedPath,
  version: string,
): Presented | undefined {
  let holder = record
  let current: Row = row
  for (const { name, idField } of path.steps) {
    const id = current[idField]
    const type = typeof id === 'string' ? org.schema.objectOfId(id)?.name : undefined
    const parent = type === undefined ? undefined : org.records.get(type, String(id))
    if (type === undefined || parent === undefined) {
      holder[name] = null
      return undefined
    }
    const next = (holder[name] as Presented | undefined) ?? {
      attributes: attributesOf(type, id, version),
    }
    holder[name] = next
    holder = next
    current = parent
  }
  return holder
}
