import { makeId, sequenceOf } from './ids.ts'
import { createReferenceIndex, type ReferenceIndex } from './reference-index.ts'
import type { Row } from './row.ts'
import type { ObjectDef } from './schema/object.ts'
import type { Schema } from './schema/schema.ts'

/** One record's new state in the journal: the fields that differ, or `null` when it is gone. */
export type RowChange = readonly [object: string, id: string, fields: Row | null]

/** Every record of the org, the recycle bin included. */
export interface Records {
  get(object: string, id: string): Row | undefined
  all(object: string): Iterable<Row>
  count(object: string): number
  /** Records whose lookup `field` holds `id`. */
  referencing(object: string, field: string, id: string): readonly Row[]
  isIndexed(field: string): boolean
  /** Moves with every change of the object. */
  revision(object: string): number
  /** A fresh id, never used before, restarts included. */
  nextId(def: ObjectDef): string
  /** Sets a row without telling the journal: seeding and replay. */
  restore(change: RowChange): void
  put(object: string, id: string, row: Row): void
  remove(object: string, id: string): void
  /** All of `work` becomes one journal entry; what is done after `undo` was called never happened. */
  transaction<T>(work: (undo: () => void) => T): T
}

interface Undo {
  readonly object: string
  readonly id: string
  readonly before: Row | undefined
}

function difference(before: Row | undefined, after: Row): Row {
  if (before === undefined) return after
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value))
}

/** Keeps rows in memory and hands every committed change to `commit`. */
export function createRecords(
  schema: Schema,
  commit: (changes: readonly RowChange[]) => void,
): Records {
  const tables = new Map(schema.objects().map((def) => [def.name, new Map<string, Row>()]))
  const index: ReferenceIndex = createReferenceIndex()
  const revisions = new Map<string, number>()
  const sequences = new Map<string, number>()
  const undoLog: Undo[] = []
  let depth = 0

  const table = (object: string): Map<string, Row> => tables.get(object) ?? new Map<string, Row>()

  function set(object: string, id: string, row: Row | undefined): Row | undefined {
    const rows = table(object)
    const before = rows.get(id)
    if (row === undefined) rows.delete(id)
    else rows.set(id, row)
    index.move(object, id, before, row)
    revisions.set(object, (revisions.get(object) ?? 0) + 1)
    sequences.set(object, Math.max(sequences.get(object) ?? 0, sequenceOf(id)))
    return before
  }

  function change(object: string, id: string, row: Row | undefined): void {
    undoLog.push({ object, id, before: set(object, id, row) })
    if (depth === 0) flush()
  }

  function flush(): void {
    const first = new Map<string, Undo>()
    for (const entry of undoLog) if (!first.has(entry.id)) first.set(entry.id, entry)
    undoLog.length = 0
    const changes = [...first.values()].map(({ object, id, before }): RowChange => {
      const row = table(object).get(id)
      return [object, id, row === undefined ? null : difference(before, row)]
    })
    if (changes.length > 0) commit(changes)
  }

  function rollBackTo(mark: number): void {
    for (const { object, id, before } of undoLog.splice(mark).reverse()) set(object, id, before)
  }

  return {
    get: (object, id) => table(object).get(id),
    all: (object) => table(object).values(),
    count: (object) => table(object).size,
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
    restore([object, id, fields]) {
      set(object, id, fields === null ? undefined : { ...table(object).get(id), ...fields })
    },
    put: (object, id, row) => change(object, id, row),
    remove: (object, id) => change(object, id, undefined),
    transaction(work) {
      const mark = undoLog.length
      let undone = false
      depth += 1
      try {
        return work(() => {
          undone = true
        })
      } catch (error) {
        undone = true
        throw error
      } finally {
        depth -= 1
        if (undone) rollBackTo(mark)
        if (depth === 0) flush()
      }
    },
  }
}
