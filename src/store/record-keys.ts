import { type RawBuilder, sql } from 'kysely'
import type { PortalId, RecordObject, RecordRef } from '../ports.ts'
import { recordKey } from '../record-key.ts'

/** Rows one statement carries; larger calls are cut. */
const ROWS_PER_STATEMENT = 1_000

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

interface Extra {
  readonly name: 'hash' | 'generation'
  readonly type: 'text' | 'bigint'
  readonly values: readonly (string | number)[]
}

/**
 * `k(portal, object, id)`, and one column more, to join by key. The portal stands in every row on
 * purpose: compared with a constant, a planner without statistics takes one portal for a small part
 * of the table and reads all of it for a handful of keys.
 */
export function keysTable(
  portal: PortalId,
  refs: readonly RecordRef[],
  extra?: Extra,
): RawBuilder<unknown> {
  const portals = refs.map(() => portal)
  const objects = refs.map(({ object }) => object)
  const ids = refs.map(({ id }) => id)
  const keys = sql`${portals}::text[], ${objects}::text[], ${ids}::text[]`
  if (extra === undefined) return sql`unnest(${keys}) as k(portal, object, id)`
  const { name, type, values } = extra
  return sql`unnest(${keys}, ${[...values]}::${sql.raw(type)}[])
    as k(portal, object, id, ${sql.ref(name)})`
}

/** A WITH query `locked` that locks these rows in key order, before an update names them. */
export function lockedKeys(
  table: 'dirty_marks' | 'intents',
  portal: PortalId,
  refs: readonly RecordRef[],
  extra?: Extra,
): RawBuilder<unknown> {
  return sql`locked as materialized (
    select k.* from ${sql.table(table)} t join ${keysTable(portal, refs, extra)}
      using (portal, object, id)
    order by t.object, t.id for update of t)`
}

/** Finds row `t` by the key of row `other`. */
export function sameKey(other: 'locked' | 'picked' | 'input'): RawBuilder<boolean> {
  const row = sql.table(other)
  return sql`t.portal = ${row}.portal and t.object = ${row}.object and t.id = ${row}.id`
}

export interface KeyRow {
  readonly object: RecordObject
  readonly id: string
}
