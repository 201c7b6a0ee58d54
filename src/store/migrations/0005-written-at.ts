import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** When a record last came to show what was intended: what differs since is somebody else's doing. */
export const writtenAt: Migration = {
  async up(db) {
    await sql`alter table intents add column written_at bigint not null default 0`.execute(db)
    // A reservation is found by the moment it ends; few rows are ever claimed.
    await sql`create index intents_claimed on intents (portal, claimed_until)
      where claimed_until > 0`.execute(db)
  },
}
