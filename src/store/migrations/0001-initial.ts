import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Identifiers sort by bytes ("C"), as they do in the code, whatever the server's language. */
const STATEMENTS = [
  sql`create table portals (
    id text collate "C" primary key,
    crm text not null,
    name text not null,
    time_zone text not null,
    api_url text not null,
    sandbox boolean not null,
    status text not null,
    status_reason text,
    webhook_key text not null unique,
    credentials bytea not null
  )`,
  sql`create table records (
    portal text collate "C" not null,
    object text collate "C" not null,
    id text collate "C" not null,
    company_id text collate "C",
    fingerprint text not null,
    facts jsonb not null,
    timeline bytea not null,
    primary key (portal, object, id)
  )`,
  sql`create index records_company on records (portal, company_id) where company_id is not null`,
  // One sequence for all marks: a mark made anew after its row was settled never repeats a number.
  sql`create sequence mark_generation`,
  sql`create table dirty_marks (
    portal text collate "C" not null,
    object text collate "C" not null,
    id text collate "C" not null,
    generation bigint not null,
    lane smallint not null,
    marked_at bigint not null,
    claimed_until bigint not null default 0,
    tries integer not null default 0,
    next_try_at bigint not null default 0,
    parked_code text,
    primary key (portal, object, id)
  )`,
  sql`create index dirty_marks_waiting on dirty_marks (portal, lane, marked_at, object, id)
    where parked_code is null`,
  sql`create table intents (
    portal text collate "C" not null,
    object text collate "C" not null,
    id text collate "C" not null,
    desired jsonb not null,
    desired_hash text not null,
    written_hash text,
    claimed_hash text,
    lane smallint not null,
    intended_at bigint not null,
    next_change_at bigint,
    claimed_until bigint not null default 0,
    tries integer not null default 0,
    next_try_at bigint not null default 0,
    parked_code text,
    pending boolean not null generated always as (written_hash is distinct from desired_hash) stored,
    tier text generated always as (desired->>'tier') stored,
    held boolean not null generated always as (coalesce(desired->>'hold', '') <> '') stored,
    scored boolean not null generated always as (desired->>'score' is not null) stored,
    primary key (portal, object, id)
  )`,
  sql`create index intents_waiting on intents (portal, lane, object, id)
    where pending and parked_code is null`,
  sql`create index intents_due on intents (portal, next_change_at) where next_change_at is not null`,
  sql`create table cursors (
    portal text collate "C" not null,
    name text collate "C" not null,
    value jsonb not null,
    primary key (portal, name)
  )`,
  sql`create table audit (
    seq bigint generated always as identity primary key,
    at bigint not null,
    portal text collate "C",
    actor text not null,
    action text not null,
    detail jsonb not null
  )`,
  sql`create index audit_portal on audit (portal, seq)`,
  sql`create function refuse_audit_change() returns trigger language plpgsql as
    $$ begin raise exception 'the audit trail is append-only'; end $$`,
  sql`create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function refuse_audit_change()`,
]

export const initial: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
