import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { keepHistory } from '../keep-history.ts'
import { keepErased } from './0004-erasure.ts'

/**
 * What was known of people when they first stood in each tier. Of those scored before this was kept,
 * what is known now stands for it, as of the moment their present values were decided.
 */
export const scoreHistory: Migration = {
  async up(db) {
    await sql`create table score_history (
      portal text collate "C" not null,
      object text collate "C" not null,
      id text collate "C" not null,
      tier text not null,
      at bigint not null,
      score integer not null,
      fit integer not null,
      engagement integer not null,
      audience text not null,
      model text not null,
      facts jsonb not null,
      timeline bytea not null,
      primary key (portal, object, id, tier)
    )`.execute(db)
    await keepHistory(sql`select portal, object, id, desired from intents`).execute(db)
    for (const statement of keepErased('score_history', 'record')) await statement.execute(db)
  },
}
