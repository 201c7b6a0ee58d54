import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { keepErased } from './0004-erasure.ts'

/** The scoring models of a portal, one numbered set after the other; at most one is in force. */
export const models: Migration = {
  async up(db) {
    await sql`create table model_sets (
      portal text collate "C" not null,
      version integer not null check (version > 0),
      parent integer not null,
      status text not null
        check (status in ('draft', 'approved', 'published', 'retired', 'discarded')),
      texts jsonb not null,
      note text not null,
      created_by text not null,
      created_at bigint not null,
      approved_by text,
      published_at bigint,
      primary key (portal, version)
    )`.execute(db)
    await sql`create unique index model_sets_in_force on model_sets (portal)
      where status = 'published'`.execute(db)
    for (const statement of keepErased('model_sets', 'portal')) await statement.execute(db)
  },
}
