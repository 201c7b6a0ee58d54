import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { keepErased } from './0004-erasure.ts'

/** What a portal approved as its segments, one version after the other; without a definition: withdrawn. */
export const segments: Migration = {
  async up(db) {
    await sql`create table segment_sets (
      portal text collate "C" not null,
      version integer not null check (version > 0),
      definition jsonb,
      names jsonb not null,
      approved_by text not null,
      approved_at bigint not null,
      primary key (portal, version)
    )`.execute(db)
    for (const statement of keepErased('segment_sets', 'portal')) await statement.execute(db)
  },
}
