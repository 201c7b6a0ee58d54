import { sql } from 'kysely'
import type { PortalId } from '../ports.ts'
import { laneNumber } from './lanes.ts'
import { appendEntries } from './ledger-repository.ts'
import type { Run, RunRepository } from './model-repositories.ts'
import { createRunChunks } from './run-chunk-repository.ts'
import { addTallies, NO_TALLY, type RunRow, tooLate, toRun, unknownRun } from './run-rows.ts'
import { aloneIn, type StoreContext, type UnitContext } from './unit-of-work.ts'

/** People one worker scores at a time: a tenth of a second's work, and what a killed one loses. */
const CHUNK_SIZE = 2_000

export function createRunRepository(context: StoreContext): RunRepository {
  const runsOf = (portal: PortalId, { db }: StoreContext = context) =>
    db.selectFrom('runs').selectAll().where('portal', '=', portal)
  const one = async (portal: PortalId, id: number, inside = context): Promise<RunRow> => {
    const row = await runsOf(portal, inside).where('id', '=', id).executeTakeFirst()
    if (row === undefined) throw unknownRun(portal, id)
    return row
  }
  const tallyOf = async (row: RunRow) =>
    row.status === 'running' ? sumOfChunks(context, row) : row.tally
  const shown = async (row: RunRow): Promise<Run> => toRun(row, await tallyOf(row))
  return {
    ...createRunChunks(context),
    begin: (portal, run) =>
      aloneIn(context, { portal, doing: 'runs' }, (unit) => begin(unit, portal, run)),
    active: async (portal) => {
      const row = await runsOf(portal).where('status', '=', 'running').executeTakeFirst()
      return row && shown(row)
    },
    get: async (portal, id) => shown(await one(portal, id)),
    list: async (portal, { limit, before }) => {
      const found = before === undefined ? runsOf(portal) : runsOf(portal).where('id', '<', before)
      const rows = await found.orderBy('id', 'desc').limit(limit).execute()
      return Promise.all(rows.map(shown))
    },
    tally: async (portal, id) => tallyOf(await one(portal, id)),
    written: async (portal, since) => {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from intents
        where portal = ${portal} and object <> 'company' and lane = ${laneNumber('bulk')}
          and written_at >= ${since} and not pending`.execute(context.db)
      return rows[0]?.count ?? 0
    },
    countCalls: (portal, counted) => countCalls(context, portal, counted),
    cancel: (portal, id, by) =>
      aloneIn(context, { portal, doing: 'runs' }, async (unit) => {
        const running = await goingOn(unit, portal)
        if (running?.id !== id) throw tooLate(await one(portal, id, unit))
        return end(unit, running, { status: 'cancelled', by })
      }),
    finish: (portal) =>
      aloneIn(context, { portal, doing: 'runs' }, async (unit) => {
        const running = await goingOn(unit, portal)
        if (running === undefined) return undefined
        const open = await unit.db
          .selectFrom('run_chunks')
          .select('number')
          .where('portal', '=', portal)
          .where('run', '=', running.id)
          .where('tally', 'is', null)
          .limit(1)
          .execute()
        return open.length > 0 ? undefined : end(unit, running, { status: 'done' })
      }),
  }
}

/** Held: chunks settle before it ends, or not at all. */
function goingOn({ db }: UnitContext, portal: PortalId): Promise<RunRow | undefined> {
  return db
    .selectFrom('runs')
    .selectAll()
    .where('portal', '=', portal)
    .where('status', '=', 'running')
    .forUpdate()
    .executeTakeFirst()
}

async function countCalls(
  { db }: StoreContext,
  portal: PortalId,
  { calls, decidedAt }: Parameters<RunRepository['countCalls']>[1],
): Promise<void> {
  await sql`
    update runs set write_calls = write_calls + ${calls}
    where portal = ${portal} and id = (select max(id) from runs where portal = ${portal})
      and exists (select from unnest(${[...decidedAt]}::bigint[]) as decided(at)
        where at >= started_at and (ended_at is null or at <= ended_at))`.execute(db)
}

async function begin(
  unit: UnitContext,
  portal: PortalId,
  { kind, model, by }: Pick<Run, 'kind' | 'model' | 'by'>,
): Promise<Run> {
  const before = await goingOn(unit, portal)
  if (before !== undefined) await end(unit, before, { status: 'superseded', by })
  const basis = kind === 'rescore' ? null : await basisOf(unit, portal)
  const { rows } = await sql<RunRow>`
    insert into runs (portal, id, kind, model, basis, status, started_by, started_at, total, tally)
    select ${portal}, coalesce(max(id), 0) + 1, ${kind}, ${model}::integer, ${basis}::integer, 'running', ${by},
      ${unit.now()}::bigint, (select count(*) from records
        where portal = ${portal} and object <> 'company'), ${JSON.stringify(NO_TALLY)}::jsonb
    from runs where portal = ${portal} returning *`.execute(unit.db)
  const [row] = rows
  if (row === undefined) throw unknownRun(portal, 1)
  await cutUp(unit, row)
  const detail = { run: row.id, kind, model, records: row.total }
  await appendEntries(unit, portal, [{ kind: 'admin', actor: by, action: 'run-started', detail }])
  return toRun(row, NO_TALLY)
}

/**
 * The models of the run before, if that was not broken off: whoever was not in it was scored by them
 * since. Before the first run the models that ship were in force.
 */
async function basisOf({ db }: UnitContext, portal: PortalId): Promise<number | null> {
  const last = await db
    .selectFrom('runs')
    .select(['model', 'status'])
    .where('portal', '=', portal)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last === undefined) return 0
  return last.status === 'done' ? last.model : null
}

/**
 * Ranges that cover every id there may be, so that whoever comes or goes meanwhile is in exactly one.
 * An id cut short is nobody's: a run leaves no trace of a record that is erased while it goes on. What
 * is cut off keeps chunks even where ids are counted one by one, and a 15-letter id is cut as well.
 */
async function cutUp({ db }: UnitContext, { portal, id: run }: RunRow): Promise<void> {
  await sql`
    insert into run_chunks (portal, run, number, object, from_id, until_id)
    select ${portal}, ${run}::integer, row_number() over (order by object, from_id), object, from_id,
      lead(from_id) over (partition by object order by from_id)
    from (
      select distinct object, case when place = 0 then ''
        else left(id, greatest(length(id) - case when length(id) < 15 then 2 else 4 end, 0))
          end collate "C" as from_id
      from (
        select object, id, row_number() over (partition by object order by id) - 1 as place
        from records where portal = ${portal} and object <> 'company'
      ) as numbered where place % ${CHUNK_SIZE}::integer = 0
    ) as bounds`.execute(db)
}

/** What came of it is kept with the run; its chunks go. */
async function end(
  unit: UnitContext,
  row: RunRow,
  { status, by }: { status: 'done' | 'cancelled' | 'superseded'; by?: string },
): Promise<Run> {
  const { portal, id } = row
  const tally = await sumOfChunks(unit, row)
  const values = { status, ended_at: unit.now(), tally: JSON.stringify(tally) }
  const ended = await unit.db
    .updateTable('runs')
    .set(values)
    .where('portal', '=', portal)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await unit.db
    .deleteFrom('run_chunks')
    .where('portal', '=', portal)
    .where('run', '=', id)
    .execute()
  const { scored, changed } = tally
  const failed = Object.values(tally.failures).reduce((sum, count) => sum + count, 0)
  const detail = { run: id, scored, changed, failed }
  const actor = by === undefined ? {} : { actor: by }
  await appendEntries(unit, portal, [{ kind: 'admin', ...actor, action: `run-${status}`, detail }])
  return toRun(ended, tally)
}

async function sumOfChunks({ db }: StoreContext, { portal, id }: RunRow) {
  const rows = await db
    .selectFrom('run_chunks')
    .select('tally')
    .where('portal', '=', portal)
    .where('run', '=', id)
    .where('tally', 'is not', null)
    .execute()
  return addTallies(rows.map(({ tally }) => tally ?? NO_TALLY))
}
