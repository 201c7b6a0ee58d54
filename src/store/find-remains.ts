import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PortalId, RecordRef } from '../ports.ts'
import type { Remains } from './privacy-repositories.ts'
import { type Column, hasColumns, tableColumns } from './table-columns.ts'
import type { Tables } from './tables.ts'

/** Fewer digits are found by chance in times, counts and bytes. */
const TELLING_LENGTH = 9
const NUMBERS: ReadonlySet<string> = new Set(['bigint', 'integer', 'smallint', 'numeric'])

/** In their sentences a short id is found by chance; ids are taken out before anything is kept there. */
const COUNTS_ONLY: ReadonlySet<string> = new Set(['analyses'])

interface Sought extends RecordRef {
  readonly portal: PortalId
  /** The id with nothing of a longer word or number around it. */
  readonly pattern: string
}

/** Where the id of a record still stands: in every column of every table, as a whole word. */
export async function findRemains(
  db: Kysely<Tables>,
  portal: PortalId,
  { object, id }: RecordRef,
): Promise<readonly Remains[]> {
  const literal = id.replace(/[^0-9A-Za-z]/g, (sign) => `\\${sign}`)
  const sought = { portal, object, id, pattern: `(^|[^0-9A-Za-z])${literal}($|[^0-9A-Za-z])` }
  const found: Remains[] = []
  for (const [table, columns] of await tableColumns(db)) {
    if (COUNTS_ONLY.has(table) && id.length < TELLING_LENGTH) continue
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)}
      where ${ofPortal(table, columns, portal)} and (${anyOf(columns, sought)})`.execute(db)
    const count = rows[0]?.count ?? 0
    if (count > 0) found.push({ table, rows: count })
  }
  return found
}

/** Another portal may have a record of the same id. */
function ofPortal(
  table: string,
  columns: readonly Column[],
  portal: PortalId,
): RawBuilder<unknown> {
  if (hasColumns(columns, 'portal')) return sql`portal = ${portal}`
  return table === 'portals' ? sql`id = ${portal}` : sql`true`
}

function anyOf(columns: readonly Column[], sought: Sought): RawBuilder<unknown> {
  const conditions = columns
    .filter(({ name }) => name !== 'portal')
    .map((column) => named(columns, column, sought) ?? contains(column, sought))
  return conditions.length === 0 ? sql`false` : sql.join(conditions, sql` or `)
}

/** Columns of which we know whose ids stand there; a contact and a company may share a number. */
function named(
  columns: readonly Column[],
  { name }: Column,
  { object, id }: Sought,
): RawBuilder<unknown> | undefined {
  if (name === 'company_id') return object === 'company' ? sql`company_id = ${id}` : sql`false`
  if (name !== 'id' || !hasColumns(columns, 'object')) return undefined
  return sql`(object = ${object} and id = ${id})`
}

function contains({ name, type }: Column, sought: Sought): RawBuilder<unknown> {
  const { id, portal, pattern } = sought
  const column = sql.ref(name)
  const inText = (text: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`(strpos(${text}, ${id}) > 0 and replace(${text}, ${portal}, '') ~ ${pattern})`
  const telling = id.length >= TELLING_LENGTH
  if (NUMBERS.has(type)) return telling ? sql`${column}::text = ${id}` : sql`false`
  if (type === 'bytea') {
    return telling ? sql`position(convert_to(${id}, 'UTF8') in ${column}) > 0` : sql`false`
  }
  if (type === 'ARRAY') {
    return sql`exists (select from unnest(${column}) as item where ${inText(sql`item::text`)})`
  }
  if (type === 'jsonb' && !telling) return inJsonWords(column, inText)
  return inText(sql`${column}::text`)
}

/** In texts and names only: a number in JSON may be any short id. */
function inJsonWords(
  column: RawBuilder<unknown>,
  inText: (text: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const words = sql`jsonb_path_query(${column}, '$.** ? (@.type() == "string")') union all
    select jsonb_path_query(${column}, '$.** ? (@.type() == "object").keyvalue().key')`
  return sql`exists (select from (select ${words}) as w(word) where ${inText(sql`w.word #>> '{}'`)})`
}
