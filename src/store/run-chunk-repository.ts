import { sql } from 'kysely'
import type { PortalId } from '../ports.ts'
import { holdErasures } from './forget-records.ts'
import type { RunChunk, RunRepository, RunRow, Standing } from './model-repositories.ts'
import { sameKey } from './record-keys.ts'
import type { StoreContext } from './unit-of-work.ts'

type Claims = 'claimable' | 'claimChunk' | 'releaseChunk' | 'settleChunk'
type People = 'people' | 'holdUnchanged' | 'moveNextChange'

/** The parts of a run: who works on which, and who is in one. */
export function createRunChunks(context: StoreContext): Pick<RunRepository, Claims | People> {
  return { ...createClaims(context), ...createPeople(context) }
}

function createClaims({ db, now }: StoreContext): Pick<RunRepository, Claims> {
  return {
    claimable: async (portal) => {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from run_chunks where ${isOpen(portal, now())}`.execute(db)
      return rows[0]?.count ?? 0
    },
    claimChunk: async (portal, leaseMs) => {
      const at = now()
      const { rows } = await sql<ChunkRow>`
        with picked as (
          select portal, run, number from run_chunks where ${isOpen(portal, at)}
          order by run, number limit 1 for update skip locked)
        update run_chunks t set claimed_until = ${at + leaseMs}
        from picked join runs r on r.portal = picked.portal and r.id = picked.run
        where t.portal = picked.portal and t.run = picked.run and t.number = picked.number
          and r.status = 'running'
        returning t.*, r.model, r.basis`.execute(db)
      return rows[0] && toChunk(rows[0])
    },
    releaseChunk: async (chunk) => {
      await sql`update run_chunks set claimed_until = 0 where ${isMine(chunk)}`.execute(db)
    },
    settleChunk: async (chunk, tally) => {
      await holdErasures(db)
      const { portal, run } = chunk
      const { rows } = await sql`
        select from runs where portal = ${portal} and id = ${run} and status = 'running'
        for share`.execute(db)
      if (rows.length === 0) return false
      const done = await sql`
        update run_chunks set tally = ${JSON.stringify(tally)}::jsonb, from_id = null, until_id = null
        where ${isMine(chunk)}`.execute(db)
      return (done.numAffectedRows ?? 0n) > 0n
    },
  }
}

function createPeople({ db }: StoreContext): Pick<RunRepository, People> {
  return {
    people: async (chunk, standing) => {
      const { rows } = await sql<PersonRow>`
        with looked as materialized (
          select r.id, t.tier, ${stands(standing)} as stands
          from records r left join intents t on t.id = r.id and ${inChunk('t', chunk)}
          ${standing.narrowed.length === 0 ? sql`` : asking(standing)}
          where ${inChunk('r', chunk)})
        select r.id, r.company_id as "companyId", r.facts::text as facts, r.timeline,
          r.xmin::text as version, t.desired_hash as hash, t.tier,
          case when t.tier = 'sales-ready' then (t.desired->>'respondBy')::bigint end as "respondBy",
          t.model, t.next_change_at as "nextChangeAt",
          case when exists (select from segment_sets where portal = ${chunk.portal})
            then coalesce(t.desired ? 'segment', false) else false end as segmented, null as standing
        from looked join records r on ${isOne('r', chunk)} left join intents t on ${isOne('t', chunk)}
        where looked.stands is not true
        union all
        select '', null, '', '', '', null, tier, null, null, null, false, count(*)
        from looked where stands group by tier
        order by 1`.execute(db)
      const tiers: Record<string, number> = {}
      for (const { tier, standing: count } of rows) {
        if (count !== null) tiers[tier ?? 'none'] = count
      }
      return { rows: rows.filter(({ standing: count }) => count === null), standing: tiers }
    },
    holdUnchanged: async ({ portal, object }, rows) => {
      const keys = sql`${rows.map(() => portal)}::text[], ${rows.map(() => object)}::text[],
        ${rows.map(({ id }) => id)}::text[]`
      // All of them, in the order of everybody who holds records: those who differ are scored next.
      await sql`
        select from records r join unnest(${keys}) as k(portal, object, id) using (portal, object, id)
        order by r.id for no key update of r`.execute(db)
      // Another statement: it sees what those did who were waited for.
      const { rows: same } = await sql<{ id: string }>`
        select r.id from records r
        join unnest(${keys}, ${rows.map(({ version }) => version)}::text[],
          ${rows.map(({ hash }) => hash)}::text[]) as k(portal, object, id, version, hash)
          using (portal, object, id)
        left join intents t using (portal, object, id)
        where r.xmin::text = k.version and t.desired_hash is not distinct from k.hash`.execute(db)
      return new Set(same.map(({ id }) => id))
    },
    moveNextChange: async ({ portal, object }, rows) => {
      await sql`
        with locked as materialized (
          select t.portal, t.object, t.id, k.next_change_at from intents t
          join unnest(${rows.map(() => portal)}::text[], ${rows.map(() => object)}::text[],
            ${rows.map(({ id }) => id)}::text[], ${rows.map(({ hash }) => hash)}::text[],
            ${rows.map(({ nextChangeAt }) => nextChangeAt)}::bigint[])
            as k(portal, object, id, hash, next_change_at) using (portal, object, id)
          where t.desired_hash = k.hash
          order by t.id for update of t)
        update intents t set next_change_at = locked.next_change_at
        from locked where ${sameKey('locked')}`.execute(db)
    },
  }
}

/** A person, or how many stand as they are in a tier. */
type PersonRow = RunRow & { readonly standing: number | null }

interface ChunkRow extends Omit<RunChunk, 'from' | 'until' | 'claimedUntil' | 'basis'> {
  readonly basis: number | null
  readonly from_id: string | null
  readonly until_id: string | null
  readonly claimed_until: number
}

function toChunk(row: ChunkRow): RunChunk {
  const { portal, run, number, object, model } = row
  const bounds = { from: row.from_id ?? '', until: row.until_id ?? undefined }
  const known = { portal, run, number, object, model, basis: row.basis ?? undefined }
  return { ...known, ...bounds, claimedUntil: row.claimed_until }
}

function isOpen(portal: PortalId, at: number) {
  return sql`portal = ${portal} and tally is null and claimed_until <= ${at}`
}

function isMine({ portal, run, number, claimedUntil }: RunChunk) {
  return sql`portal = ${portal} and run = ${run} and number = ${number}
    and tally is null and claimed_until = ${claimedUntil}`
}

function stands({ unchanged, narrowed, at }: Standing) {
  const few = narrowed.map(({ model, codes }) => {
    const untouched = Object.entries(codes).map(([fact, touched]) => isUntouched(fact, touched))
    return sql`(${sql.join([sql`t.model = ${model}`, ...untouched], sql` and `)})`
  })
  const named = sql`t.model = any(${[...unchanged]}::text[])`
  return sql`((${sql.join([named, ...few], sql` or `)})
    and (t.next_change_at is null or t.next_change_at > ${at}))`
}

function isUntouched(fact: string, codes: readonly string[]) {
  const value = sql.ref(`asked.${fact}`)
  return sql`coalesce(jsonb_typeof(${value}) in ('string', 'boolean')
    and not (${value} #>> '{}' = any(${[...codes]}::text[])), true)`
}

/** What people, or else their organisations, have in the facts that narrow changes ask for; looked up once. */
function asking({ narrowed }: Standing) {
  const facts = new Set(narrowed.flatMap(({ codes }) => Object.keys(codes)))
  const values = [...facts].map(
    (fact) => sql`coalesce(r.facts->${fact}::text, c.facts->${fact}::text) as ${sql.id(fact)}`,
  )
  return sql`left join records c
      on c.portal = r.portal and c.object = 'company' and c.id = r.company_id
    cross join lateral (select ${sql.join(values)} offset 0) as asked`
}

/** The row of somebody of a chunk who was looked at. */
function isOne(table: 'r' | 't', { portal, object }: RunChunk) {
  const row = sql.table(table)
  return sql`${row}.portal = ${portal} and ${row}.object = ${object} and ${row}.id = looked.id`
}

/** Said of both tables: a planner does not carry a range over from one to the other. */
function inChunk(table: 'r' | 't', { portal, object, from, until }: RunChunk) {
  const row = sql.table(table)
  const upTo = until === undefined ? sql`` : sql`and ${row}.id < ${until}`
  return sql`${row}.portal = ${portal} and ${row}.object = ${object} and ${row}.id >= ${from} ${upTo}`
}
