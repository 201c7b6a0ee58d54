import { type RawBuilder, sql } from 'kysely'
import type { PortalId, RecordObject, RecordRef } from '../ports.ts'

/** Rows one statement carries; larger calls are cut. */
const ROWS_PER_STATEMENT = 1_000

/** How a record is named in the maps the store returns. */
export function recordKey({ object, id }: RecordRef): string {
  return `${object}:${id}`
}

/**
 * Each record once (the last mention counts), in one order for every caller: statements that lock the
 * same rows in the same order cannot deadlock. Cut to what one statement carries.
 */
export function inStatements<T>(
  items: readonly T[],
  refOf: (item: T) => RecordRef,
): readonly (readonly T[])[] {
  const byKey = new Map(items.map((item) => [recordKey(refOf(item)), item]))
  const ordered = [...byKey.values()].sort((a, b) => compareRefs(refOf(a), refOf(b)))
  const statements: T[][] = []
  for (let start = 0; start < ordered.length; start += ROWS_PER_STATEMENT) {
    statements.push(ordered.slice(start, start + ROWS_PER_STATEMENT))
  }
  return statements
}

function compareRefs(a: RecordRef, b: RecordRef): number {
  if (a.object !== b.object) return a.object < b.object ? -1 : 1
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

/** `k(object, id)` to select from or join. */
export function keysTable(refs: readonly RecordRef[]): RawBuilder<unknown> {
  const objects = refs.map(({ object }) => object)
  const ids = refs.map(({ id }) => id)
  return sql`unnest(${objects}::text[], ${ids}::text[]) as k(object, id)`
}

/** A WITH query that locks the rows of these records in key order, before an update names them. */
export function lockedKeys(
  table: 'dirty_marks' | 'intents',
  portal: PortalId,
  refs: readonly RecordRef[],
): RawBuilder<unknown> {
  return sql`locked as materialized (
    select t.object, t.id from ${sql.table(table)} t join ${keysTable(refs)} using (object, id)
    where t.portal = ${portal} order by t.object, t.id for update of t)`
}

export interface KeyRow {
  readonly object: RecordObject
  readonly id: string
}
