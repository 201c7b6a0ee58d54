import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { openEmbedded } from '#src/store/embedded/embedded-database.ts'
import { migrate } from '#src/store/migrate.ts'
import { migrationsWith } from '#src/store/migrations/migrations.ts'
import { createKeyring, sealSecret } from '#src/store/secrets.ts'
import type { Tables } from '#src/store/tables.ts'
import { createStorePlace, SILENT_LOG, STORE_KINDS } from '#test/test-store.ts'
import { onDatabase } from './on-database.ts'
import { KEY, OTHER, openAt, PORTAL } from './open-stores.ts'

const KEYS = createKeyring(KEY)
const BEFORE = ['0001-initial', '0002-accounts']
const AUDIT = [
  [1_700_000_000_000, PORTAL, 'operator', 'portal-connected', { crm: 'hubspot', sandbox: true }],
  [1_700_000_000_001, null, 'system', 'started', {}],
  [1_700_000_000_002, OTHER, 'operator', 'portal-connected', { crm: 'salesforce' }],
  [1_700_000_000_003, PORTAL, 'operator', 'portal-provisioned', { created: 15, updated: 0 }],
] as const

/** The tables as they were before the ledger, with two portals and what was done with them. */
async function fillOld(pool: pg.Pool): Promise<void> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  await sql`drop schema public cascade`.execute(db)
  await sql`create schema public`.execute(db)
  const all = Object.entries(migrationsWith(KEYS))
  await migrate(db, Object.fromEntries(all.filter(([name]) => BEFORE.includes(name))))
  for (const id of [PORTAL, OTHER]) {
    const credentials = sealSecret(KEYS, id, '{"kind":"hubspot-token","accessToken":"t"}')
    await sql`insert into portals values (${id}, 'hubspot', 'Willow', 'UTC', 'http://x', true,
      'connected', null, ${id}, ${credentials})`.execute(db)
  }
  for (const [at, portal, actor, action, detail] of AUDIT) {
    await sql`insert into audit (at, portal, actor, action, detail)
      values (${at}, ${portal}, ${actor}, ${action}, ${JSON.stringify(detail)}::jsonb)`.execute(db)
  }
  await db.destroy()
}

describe.each(STORE_KINDS)('the audit trail of an older version in the %s store', (kind) => {
  it('becomes the beginning of each chain, whole and sealed', async () => {
    const place = await createStorePlace(kind)
    if (kind === 'server') {
      await fillOld(new pg.Pool({ connectionString: place.databaseUrl }))
    } else {
      const old = await openEmbedded(place.dataDir, SILENT_LOG)
      await fillOld(new pg.Pool({ host: old.host, user: 'postgres', database: 'postgres', max: 1 }))
      await old.close()
    }

    const store = await openAt(place)
    const own = await store.ledger.list({ portal: PORTAL, limit: 9 })
    const all = await store.ledger.list({ portal: undefined, limit: 9 })
    const { rows: salts } = await onDatabase(place, 'select distinct salt from portals')
    await store.ledger.append(PORTAL, { kind: 'admin', actor: 'operator', action: 'later' })
    const verified = await store.ledger.verify()
    const left = await onDatabase(place, `select to_regclass('audit') as audit`)
    await store.close()
    await place.remove()

    expect(own.toReversed()).toMatchObject([
      {
        seq: 1,
        at: 1_700_000_000_000,
        kind: 'admin',
        actor: 'operator',
        detail: { action: 'portal-connected', crm: 'hubspot', sandbox: true },
      },
      { seq: 2, at: 1_700_000_000_003, detail: { action: 'portal-provisioned', created: 15 } },
    ])
    expect(all.map(({ portal }) => portal)).toEqual([PORTAL, OTHER, undefined, PORTAL])
    expect(salts.map(({ salt }) => salt.length)).toEqual([32, 32])
    expect(verified).toEqual({ entries: 5 })
    expect(left.rows).toEqual([{ audit: null }])
  })
})
