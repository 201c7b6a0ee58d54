import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Whose models a change leaves as they were is told by this one column: a run need not read their
 * records, and their values are far too long to be looked into one by one.
 */
export const intentModel: Migration = {
  async up(db) {
    await sql`alter table intents add column model text
      generated always as (desired->>'model') stored`.execute(db)
  },
}
