import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Tables whose rows name an organisation, and those of a portal as a whole. */
const OF_COMPANIES = ['stale_accounts']
const OF_PORTALS = ['cursors', 'allow_lists']

const STATEMENTS: readonly RawBuilder<unknown>[] = [
  sql`create table forgotten (
    portal text collate "C" not null,
    record_hash text collate "C" not null,
    at bigint not null,
    reason text not null,
    primary key (portal, record_hash)
  )`,
  // A portal that was erased has none.
  sql`alter table portals alter column credentials drop not null`,
  // Whether nothing of ours is to stand on a person's record: every value empty.
  sql`create function is_cleared(desired jsonb) returns boolean language sql immutable
    as $$ select not desired ? 'engagedContacts'
      and jsonb_strip_nulls(desired - 'channels' - 'scoredAt') = '{}'
      and coalesce(desired->'channels', '[]') = '[]' $$`,
  sql`create index intents_cleared on intents (portal, object, id)
    where is_cleared(desired) and not pending`,
  // HMAC as in RFC 2104, whose inner and outer blocks are made once a statement: what recordHash in
  // src/ledger makes of the same salt and record.
  sql`create function hmac_block(key bytea, pad integer) returns bytea
    language plpgsql immutable as $$
    declare block bytea := key || decode(repeat('00', 64 - length(key)), 'hex');
    begin
      for place in 0..63 loop
        block := set_byte(block, place, get_byte(block, place) # pad);
      end loop;
      return block;
    end $$`,
  sql`create function record_hash(inner_block bytea, outer_block bytea, object text, id text)
    returns text language sql immutable as $$
    select translate(rtrim(encode(substring(
      sha256(outer_block || sha256(inner_block || convert_to(object || ':' || id, 'UTF8')))
      from 1 for 16), 'base64'), '='), '+/', '-_') $$`,
  // Writers share what an erasure holds alone. Taken before any row is, so that neither waits for a
  // row of the other.
  sql`create function wait_for_erasure() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(hashtextextended('erasure', 0));
      return null;
    end $$`,
  // Runs after the rows were put and after any erasure that was under way: what it forgot goes again,
  // whoever put it and however long ago that was read.
  sql`create function drop_erased() returns trigger language plpgsql as $$
    declare
      erased record;
      which text;
    begin
      for erased in
        select p.id, p.credentials is null as wholly,
          hmac_block(p.salt, 54) as inner_block, hmac_block(p.salt, 92) as outer_block
        from portals p where p.id in (select portal from new_rows)
          and (p.credentials is null or exists (select from forgotten f where f.portal = p.id))
      loop
        if erased.wholly then
          execute format('delete from %I where portal = $1', tg_table_name) using erased.id;
        elsif tg_argv[0] in ('record', 'intent', 'mark') then
          -- An intent that empties every value is how the CRM is rid of ours.
          execute format('delete from %I t using new_rows n, forgotten f
            where n.portal = $1 and t.portal = $1 and t.object = n.object and t.id = n.id
              and f.portal = $1 and f.record_hash = record_hash($2, $3, n.object, n.id) %s',
            tg_table_name, case tg_argv[0]
              when 'intent' then 'and not is_cleared(n.desired)'
              -- Read again it may turn out that the request was withdrawn or somebody came back.
              when 'mark' then 'and f.reason in (''privacy-deletion'', ''operator'')' end) using erased.id, erased.inner_block, erased.outer_block;
        elsif tg_argv[0] = 'company' then
          execute format('delete from %I t using new_rows n, forgotten f
            where n.portal = $1 and t.portal = $1 and t.company_id = n.company_id
              and f.portal = $1 and f.record_hash = record_hash($2, $3, ''company'', n.company_id)',
            tg_table_name) using erased.id, erased.inner_block, erased.outer_block;
        end if;
      end loop;
      return null;
    end $$`,
  sql`create function part_from_erased() returns trigger language plpgsql as $$
    declare erased record;
    begin
      -- The update below fires this again, with nobody left to part.
      if not exists (select from new_rows where company_id is not null) then return null; end if;
      for erased in
        select p.id, hmac_block(p.salt, 54) as inner_block, hmac_block(p.salt, 92) as outer_block
        from portals p where p.id in (select portal from new_rows)
          and exists (select from forgotten f where f.portal = p.id)
      loop
        update records t set company_id = null from new_rows n, forgotten f
        where n.portal = erased.id and n.company_id is not null
          and t.portal = n.portal and t.object = n.object and t.id = n.id
          and f.portal = erased.id and f.record_hash =
            record_hash(erased.inner_block, erased.outer_block, 'company', n.company_id);
      end loop;
      return null;
    end $$`,
  ...keepErased('records', 'record'),
  ...keepErased('dirty_marks', 'mark'),
  ...keepErased('intents', 'intent'),
  ...OF_COMPANIES.flatMap((table) => keepErased(table, 'company')),
  ...OF_PORTALS.flatMap((table) => keepErased(table, 'portal')),
  ...['insert', 'update'].map(
    (event) => sql`create trigger ${sql.ref(`part_from_erased_${event}`)}
      after ${sql.raw(event)} on records referencing new table as new_rows
      for each statement execute function part_from_erased()`,
  ),
]

/** What was erased is not put into this table again; for the tables of later migrations as well. */
export function keepErased(
  table: string,
  named: 'record' | 'mark' | 'intent' | 'company' | 'portal',
): readonly RawBuilder<unknown>[] {
  return [
    sql`create trigger wait_for_erasure before insert on ${sql.table(table)}
      for each statement execute function wait_for_erasure()`,
    sql`create trigger drop_erased after insert on ${sql.table(table)}
      referencing new table as new_rows
      for each statement execute function drop_erased(${sql.lit(named)})`,
  ]
}

export const erasure: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
