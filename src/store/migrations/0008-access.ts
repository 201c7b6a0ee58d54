import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who may use the API. Secrets stand here only as their SHA-256. */
export const access: Migration = {
  async up(db) {
    await sql`create table access_tokens (
      name text collate "C" primary key,
      role text not null check (role in ('viewer', 'editor', 'approver', 'admin')),
      hash bytea not null unique,
      created_by text not null,
      created_at bigint not null,
      last_used_at bigint,
      revoked_at bigint
    )`.execute(db)
    // No reference to the token: the one of the configuration stands in no row.
    await sql`create table access_sessions (
      hash bytea primary key,
      token_hash bytea not null,
      expires_at bigint not null
    )`.execute(db)
  },
}
