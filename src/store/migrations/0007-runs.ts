import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { keepErased } from './0004-erasure.ts'

/** Scoring everything stored again: runs, and the key ranges of the one that goes on in a portal. */
export const runs: Migration = {
  async up(db) {
    await sql`create table runs (
      portal text collate "C" not null,
      id integer not null check (id > 0),
      kind text not null check (kind in ('publish', 'rollback', 'rescore')),
      model integer not null,
      basis integer,
      status text not null check (status in ('running', 'done', 'cancelled', 'superseded')),
      started_by text not null,
      started_at bigint not null,
      ended_at bigint,
      total integer not null,
      tally jsonb not null,
      primary key (portal, id)
    )`.execute(db)
    await sql`create unique index runs_going_on on runs (portal) where status = 'running'`.execute(
      db,
    )
    await sql`create table run_chunks (
      portal text collate "C" not null,
      run integer not null,
      number integer not null,
      object text collate "C" not null,
      from_id text collate "C",
      until_id text collate "C",
      claimed_until bigint not null default 0,
      tally jsonb,
      primary key (portal, run, number)
    )`.execute(db)
    await sql`create index run_chunks_open on run_chunks (portal, run, number)
      where tally is null`.execute(db)
    for (const table of ['runs', 'run_chunks']) {
      for (const statement of keepErased(table, 'portal')) await statement.execute(db)
    }
  },
}
