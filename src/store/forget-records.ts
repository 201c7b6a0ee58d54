import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ErasureReason } from '../ledger/ledger-entry.ts'
import { recordHash } from '../ledger/record-hash.ts'
import type { PortalId, RecordRef } from '../ports.ts'
import { appendEntries } from './ledger-repository.ts'
import { partMembers } from './part-members.ts'
import type { Removed } from './privacy-repositories.ts'
import { inStatements, keysTable } from './record-keys.ts'
import { recordSalt } from './record-salt.ts'
import { noteStale } from './stale-accounts.ts'
import { hasColumns, tableColumns } from './table-columns.ts'
import type { Tables } from './tables.ts'
import type { UnitContext } from './unit-of-work.ts'

const ERASURE = sql`hashtextextended('erasure', 0)`

/** In a FROM it is held before any row of that statement is locked, since rows are locked last. */
export const ERASURES_HELD = sql`pg_advisory_xact_lock_shared(${ERASURE})`

/** Keeps an erasure away until the transaction ends; held before any row is, or both could wait. */
export async function holdErasures(db: Kysely<Tables>): Promise<void> {
  await sql`select ${ERASURES_HELD}`.execute(db)
}

/** Waits for whoever is putting rows and keeps others from it until the transaction ends. */
export async function holdWriters(db: Kysely<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${ERASURE})`.execute(db)
}

/** In one transaction: tombstones first, then every row of the records in whatever table. */
export async function forgetRecords(
  context: UnitContext,
  portal: PortalId,
  { refs, reason }: { refs: readonly RecordRef[]; reason: ErasureReason },
): Promise<Removed> {
  const { db } = context
  const removed: Record<string, number> = {}
  await holdWriters(db)
  const salt = await recordSalt(db, portal)
  for (const batch of inStatements(refs, (ref) => ref)) {
    const hashes = batch.map((ref) => recordHash(salt, ref))
    await sql`
      insert into forgotten (portal, record_hash, at, reason)
      select ${portal}, hash, ${context.now()}::bigint, ${reason}
      from unnest(${hashes}::text[]) as hash
      on conflict (portal, record_hash) do update set at = excluded.at, reason = excluded.reason`.execute(
      db,
    )
    await noteOrganisations(db, portal, batch)
    for (const [table, rows] of await removeRows(context, portal, batch)) {
      removed[table] = (removed[table] ?? 0) + rows
    }
    await appendEntries(context, portal, [{ kind: 'erased', records: batch, reason }])
  }
  return removed
}

/** Their organisations are scored again without them. */
async function noteOrganisations(
  db: Kysely<Tables>,
  portal: PortalId,
  refs: readonly RecordRef[],
): Promise<void> {
  await noteStale(sql`
    select portal, company_id from records join ${keysTable(portal, refs)}
      using (portal, object, id)`).execute(db)
}

async function removeRows(
  context: UnitContext,
  portal: PortalId,
  refs: readonly RecordRef[],
): Promise<readonly (readonly [table: string, rows: number])[]> {
  const { db } = context
  const removed: [string, number][] = []
  const companies = refs.filter(({ object }) => object === 'company').map(({ id }) => id)
  const ofCompanies = sql`portal = ${portal} and company_id = any(${companies}::text[])`
  for (const [table, columns] of await tableColumns(db)) {
    const keyed = hasColumns(columns, 'portal', 'object', 'id')
    if (keyed) {
      const theirs = sql`(portal, object, id) in
        (select portal, object, id from ${keysTable(portal, refs)})`
      removed.push([table, await remove(db, table, theirs)])
    } else if (companies.length > 0 && hasColumns(columns, 'portal', 'company_id')) {
      removed.push([table, await remove(db, table, ofCompanies)])
    }
  }
  await partMembers(context, portal, companies)
  removed.push(['cursors', await removePositions(db, portal, refs)])
  return removed.filter(([, rows]) => rows > 0)
}

async function remove(
  db: Kysely<Tables>,
  table: string,
  which: RawBuilder<unknown>,
): Promise<number> {
  const done = await sql`delete from ${sql.table(table)} where ${which}`.execute(db)
  return Number(done.numAffectedRows ?? 0)
}

/** How far a backfill came may be told by the id it came to: that object is read from its start again. */
async function removePositions(
  db: Kysely<Tables>,
  portal: PortalId,
  refs: readonly RecordRef[],
): Promise<number> {
  const ids = refs.map(({ id }) => id)
  return remove(
    db,
    'cursors',
    sql`portal = ${portal} and name like 'backfill:%' and value->>'next' = any(${ids}::text[])`,
  )
}
