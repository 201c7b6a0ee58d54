import { type Kysely, sql } from 'kysely'
import { type ErasureReason, FOR_GOOD } from '../ledger/ledger-entry.ts'
import { recordHash } from '../ledger/record-hash.ts'
import type { PortalId, RecordRef } from '../ports.ts'
import { recordKey } from '../record-key.ts'
import { erasePortal } from './erase-portal.ts'
import { findRemains } from './find-remains.ts'
import { forgetRecords } from './forget-records.ts'
import { appendEntries } from './ledger-repository.ts'
import type { ErasureRepository } from './privacy-repositories.ts'
import { inStatements } from './record-keys.ts'
import { recordSalt } from './record-salt.ts'
import type { Tables } from './tables.ts'
import { inUnit, type StoreContext } from './unit-of-work.ts'

export function createErasureRepository(context: StoreContext): ErasureRepository {
  const { db } = context
  return {
    forget: (portal, refs, reason) =>
      inUnit(context, async (unit) => {
        unit.unit.afterCommit.push(unit.clearDeleted)
        return forgetRecords(unit, portal, { refs, reason })
      }),
    forgotten: (portal, refs) => findForgotten(db, portal, refs),
    anyForGood: async (portal) => {
      const { rows } = await sql<{ any: boolean }>`
        select exists (select from forgotten
          where portal = ${portal} and reason = any(${[...FOR_GOOD]}::text[])) as any`.execute(db)
      return rows[0]?.any ?? false
    },
    lift: (portal, refs) =>
      inUnit(context, async (unit) => {
        for (const batch of inStatements(refs, (ref) => ref)) {
          const lifted = await removeTombstones(unit.db, portal, batch)
          if (lifted.length === 0) continue
          await appendEntries(unit, portal, [
            { kind: 'admin', action: 'erasure-lifted', records: lifted },
          ])
        }
      }),
    remains: (portal, ref) => findRemains(db, portal, ref),
    portal: (portal) => erasePortal(context, portal),
  }
}

async function findForgotten(
  db: Kysely<Tables>,
  portal: PortalId,
  refs: readonly RecordRef[],
): Promise<ReadonlyMap<string, ErasureReason>> {
  // Most portals have forgotten nobody, and this is asked for every batch.
  const { rows } = await sql<{ salt: Buffer }>`
    select salt from portals where id = ${portal}
      and exists (select from forgotten where portal = ${portal})`.execute(db)
  const salt = rows[0]?.salt
  const found = new Map<string, ErasureReason>()
  if (salt === undefined) return found
  for (const batch of inStatements(refs, (ref) => ref)) {
    const keys = new Map(batch.map((ref) => [recordHash(salt, ref), recordKey(ref)]))
    const { rows: hit } = await sql<{ record_hash: string; reason: ErasureReason }>`
      select record_hash, reason from forgotten
      where portal = ${portal} and record_hash = any(${[...keys.keys()]}::text[])`.execute(db)
    for (const { record_hash, reason } of hit) found.set(keys.get(record_hash) ?? '', reason)
  }
  return found
}

async function removeTombstones(
  db: Kysely<Tables>,
  portal: PortalId,
  refs: readonly RecordRef[],
): Promise<readonly RecordRef[]> {
  const salt = await recordSalt(db, portal)
  const byHash = new Map(refs.map((ref) => [recordHash(salt, ref), ref]))
  const { rows } = await sql<{ record_hash: string }>`
    delete from forgotten
    where portal = ${portal} and record_hash = any(${[...byHash.keys()]}::text[])
    returning record_hash`.execute(db)
  return rows.flatMap(({ record_hash }) => byHash.get(record_hash) ?? [])
}
