import { type Kysely, sql } from 'kysely'
import type { CursorRepository } from './store.ts'
import type { Tables } from './tables.ts'

export function createCursorRepository(db: Kysely<Tables>): CursorRepository {
  return {
    get: async (portal, name) => {
      const query = db.selectFrom('cursors').select('value')
      const row = await query
        .where('portal', '=', portal)
        .where('name', '=', name)
        .executeTakeFirst()
      return row?.value
    },
    set: async (portal, name, value) => {
      await sql`
        insert into cursors (portal, name, value)
        values (${portal}, ${name}, ${JSON.stringify(value ?? null)}::jsonb)
        on conflict (portal, name) do update set value = excluded.value`.execute(db)
    },
    remove: async (portal, name) => {
      await db.deleteFrom('cursors').where('portal', '=', portal).where('name', '=', name).execute()
    },
  }
}
