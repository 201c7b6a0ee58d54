import { type Kysely, type Selectable, sql } from 'kysely'
import type { PortalId } from '../ports.ts'
import { countedTries } from './counted-tries.ts'
import { laneNumber, laneOf } from './lanes.ts'
import { inStatements, lockedKeys, sameKey } from './record-keys.ts'
import type { DirtyMark, MarkRepository, PendingMarks } from './store.ts'
import type { Tables } from './tables.ts'

type MarkRow = Selectable<Tables['dirty_marks']>

/** Nobody marked the record again since it was claimed. */
const UNCHANGED = sql`(t.generation = locked.generation)`

export function createMarkRepository(db: Kysely<Tables>, now: () => number): MarkRepository {
  return {
    mark: async (portal, refs, lane) => {
      for (const batch of inStatements(refs, (ref) => ref)) {
        // Age is kept, so a record marked over and over is not pushed back; a claim is kept, so two
        // workers do not read it at once. Failures are forgotten: something is new.
        await sql`
          insert into dirty_marks as m (portal, object, id, generation, lane, marked_at)
          select ${portal}, i.object, i.id, nextval('mark_generation'), ${laneNumber(lane)}, ${now()}
          from unnest(${batch.map(({ object }) => object)}::text[],
            ${batch.map(({ id }) => id)}::text[]) as i(object, id)
          on conflict (portal, object, id) do update set
            generation = excluded.generation, lane = least(m.lane, excluded.lane),
            tries = 0, next_try_at = 0, parked_code = null`.execute(db)
      }
    },
    claim: async (portal, { limit, leaseMs }) => {
      const at = now()
      const { rows } = await sql<MarkRow>`
        with picked as (
          select portal, object, id from dirty_marks
          where portal = ${portal} and parked_code is null
            and claimed_until <= ${at} and next_try_at <= ${at}
          order by lane, marked_at, object, id limit ${limit} for update skip locked)
        update dirty_marks t set claimed_until = ${at + leaseMs}
        from picked where ${sameKey('picked')} returning t.*`.execute(db)
      return rows.toSorted(firstToDo).map(toMark)
    },
    settle: async (portal, marks) => {
      for (const batch of inStatements(marks, (mark) => mark)) {
        await sql`
          with ${lockedKeys('dirty_marks', portal, batch, generations(batch))}
          delete from dirty_marks t using locked
          where ${sameKey('locked')} and t.generation = locked.generation`.execute(db)
        // What is left was marked again meanwhile. A statement of its own sees it; the first may not.
        await releaseMarks(db, portal, batch)
      }
    },
    release: async (portal, marks) => {
      for (const batch of inStatements(marks, (mark) => mark)) {
        await releaseMarks(db, portal, batch)
      }
    },
    fail: async (portal, marks, { code, maxTries, retryInMs }) => {
      for (const batch of inStatements(marks, (mark) => mark)) {
        await sql`
          with ${lockedKeys('dirty_marks', portal, batch, generations(batch))}
          update dirty_marks t set claimed_until = 0,
            tries = case when ${UNCHANGED} then t.tries + ${countedTries(maxTries)}::integer else 0 end,
            next_try_at = case when ${UNCHANGED} then ${now() + retryInMs}::bigint else 0 end,
            parked_code = case when ${UNCHANGED} and t.tries + 1 >= ${maxTries}::float8
              then ${code} end
          from locked where ${sameKey('locked')}`.execute(db)
      }
    },
    pending: (portal) => countMarks(db, portal),
  }
}

async function countMarks(db: Kysely<Tables>, portal: PortalId): Promise<PendingMarks> {
  const { rows } = await sql<PendingMarks>`
    select count(*) filter (where parked_code is null) as waiting,
      count(*) filter (where parked_code is not null) as parked,
      min(marked_at) filter (where parked_code is null) as "oldestAt"
    from dirty_marks where portal = ${portal}`.execute(db)
  return rows[0] ?? { waiting: 0, parked: 0, oldestAt: null }
}

async function releaseMarks(
  db: Kysely<Tables>,
  portal: PortalId,
  marks: readonly DirtyMark[],
): Promise<void> {
  await sql`
    with ${lockedKeys('dirty_marks', portal, marks)}
    update dirty_marks t set claimed_until = 0 from locked where ${sameKey('locked')}`.execute(db)
}

/** The marks as they were when claimed. */
function generations(marks: readonly DirtyMark[]) {
  const values = marks.map(({ generation }) => generation)
  return { name: 'generation', type: 'bigint', values } as const
}

function firstToDo(a: MarkRow, b: MarkRow): number {
  return a.lane - b.lane || a.marked_at - b.marked_at
}

function toMark({ object, id, generation, lane, marked_at: markedAt }: MarkRow): DirtyMark {
  return { object, id, generation, lane: laneOf(lane), markedAt }
}
