import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { keepErased } from './0004-erasure.ts'

/** Calibrations and reports that were asked for, and what came of them: counts, no ids. */
export const analyses: Migration = {
  async up(db) {
    await sql`create table analyses (
      portal text collate "C" not null,
      id integer not null check (id > 0),
      kind text not null check (kind in ('calibration', 'report')),
      options jsonb not null,
      status text not null check (status in ('waiting', 'running', 'done', 'failed')),
      asked_by text not null,
      asked_at bigint not null,
      claimed_until bigint not null default 0,
      ended_at bigint,
      failure text,
      result jsonb,
      primary key (portal, id)
    )`.execute(db)
    await sql`create index analyses_open on analyses (portal, id)
      where status in ('waiting', 'running')`.execute(db)
    for (const statement of keepErased('analyses', 'portal')) await statement.execute(db)
  },
}
