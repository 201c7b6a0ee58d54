import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { keepErased } from './0004-erasure.ts'

/** What the records of a model were like at first: counts, by which later ones are judged. */
export const driftBaselines: Migration = {
  async up(db) {
    await sql`create table drift_baselines (
      portal text collate "C" not null,
      audience text collate "C" not null,
      model text collate "C" not null,
      at bigint not null,
      snapshot jsonb not null,
      primary key (portal, audience, model)
    )`.execute(db)
    for (const statement of keepErased('drift_baselines', 'portal')) await statement.execute(db)
  },
}
