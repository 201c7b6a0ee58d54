import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** A column as the database describes it. */
export interface Column {
  readonly name: string
  readonly type: string
}

/** Every table there is with its columns, so that one added later is not forgotten in erasing. */
export async function tableColumns(
  db: Kysely<Tables>,
): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { rows } = await sql<{ table: string; name: string; type: string }>`
    select c.table_name as "table", c.column_name as name, c.data_type as type
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
    order by c.table_name, c.ordinal_position`.execute(db)
  return Map.groupBy(rows, ({ table }) => table)
}

export function hasColumns(columns: readonly Column[], ...names: readonly string[]): boolean {
  return names.every((name) => columns.some((column) => column.name === name))
}
