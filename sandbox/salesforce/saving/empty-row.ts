import type { Row } from '../row.ts'
import type { ObjectDef } from '../schema/object.ts'

const EMPTY = new WeakMap<ObjectDef, { readonly fields: number; readonly row: Row }>()

/** Every checkbox starts unticked: the platform knows no null boolean. */
export function emptyRow(object: ObjectDef): Row {
  const known = EMPTY.get(object)
  if (known?.fields === object.fields.size) return known.row
  const boxes = [...object.fields.values()].filter(({ type }) => type === 'boolean')
  const row = Object.fromEntries(boxes.map(({ name }) => [name, false]))
  EMPTY.set(object, { fields: object.fields.size, row })
  return row
}
