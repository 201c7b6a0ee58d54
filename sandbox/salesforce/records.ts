import type { Row } from './row.ts'
import { createRowTables, type RowTables } from './row-tables.ts'
import type { Schema } from './schema/schema.ts'

/** One record's new state in the journal: the fields that differ, or `null` when it is gone. */
export type RowChange = readonly [object: string, id: string, fields: Row | null]

/** Every record of the org, the recycle bin included. */
export interface Records extends Omit<RowTables, 'set'> {
  put(object: string, id: string, row: Row): void
  remove(object: string, id: string): void
  /** Sets a row without telling the journal: seeding and replay. */
  restore(change: RowChange): void
  /** All of `work` becomes one journal entry; once `undo` was called or it threw, none of it happened. */
  transaction<T>(work: (undo: () => void) => T): T
}

interface Undo {
  readonly object: string
  readonly id: string
  readonly before: Row | undefined
}

/** Keeps rows in memory and hands every committed change to `commit`. */
export function createRecords(
  schema: Schema,
  commit: (changes: readonly RowChange[]) => void,
): Records {
  const { set, ...tables } = createRowTables(schema)
  const undoLog: Undo[] = []
  let depth = 0

  function change(object: string, id: string, row: Row | undefined): void {
    undoLog.push({ object, id, before: set(object, id, row) })
    if (depth === 0) flush()
  }

  function flush(): void {
    const changes = changesOf(tables, undoLog.splice(0))
    if (changes.length > 0) commit(changes)
  }

  function transaction<T>(work: (undo: () => void) => T): T {
    const mark = undoLog.length
    let undone = true
    depth += 1
    try {
      let asked = false
      const result = work(() => {
        asked = true
      })
      undone = asked
      return result
    } finally {
      depth -= 1
      if (undone)
        for (const { object, id, before } of undoLog.splice(mark).reverse()) set(object, id, before)
      if (depth === 0) flush()
    }
  }

  return {
    ...tables,
    transaction,
    put: (object, id, row) => change(object, id, row),
    remove: (object, id) => change(object, id, undefined),
    restore([object, id, fields]) {
      set(object, id, fields === null ? undefined : { ...tables.get(object, id), ...fields })
    },
  }
}

/** What became of each record touched, however often it was. */
function changesOf(tables: Pick<RowTables, 'get'>, log: readonly Undo[]): readonly RowChange[] {
  const first = new Map<string, Undo>()
  for (const entry of log) if (!first.has(entry.id)) first.set(entry.id, entry)
  return [...first.values()].map(({ object, id, before }): RowChange => {
    const row = tables.get(object, id)
    return [object, id, row === undefined ? null : difference(before, row)]
  })
}

function difference(before: Row | undefined, after: Row): Row {
  if (before === undefined) return after
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value))
}
