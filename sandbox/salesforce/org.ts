import type { Faults } from './faults.ts'
import { createFieldAccess, type FieldAccess } from './field-access.ts'
import { makeId } from './ids.ts'
import { createRecords, type Records, type RowChange } from './records.ts'
import type { FieldDef } from './schema/field.ts'
import { createSchema, type Schema } from './schema/schema.ts'

/** Who acts in the org: the integration user, a salesperson, and whom the lead assignment rule picks. */
export const USERS = {
  integration: makeId('005', 1),
  rep: makeId('005', 2),
  coordinator: makeId('005', 3),
} as const

/** What is written to the journal. A replay in order gives the same org. */
export type OrgEntry =
  | { readonly kind: 'rows'; readonly rows: readonly RowChange[] }
  | { readonly kind: 'field'; readonly object: string; readonly field: FieldDef }

/** One organisation: its schema, its records and who may see what. */
export interface Org {
  readonly id: string
  readonly now: () => number
  readonly schema: Schema
  readonly records: Records
  readonly access: FieldAccess
  readonly faults: Faults
  setField(object: string, def: FieldDef): void
  restore(entry: OrgEntry): void
  onCommit(listener: (changes: readonly RowChange[]) => void): void
}

/** An empty org; seeding and replay fill it, `append` hears of every later change. */
export function createOrg(deps: {
  readonly id: string
  readonly now: () => number
  readonly faults: Faults
  readonly append: (entry: OrgEntry) => void
}): Org {
  const schema = createSchema()
  const listeners: ((changes: readonly RowChange[]) => void)[] = []
  const records = createRecords(schema, (rows) => {
    deps.append({ kind: 'rows', rows })
    for (const listener of listeners) listener(rows)
  })
  return {
    id: deps.id,
    now: deps.now,
    schema,
    records,
    access: createFieldAccess(records),
    faults: deps.faults,
    setField(object, field) {
      schema.setField(object, field)
      deps.append({ kind: 'field', object, field })
    },
    restore(entry) {
      if (entry.kind === 'field') schema.setField(entry.object, entry.field)
      else for (const change of entry.rows) records.restore(change)
    },
    onCommit(listener) {
      listeners.push(listener)
    },
  }
}
