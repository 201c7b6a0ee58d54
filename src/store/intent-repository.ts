import { type Kysely, type Selectable, sql } from 'kysely'
import type { IntentValues, Lane, PortalId, RecordRef } from '../ports.ts'
import { recordKey } from '../record-key.ts'
import { hashIntentValues } from './hash-intent-values.ts'
import { createIntentClaims, NOTHING_CERTAIN } from './intent-claims.ts'
import { createIntentReservations } from './intent-reservations.ts'
import { dropHistory, keepHistory } from './keep-history.ts'
import { laneNumber } from './lanes.ts'
import { inStatements, type KeyRow, keysTable, sameKey } from './record-keys.ts'
import { noteStale } from './stale-accounts.ts'
import type { DesiredIntent, IntentRepository, StoredIntent } from './store.ts'
import type { Tables } from './tables.ts'
import { tallyPortal } from './tally-portal.ts'
import { createWrittenIntents } from './written-intents.ts'

type IntentRow = Selectable<Tables['intents']>

export function createIntentRepository(db: Kysely<Tables>, now: () => number): IntentRepository {
  return {
    ...createIntentClaims(db, now),
    ...createIntentReservations(db, now),
    ...createWrittenIntents(db, now),
    intend: async (portal, intents, lane) => {
      let changed = 0
      for (const batch of inStatements(intents, ({ ref }) => ref)) {
        changed += await intendBatch(db, { portal, lane, at: now() }, batch)
      }
      return { changed }
    },
    get: async (portal, refs) => (await rowsOf(db, portal, refs)).map(toStoredIntent),
    values: async (portal, refs) => {
      const found = new Map<string, IntentValues>()
      for (const batch of inStatements(refs, (ref) => ref)) {
        const { rows } = await sql<KeyRow & { desired: IntentValues }>`
          select t.object, t.id, t.desired from intents t
          join ${keysTable(portal, batch)} using (portal, object, id)
          where t.object <> 'company'`.execute(db)
        for (const row of rows) found.set(recordKey(row), row.desired)
      }
      return found
    },
    due: async (portal, at, limit) => {
      const { rows } = await sql<KeyRow>`
        select t.object, t.id from intents t
        where t.portal = ${portal} and t.next_change_at <= ${at} and t.object <> 'company'
          and exists (select from records r
            where r.portal = t.portal and r.object = t.object and r.id = t.id)
        order by t.next_change_at limit ${limit}`.execute(db)
      return rows
    },
    eraseCleared: async (portal, limit) => {
      const { rows } = await sql<KeyRow>`
        with picked as (
          select portal, object, id from intents
          where portal = ${portal} and is_cleared(desired) and not pending
          order by object, id limit ${limit} for update skip locked)
        delete from intents t using picked where ${sameKey('picked')}
          and is_cleared(t.desired) and not t.pending
        returning t.object, t.id`.execute(db)
      return rows
    },
    tally: (portal) => tallyPortal(db, portal),
    pending: async (portal) => {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from intents
        where portal = ${portal} and pending and parked_code is null`.execute(db)
      return rows[0]?.count ?? 0
    },
  }
}

async function rowsOf(
  db: Kysely<Tables>,
  portal: PortalId,
  refs: readonly RecordRef[],
): Promise<readonly IntentRow[]> {
  const found: IntentRow[] = []
  for (const batch of inStatements(refs, (ref) => ref)) {
    const { rows } = await sql<IntentRow>`
      select t.* from intents t
      join ${keysTable(portal, batch)} using (portal, object, id)`.execute(db)
    found.push(...rows)
  }
  return found
}

const CHANGED = sql`select portal, object, id, desired from changed`

/**
 * Returns how many differ from what was desired before. Parts that change rows run from the last to the
 * first: an insert, which waits for an erasure under way, goes before the delete, which does not.
 */
async function intendBatch(
  db: Kysely<Tables>,
  { portal, lane, at }: { portal: PortalId; lane: Lane; at: number },
  intents: readonly DesiredIntent[],
): Promise<number> {
  const { rows } = await sql<{ changed: number }>`
    with input as (
      select i.portal, i.object, i.id, i.desired::jsonb as desired, i.hash, i.next_change_at
      from unnest(
        ${intents.map(() => portal)}::text[],
        ${intents.map(({ ref }) => ref.object)}::text[],
        ${intents.map(({ ref }) => ref.id)}::text[],
        ${intents.map(({ values }) => JSON.stringify(values))}::text[],
        ${intents.map(({ values, hash }) => hash ?? hashIntentValues(values))}::text[],
        ${intents.map(({ nextChangeAt }) => nextChangeAt ?? null)}::bigint[]
      ) as i(portal, object, id, desired, hash, next_change_at)
    ), changed as (
      select input.portal, input.object, input.id, input.desired,
        coalesce(t.organisation_side, false) or organisation_side(input.desired) as speaks
      from input left join intents t on ${sameKey('input')}
      where t.desired_hash is distinct from input.hash
    ), dropped as (${dropHistory(CHANGED)}), ${storeInput(lane, at)}, noted as (${noteStale(sql`
      select r.portal, r.company_id from changed c
      join records r on r.portal = c.portal and r.object = c.object and r.id = c.id
      where c.speaks`)}), kept as (${keepHistory(CHANGED)})
    select count(*) as changed from changed`.execute(db)
  return rows[0]?.changed ?? 0
}

/**
 * Equal values move `next_change_at` alone; a row equal in that too is not touched. A claim stays:
 * whoever is writing the earlier values finishes before the new ones are handed out. What was written
 * before those is not taken to stand on the record any more: new values equal to it have to be written.
 */
function storeInput(lane: Lane, at: number) {
  const same = sql`t.desired_hash = excluded.desired_hash`
  return sql`stored as (
    insert into intents as t
      (portal, object, id, desired, desired_hash, lane, intended_at, next_change_at)
    select portal, object, id, desired, hash, ${laneNumber(lane)}::smallint, ${at}::bigint,
      next_change_at from input
    on conflict (portal, object, id) do update set
      next_change_at = excluded.next_change_at,
      desired = case when ${same} then t.desired else excluded.desired end,
      desired_hash = excluded.desired_hash,
      written_hash = case when t.claimed_hash is null or t.claimed_hash = excluded.desired_hash
        then t.written_hash else ${NOTHING_CERTAIN} end,
      lane = case when ${same} then t.lane
        when t.pending then least(t.lane, excluded.lane) else excluded.lane end,
      intended_at = case when ${same} or t.pending then t.intended_at else excluded.intended_at end,
      tries = case when ${same} then t.tries else 0 end,
      next_try_at = case when ${same} then t.next_try_at else 0 end,
      parked_code = case when ${same} then t.parked_code end
    where not (${same}) or t.next_change_at is distinct from excluded.next_change_at)`
}

function toStoredIntent(row: IntentRow): StoredIntent {
  return {
    ref: { object: row.object, id: row.id },
    values: row.desired,
    nextChangeAt: row.next_change_at ?? undefined,
    written: !row.pending,
    intendedAt: row.intended_at,
    writtenAt: row.written_at === 0 ? undefined : row.written_at,
    parkedCode: row.parked_code ?? undefined,
  }
}
