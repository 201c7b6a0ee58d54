import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * An answer of the CRM does not replace one that was asked for later. And what was handed out before this
 * and never came back may stand in the CRM though something else counts as written: it is written again.
 */
export const readAt: Migration = {
  async up(db) {
    await sql`alter table records add column read_at bigint not null default 0`.execute(db)
    await sql`update intents set written_hash = ''
      where claimed_hash <> desired_hash and not pending`.execute(db)
  },
}
