import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CHAIN_START, type ChainHead, hashEntry, sealHead } from '../../ledger/chain.ts'

const TABLES = [
  sql`alter table portals add column salt bytea`,
  sql`create table allow_lists (
    portal text collate "C" not null,
    version integer not null,
    content jsonb not null,
    approved_by text not null,
    approved_at bigint not null,
    primary key (portal, version)
  )`,
  sql`create table ledger (
    portal text collate "C" not null,
    seq bigint not null,
    at bigint not null,
    kind text not null,
    actor text not null,
    detail jsonb not null,
    records text[] not null,
    digests text[] not null,
    prev bytea not null,
    hash bytea not null,
    primary key (portal, seq)
  )`,
  sql`create table ledger_heads (
    portal text collate "C" primary key,
    seq bigint not null,
    hash bytea not null,
    seal bytea not null
  )`,
]

const AFTER_CARRYING_OVER = [
  sql`alter table portals alter column salt set not null`,
  sql`drop table audit`,
  sql`drop function refuse_audit_change()`,
  sql`create index ledger_records on ledger using gin (records)`,
  sql`create index ledger_at on ledger (at)`,
  sql`create function refuse_ledger_change() returns trigger language plpgsql as
    $$ begin raise exception 'the ledger is append-only'; end $$`,
  sql`create trigger ledger_append_only before update or delete or truncate on ledger
    for each statement execute function refuse_ledger_change()`,
]

interface AuditRow {
  readonly portal: string | null
  readonly at: number
  readonly actor: string
  readonly action: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** `key` seals the heads of the chains that the audit trail is carried over into. */
export function ledger(key: Uint8Array): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of TABLES) await statement.execute(db)
      const { rows: portals } = await sql<{ id: string }>`select id from portals`.execute(db)
      const heads = new Map<string, ChainHead>()
      for (const { id } of portals) {
        await sql`update portals set salt = ${randomBytes(32)} where id = ${id}`.execute(db)
        heads.set(id, CHAIN_START)
      }
      await carryOver(db, heads)
      for (const [portal, head] of heads) {
        await sql`insert into ledger_heads (portal, seq, hash, seal)
          values (${portal}, ${head.seq}, ${head.hash}, ${sealHead(key, portal, head)})`.execute(db)
      }
      for (const statement of AFTER_CARRYING_OVER) await statement.execute(db)
    },
  }
}

/** What people did, from connecting a portal on: some dozens of rows. */
async function carryOver(db: Kysely<unknown>, heads: Map<string, ChainHead>): Promise<void> {
  const { rows } = await sql<AuditRow>`select * from audit order by seq`.execute(db)
  for (const { at, actor, action, detail, ...row } of rows) {
    const portal = row.portal ?? ''
    const { seq: before, hash: prev } = heads.get(portal) ?? CHAIN_START
    const seq = before + 1
    const entry = { portal, seq, at, kind: 'admin', actor, detail: { ...detail, action } } as const
    const hash = hashEntry(prev, { ...entry, records: [], digests: [] })
    await sql`insert into ledger values (${portal}, ${seq}, ${at}, 'admin', ${actor},
      ${JSON.stringify(entry.detail)}::jsonb, '{}', '{}', ${prev}, ${hash})`.execute(db)
    heads.set(portal, { seq, hash })
  }
}
