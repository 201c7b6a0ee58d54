import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Calls to the CRM that wrote what a run decided; of runs before this none were counted. */
export const runCalls: Migration = {
  async up(db) {
    await sql`alter table runs add column write_calls integer not null default 0`.execute(db)
  },
}
