import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import type { PortalId, RecordRef } from '../ports.ts'
import { countedTries } from './counted-tries.ts'
import { holdWriters } from './forget-records.ts'
import { laneOf } from './lanes.ts'
import { inStatements, type KeyRow, keysTable, lockedKeys, sameKey } from './record-keys.ts'
import type { HeldIntent, IntentRepository, PendingIntent, WaitingIntents } from './store.ts'
import type { Tables } from './tables.ts'

type IntentRow = Selectable<Tables['intents']>
type IntentClaims = Pick<
  IntentRepository,
  'hold' | 'claim' | 'claimable' | 'written' | 'park' | 'fail' | 'release'
>

/**
 * What of `written_hash` still holds for row `t` while values that were handed out earlier may stand on
 * the record in its place: nothing, but for whether anything of ours was ever written.
 */
export const NOTHING_CERTAIN = sql`case when t.written_hash is not null then '' end`

/** What a claim sets; an earlier one of which nobody told how it ended may have left its values there. */
export const CLAIM = sql`claimed_hash = t.desired_hash,
  written_hash = case when t.claimed_hash is null then t.written_hash else ${NOTHING_CERTAIN} end`

/** The values a claimer holds are still the ones desired; if not, what became of them is old news. */
const CURRENT = sql`(t.claimed_hash is null or t.claimed_hash = t.desired_hash)`

/** Handing intents out to be written, and what became of them. */
export function createIntentClaims(db: Kysely<Tables>, now: () => number): IntentClaims {
  return {
    claim: async (portal, { limit, leaseMs, objects }) => {
      const at = now()
      const { rows } = await sql<IntentRow>`
        with picked as (
          select portal, object, id from intents
          where portal = ${portal} and pending and parked_code is null
            and object = any(${[...objects]}::text[])
            and claimed_until <= ${at} and next_try_at <= ${at}
          order by lane, object, id limit ${limit} for update skip locked)
        update intents t set claimed_until = ${at + leaseMs}, ${CLAIM}
        from picked where ${sameKey('picked')}
        returning t.*`.execute(db)
      return rows.toSorted(firstToWrite).map(toPending)
    },
    hold: (portal, refs) => hold(db, portal, refs),
    claimable: (portal) => countClaimable(db, portal, now()),
    written: async (portal, intents) => {
      for (const batch of inStatements(intents, ({ ref }) => ref)) {
        const refs = batch.map(({ ref }) => ref)
        const hashes = {
          name: 'hash',
          type: 'text',
          values: batch.map(({ hash }) => hash),
        } as const
        await sql`
          with ${lockedKeys('intents', portal, refs, hashes)}
          update intents t set written_hash = locked.hash, written_at = ${now()}::bigint,
            claimed_until = 0, claimed_hash = null,
            tries = case when t.desired_hash = locked.hash then 0 else t.tries end,
            parked_code = case when t.desired_hash = locked.hash then null else t.parked_code end
          from locked where ${sameKey('locked')}`.execute(db)
      }
    },
    // Nothing of it stands on the record: what was written before still does.
    park: (portal, refs, code) =>
      handBack(
        db,
        portal,
        refs,
        sql`claimed_hash = null, parked_code = case when ${CURRENT} then ${code} end`,
      ),
    fail: (portal, refs, { code, maxTries, retryInMs }) =>
      handBack(
        db,
        portal,
        refs,
        sql`tries = case when ${CURRENT} then t.tries + ${countedTries(maxTries)}::integer else 0 end,
          next_try_at = case when ${CURRENT} then ${now() + retryInMs}::bigint else 0 end,
          parked_code = case when ${CURRENT} and t.tries + 1 >= ${maxTries}::float8 then ${code} end`,
      ),
    release: (portal, refs) => handBack(db, portal, refs, sql`claimed_hash = null`),
  }
}

async function hold(
  db: Kysely<Tables>,
  portal: PortalId,
  refs: readonly RecordRef[],
): Promise<readonly HeldIntent[]> {
  // In the order in which an erasure takes them: the other way round both could wait for ever.
  await holdWriters(db)
  const held: HeldIntent[] = []
  for (const batch of inStatements(refs, (ref) => ref)) {
    const { rows } = await sql<KeyRow & Omit<HeldIntent, 'ref'>>`
      select t.object, t.id, t.claimed_hash is not null as "underWay",
        t.desired ? 'segment' as segmented from intents t
      join ${keysTable(portal, batch)} using (portal, object, id)
      order by t.object, t.id for update of t`.execute(db)
    held.push(...rows.map(({ object, id, ...rest }) => ({ ref: { object, id }, ...rest })))
  }
  return held
}

async function countClaimable(
  db: Kysely<Tables>,
  portal: PortalId,
  at: number,
): Promise<readonly WaitingIntents[]> {
  const { rows } = await sql<Omit<WaitingIntents, 'oldestMs'> & { readonly oldest: number }>`
    select object, count(*) as count, min(intended_at) as oldest,
      count(*) filter (where lane = 0) as event
    from intents
    where portal = ${portal} and pending and parked_code is null
      and claimed_until <= ${at} and next_try_at <= ${at}
    group by object order by object`.execute(db)
  return rows.map(({ oldest, ...waiting }) => ({ ...waiting, oldestMs: Math.max(0, at - oldest) }))
}

/** Ends the claims on these intents and sets what else came of them. */
async function handBack(
  db: Kysely<Tables>,
  portal: PortalId,
  refs: readonly RecordRef[],
  outcome: RawBuilder<unknown>,
): Promise<void> {
  for (const batch of inStatements(refs, (ref) => ref)) {
    await sql`
      with ${lockedKeys('intents', portal, batch)}
      update intents t set claimed_until = 0, ${outcome}
      from locked where ${sameKey('locked')}`.execute(db)
  }
}

function firstToWrite(a: IntentRow, b: IntentRow): number {
  if (a.lane !== b.lane) return a.lane - b.lane
  if (a.object !== b.object) return a.object < b.object ? -1 : 1
  return a.id < b.id ? -1 : 1
}

export function toPending(row: IntentRow): PendingIntent {
  return {
    ref: { object: row.object, id: row.id },
    lane: laneOf(row.lane),
    values: row.desired,
    hash: row.desired_hash,
    first: row.written_hash === null,
    intendedAt: row.intended_at,
  }
}
