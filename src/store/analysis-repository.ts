import { type Selectable, sql } from 'kysely'
import { PermanentError } from '../errors.ts'
import { actorOf } from '../ledger/actor-of.ts'
import type { PortalId } from '../ports.ts'
import type {
  Analysis,
  AnalysisClaim,
  AnalysisRepository,
  AnalysisWithResult,
  KeptResult,
} from './analysis-repositories.ts'
import type { AnalysisTable } from './analysis-tables.ts'
import { appendEntries } from './ledger-repository.ts'
import { aloneIn, type StoreContext } from './unit-of-work.ts'

type Row = Omit<Selectable<AnalysisTable>, 'result'>

const WITHOUT_RESULT = [
  'portal',
  'id',
  'kind',
  'options',
  'status',
  'asked_by',
  'asked_at',
  'claimed_until',
  'ended_at',
  'failure',
] as const

export function createAnalysisRepository(context: StoreContext): AnalysisRepository {
  const { db, now } = context
  const rowsOf = (portal: PortalId) => db.selectFrom('analyses').where('portal', '=', portal)
  return {
    ask: async (portal, { request, by }) =>
      toAnalysis(await insert(context, portal, { request, by, result: undefined })),
    keep: async (portal, done) => toAnalysis(await insert(context, portal, done)),
    waiting: async (portal) => {
      const open = rowsOf(portal).select('id').where(claimable(now()))
      return (await open.limit(1).executeTakeFirst()) !== undefined
    },
    claim: (portal, leaseMs) => claim(context, portal, leaseMs),
    extend: async (held, leaseMs) => {
      const until = now() + leaseMs
      const kept = await change(context, held, { claimed_until: until })
      return kept ? { ...held, until } : undefined
    },
    finish: (held, result) =>
      change(context, held, {
        status: 'done',
        ended_at: now(),
        result: JSON.stringify(withoutIds(result)),
      }),
    fail: (held, code) =>
      change(context, held, { status: 'failed', ended_at: now(), failure: code }),
    release: async (held) => {
      await change(context, held, { status: 'waiting', claimed_until: 0 })
    },
    get: async (portal, id) => {
      const row = await rowsOf(portal).selectAll().where('id', '=', id).executeTakeFirst()
      if (row === undefined) throw unknownAnalysis(portal, id)
      return withResult(row, row.result)
    },
    list: async (portal, { limit, before }) => {
      const all = rowsOf(portal).select(WITHOUT_RESULT).orderBy('id', 'desc').limit(limit)
      const rows = await (before === undefined ? all : all.where('id', '<', before)).execute()
      return rows.map(toAnalysis)
    },
    latest: async (portal, kind) => {
      const done = rowsOf(portal).selectAll().where('kind', '=', kind).where('status', '=', 'done')
      const row = await done.orderBy('id', 'desc').limit(1).executeTakeFirst()
      return row && withResult(row, row.result)
    },
  }
}

interface Asked extends Pick<Analysis, 'request' | 'by'> {
  readonly result: KeptResult | undefined
}

function insert(context: StoreContext, portal: PortalId, asked: Asked): Promise<Row> {
  return aloneIn(context, { portal, doing: 'analyses' }, async (unit) => {
    const { request, by, result } = asked
    const at = unit.now()
    const [status, endedAt, json] =
      result === undefined
        ? ['waiting', null, null]
        : ['done', at, JSON.stringify(withoutIds(result))]
    const { rows } = await sql<Row>`
      insert into analyses (portal, id, kind, options, status, asked_by, asked_at, ended_at, result)
      select ${portal}, coalesce(max(id), 0) + 1, ${request.kind}, ${JSON.stringify(request)}::jsonb,
        ${status}, ${by}, ${at}::bigint, ${endedAt}::bigint, ${json}::jsonb
      from analyses where portal = ${portal} returning *`.execute(unit.db)
    const [row] = rows
    if (row === undefined) throw unknownAnalysis(portal, 1)
    const detail = { analysis: row.id, kind: row.kind }
    const entry = { kind: 'admin', actor: actorOf(by), action: 'analysis-asked', detail } as const
    await appendEntries(unit, portal, [entry])
    return row
  })
}

async function claim(
  { db, now }: StoreContext,
  portal: PortalId,
  leaseMs: number,
): Promise<AnalysisClaim | undefined> {
  const { rows } = await sql<Row>`
    update analyses set status = 'running', claimed_until = ${now() + leaseMs}::bigint
    where portal = ${portal} and id = (
      select id from analyses where portal = ${portal} and ${claimable(now())}
      order by id limit 1 for update skip locked)
    returning portal, id, options, claimed_until`.execute(db)
  return rows[0] && toClaim(rows[0])
}

function claimable(now: number) {
  return sql<boolean>`(status = 'waiting' or (status = 'running' and claimed_until <= ${now}::bigint))`
}

/** Only by whoever holds the claim. */
async function change(
  { db }: StoreContext,
  { portal, id, until }: AnalysisClaim,
  values: Partial<{
    status: Analysis['status']
    ended_at: number
    claimed_until: number
    failure: string
    result: string
  }>,
): Promise<boolean> {
  const changed = await db
    .updateTable('analyses')
    .set(values)
    .where('portal', '=', portal)
    .where('id', '=', id)
    .where('status', '=', 'running')
    .where('claimed_until', '=', until)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Cases to review are looked up when a person asks; kept they would outlive the erasure of a record. */
function withoutIds(result: KeptResult): KeptResult {
  if (result.kind !== 'report') return result
  const { review: _review, ...report } = result.report
  return { ...result, report }
}

function toAnalysis(row: Row): Analysis {
  return {
    portal: row.portal,
    id: row.id,
    request: row.options,
    status: row.status,
    by: row.asked_by,
    askedAt: row.asked_at,
    endedAt: row.ended_at ?? undefined,
    failure: row.failure ?? undefined,
  }
}

function withResult(row: Row, result: KeptResult | null): AnalysisWithResult {
  return { ...toAnalysis(row), result: result ?? undefined }
}

function toClaim(row: Pick<Row, 'portal' | 'id' | 'options' | 'claimed_until'>): AnalysisClaim {
  return { portal: row.portal, id: row.id, request: row.options, until: row.claimed_until }
}

function unknownAnalysis(portal: PortalId, id: number): PermanentError {
  return new PermanentError('analysis-unknown', `There is no analysis ${id} of ${portal}.`)
}
