import { makeId, sequenceOf } from './ids.ts'
import { createReferenceIndex } from './reference-index.ts'
import type { Row } from './row.ts'
import type { ObjectDef } from './schema/object.ts'
import type { Schema } from './schema/schema.ts'

/** The rows of every object, found by id and by lookup. */
export interface RowTables {
  get(object: string, id: string): Row | undefined
  all(object: string): Iterable<Row>
  /** Records whose lookup `field` holds `id`. */
  referencing(object: string, field: string, id: string): readonly Row[]
  isIndexed(field: string): boolean
  /** Moves with every change of the object. */
  revision(object: string): number
  /** A fresh id, never used before, restarts included. */
  nextId(def: ObjectDef): string
  /** Puts or, without a row, removes; returns what was there. */
  readonly set: (object: string, id: string, row: Row | undefined) => Row | undefined
}

export function createRowTables(schema: Schema): RowTables {
  const tables = new Map(schema.objects().map((def) => [def.name, new Map<string, Row>()]))
  const index = createReferenceIndex()
  const revisions = new Map<string, number>()
  const sequences = new Map<string, number>()
  const table = (object: string): Map<string, Row> => tables.get(object) ?? new Map<string, Row>()

  return {
    get: (object, id) => table(object).get(id),
    all: (object) => table(object).values(),
    referencing: (object, field, id) =>
      index
        .find(object, field, id)
        .map((found) => table(object).get(found))
        .filter((row) => row !== undefined),
    isIndexed: (field) => index.covers(field),
    revision: (object) => revisions.get(object) ?? 0,
    nextId(def) {
      const sequence = (sequences.get(def.name) ?? 0) + 1
      sequences.set(def.name, sequence)
      return makeId(def.keyPrefix, sequence)
    },
    set(object, id, row) {
      const rows = table(object)
      const before = rows.get(id)
      if (row === undefined) rows.delete(id)
      else rows.set(id, row)
      index.move(object, id, before, row)
      revisions.set(object, (revisions.get(object) ?? 0) + 1)
      sequences.set(object, Math.max(sequences.get(object) ?? 0, sequenceOf(id)))
      return before
    },
  }
}
