import { createHash } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import { PermanentError } from '../errors.ts'
import { actorOf } from '../ledger/actor-of.ts'
import { canonicalJson } from '../ledger/canonical-json.ts'
import type { ApprovedSegments, PortalId } from '../ports.ts'
import { appendEntries } from './ledger-repository.ts'
import type { SegmentRepository, SegmentSet } from './segment-repositories.ts'
import type { Tables } from './tables.ts'
import { aloneIn, type StoreContext, type UnitContext } from './unit-of-work.ts'

export function createSegmentRepository(context: StoreContext): SegmentRepository {
  const newestFirst = (portal: PortalId, { db }: StoreContext = context) =>
    db
      .selectFrom('segment_sets')
      .selectAll()
      .where('portal', '=', portal)
      .orderBy('version', 'desc')
  const current = async (portal: PortalId, inside = context) => {
    const row = await newestFirst(portal, inside).limit(1).executeTakeFirst()
    return row && toSegmentSet(row)
  }
  return {
    version: async (portal) => {
      const row = await context.db
        .selectFrom('segment_sets')
        .select(({ fn }) => fn.max('version').as('version'))
        .where('portal', '=', portal)
        .executeTakeFirst()
      return row?.version ?? 0
    },
    current: (portal) => current(portal),
    list: async (portal) => (await newestFirst(portal).execute()).map(toSegmentSet),
    approve: (portal, approved, by) =>
      aloneIn(context, { portal, doing: 'segments' }, async (unit) => {
        const set = await insert(unit, portal, approved, by)
        await note(unit, set, 'segments-approved')
        return set
      }),
    withdraw: (portal, by) =>
      aloneIn(context, { portal, doing: 'segments' }, async (unit) => {
        const before = await current(portal, unit)
        if (before?.approved === undefined) throw none(portal)
        const set = await insert(unit, portal, undefined, by)
        await note(unit, set, 'segments-withdrawn')
        return set
      }),
  }
}

async function insert(
  { db, now }: UnitContext,
  portal: PortalId,
  approved: ApprovedSegments | undefined,
  by: string,
): Promise<SegmentSet> {
  const definition = approved === undefined ? null : JSON.stringify(approved.definition)
  const { rows } = await sql<SegmentRow>`
    insert into segment_sets (portal, version, definition, names, approved_by, approved_at)
    select ${portal}, coalesce(max(version), 0) + 1, ${definition}::jsonb,
      ${JSON.stringify(approved?.names ?? {})}::jsonb, ${by}, ${now()}::bigint
    from segment_sets where portal = ${portal} returning *`.execute(db)
  const [row] = rows
  if (row === undefined) throw none(portal)
  return toSegmentSet(row)
}

/** How many, and a digest of what: names are the portal's own words and stay with it. */
async function note(unit: UnitContext, set: SegmentSet, action: string): Promise<void> {
  const { version, approved, by } = set
  const digest = createHash('sha256')
    .update(canonicalJson(approved ?? {}))
    .digest('base64url')
  const segments = Object.keys(approved?.names ?? {}).length
  const detail = { version, segments, content: `sha256:${digest}` }
  await appendEntries(unit, set.portal, [{ kind: 'admin', actor: actorOf(by), action, detail }])
}

type SegmentRow = Selectable<Tables['segment_sets']>

function toSegmentSet(row: SegmentRow): SegmentSet {
  const { portal, version, definition, names, approved_by: by, approved_at: at } = row
  return {
    portal,
    version,
    approved: definition === null ? undefined : { definition, names },
    by,
    at,
  }
}

function none(portal: PortalId): PermanentError {
  return new PermanentError(
    'segments-none',
    `${portal} has no segments in force.`,
    `See what was proposed with: leadwell segments ${portal}`,
  )
}
