import { type Kysely, type Selectable, sql } from 'kysely'
import type { PortalId, RecordRef, SafeRecord } from '../ports.ts'
import { restoreSafeRecord } from '../privacy/safe-record.ts'
import { recordKey } from '../record-key.ts'
import { ERASURES_HELD } from './forget-records.ts'
import { appendEntries } from './ledger-repository.ts'
import { partMembers } from './part-members.ts'
import { inStatements, type KeyRow, keysTable, sameKey } from './record-keys.ts'
import { noteStale } from './stale-accounts.ts'
import type { RecordRepository } from './store.ts'
import type { Tables } from './tables.ts'
import { decodeTimeline, encodeTimeline } from './timeline.ts'
import { inUnit, type StoreContext, type UnitContext } from './unit-of-work.ts'

type RecordRow = Selectable<Tables['records']>

const self = <T>(ref: T): T => ref

export function createRecordRepository(context: StoreContext): RecordRepository {
  const { db } = context
  return {
    put: async (portal, records, readAt) => {
      for (const batch of inStatements(records, self)) await putBatch(db, portal, batch, readAt)
    },
    hold: async (portal, refs) => {
      const found: SafeRecord[] = []
      for (const batch of inStatements(refs, self)) {
        const { rows } = await sql<RecordRow>`
          select r.* from ${ERASURES_HELD} as held, records r join ${keysTable(portal, batch)}
            using (portal, object, id)
          order by r.object, r.id for no key update of r`.execute(db)
        found.push(...rows.map(toRecord))
      }
      return found
    },
    get: async (portal, refs) => {
      const found: SafeRecord[] = []
      for (const batch of inStatements(refs, self)) {
        const { rows } = await sql<RecordRow>`
          select r.* from records r join ${keysTable(portal, batch)}
            using (portal, object, id)`.execute(db)
        found.push(...rows.map(toRecord))
      }
      return found
    },
    fingerprints: async (portal, refs) => {
      const found = new Map<string, string>()
      for (const batch of inStatements(refs, self)) {
        const { rows } = await sql<KeyRow & { fingerprint: string }>`
          select r.object, r.id, r.fingerprint
          from records r join ${keysTable(portal, batch)}
            using (portal, object, id)`.execute(db)
        for (const row of rows) found.set(recordKey(row), row.fingerprint)
      }
      return found
    },
    membersOf: async (portal, companyIds) => {
      const { rows } = await sql<KeyRow>`
        select object, id from records
        where portal = ${portal} and company_id = any(${[...companyIds]}::text[])
          and object <> 'company'
        order by object, id`.execute(db)
      return rows
    },
    page: async (portal, { object, after, limit }) => {
      const { rows } = await sql<RecordRow>`
        select * from records
        where portal = ${portal} and object = ${object} and id > ${after ?? ''}
        order by id limit ${limit}`.execute(db)
      return rows.map(toRecord)
    },
    erase: (portal, refs) =>
      inUnit(context, async (unit) => {
        for (const batch of inStatements(refs, self)) await eraseBatch(unit, portal, batch)
      }),
  }
}

