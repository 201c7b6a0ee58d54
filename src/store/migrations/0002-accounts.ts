import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const STATEMENTS = [
  // Whether a person's values say that they deal with us for an organisation and are not held.
  sql`create function organisation_side(desired jsonb) returns boolean language sql immutable
    as $$ select coalesce(desired->>'hold', '') = ''
      and coalesce(desired->>'audience', 'individual') <> 'individual' $$`,
  sql`alter table intents add column organisation_side boolean not null
    generated always as (organisation_side(desired)) stored`,
  sql`create index intents_due_accounts on intents (portal, next_change_at)
    where object = 'company' and next_change_at is not null`,
  sql`create table stale_accounts (
    seq bigint generated always as identity primary key,
    portal text collate "C" not null,
    company_id text collate "C" not null
  )`,
  sql`create index stale_accounts_company on stale_accounts (portal, company_id)`,
]

export const accounts: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