async function eraseBatch(
  context: UnitContext,
  portal: PortalId,
  refs: readonly RecordRef[],
): Promise<void> {
  const companies = refs.filter(({ object }) => object === 'company').map(({ id }) => id)
  const { rows: records } = await sql<KeyRow>`
    with ours as (select portal, object, id from ${keysTable(portal, refs)}),
      locked as materialized (
        select r.portal, r.object, r.id from ${ERASURES_HELD} as held, records r
        join (select portal, object, id from ours
          union
          select portal, object, id from records
          where portal = ${portal} and company_id = any(${companies}::text[])) as theirs
          using (portal, object, id)
        order by r.object, r.id for update of r),
      gone_records as (
        delete from records t using locked join ours using (portal, object, id)
        where ${sameKey('locked')} returning t.portal, t.object, t.id, t.company_id),
      noted as (${noteStale(sql`select portal, company_id from gone_records`)})
    select object, id from gone_records`.execute(context.db)
  // Another statement: it sees what those intended who were waited for. Who came back stays.
  const theirs = sql`t.portal = ours.portal and t.object = ours.object and t.id = ours.id`
  const { rows: intents } = await sql<KeyRow>`
    with ours as materialized (
        select k.portal, k.object, k.id from ${keysTable(portal, refs)}
        left join records r using (portal, object, id) where r.id is null),
      gone_history as (delete from score_history t using ours where ${theirs}),
      gone_intents as (delete from intents t using ours where ${theirs} returning t.object, t.id),
      picked as materialized (
        select t.portal, t.object, t.id from dirty_marks t join ours using (portal, object, id)
        order by t.object, t.id for update of t),
      gone_marks as (delete from dirty_marks t using picked where ${sameKey('picked')})
    select object, id from gone_intents`.execute(context.db)
  const gone = [...new Map([...records, ...intents].map((row) => [recordKey(row), row])).values()]
  if (gone.length === 0) return
  await partMembers(
    context,
    portal,
    gone.filter(({ object }) => object === 'company').map(({ id }) => id),
  )
  await appendEntries(context, portal, [{ kind: 'gone', records: gone, code: 'not-in-crm' }])
}

async function putBatch(
  db: Kysely<Tables>,
  portal: PortalId,
  records: readonly SafeRecord[],
  readAt: number | undefined,
): Promise<void> {
  const at = sql`${readAt ?? null}::bigint`
  // Unchanged rows are left alone: a second backfill writes nothing and leaves nothing to vacuum.
  // A row that is new has xmax 0 and no result yet; only rows that were there are looked up (b is the
  // row as it was, since all parts of one statement see what stood before it).
  await sql`with stored as (
    insert into records as r (portal, object, id, company_id, fingerprint, facts, timeline, read_at)
    select ${portal}, i.object, i.id, i.company_id, i.fingerprint, i.facts::jsonb, i.timeline,
      coalesce(${at}, 0)
    from unnest(
      ${records.map(({ object }) => object)}::text[],
      ${records.map(({ id }) => id)}::text[],
      ${records.map(({ companyId }) => companyId ?? null)}::text[],
      ${records.map(({ fingerprint }) => fingerprint)}::text[],
      ${records.map(({ facts }) => JSON.stringify(facts))}::text[],
      ${records.map(({ activities }) => encodeTimeline(activities))}::bytea[]
    ) as i(object, id, company_id, fingerprint, facts, timeline)
    on conflict (portal, object, id) do update set
      company_id = excluded.company_id, fingerprint = excluded.fingerprint,
      facts = excluded.facts, timeline = excluded.timeline,
      read_at = coalesce(${at}, r.read_at)
    where (${at} is null or r.read_at <= ${at}) and (r.company_id, r.fingerprint, r.facts, r.timeline) is distinct from
      (excluded.company_id, excluded.fingerprint, excluded.facts, excluded.timeline)
    returning r.portal, r.object, r.id, r.company_id, r.xmax <> 0 as was_there)
    ${noteStale(sql`
      select s.portal, s.id from stored s where s.object = 'company'
      union all
      select s.portal, either.id from stored s
      join records b on b.portal = s.portal and b.object = s.object and b.id = s.id
      left join intents t on t.portal = s.portal and t.object = s.object and t.id = s.id
      cross join lateral unnest(array[b.company_id, s.company_id]) as either(id)
      where s.was_there
        and (t.organisation_side or b.company_id is distinct from s.company_id)`)}`.execute(db)
}

/** The record a row holds. */
export function toRecord(row: RecordRow): SafeRecord {
  return restoreSafeRecord({
    object: row.object,
    id: row.id,
    companyId: row.company_id ?? undefined,
    facts: row.facts,
    activities: decodeTimeline(row.timeline),
    fingerprint: row.fingerprint,
  })
}
