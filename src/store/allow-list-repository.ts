import { createHash } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import { actorOf } from '../ledger/actor-of.ts'
import { canonicalJson } from '../ledger/canonical-json.ts'
import type { PortalId } from '../ports.ts'
import type { AllowList } from '../privacy/allowed-field.ts'
import { appendEntries } from './ledger-repository.ts'
import type { AllowListRepository } from './privacy-repositories.ts'
import type { Tables } from './tables.ts'
import { inUnit, type StoreContext, type UnitContext } from './unit-of-work.ts'

type NewList = Omit<AllowList, 'version'>

export function createAllowListRepository(context: StoreContext): AllowListRepository {
  const listsOf = (portal: PortalId) =>
    context.db.selectFrom('allow_lists').selectAll().where('portal', '=', portal)
  return {
    current: async (portal) => {
      const row = await listsOf(portal).orderBy('version', 'desc').limit(1).executeTakeFirst()
      return row && toAllowList(row)
    },
    history: async (portal) => {
      const rows = await listsOf(portal).orderBy('version').execute()
      return rows.map((row) => ({
        version: row.version,
        approvedBy: row.approved_by,
        approvedAt: row.approved_at,
        list: toAllowList(row),
      }))
    },
    approve: (portal, list, approvedBy) =>
      inUnit(context, (unit) => approve(unit, portal, list, approvedBy)),
  }
}

async function approve(
  context: UnitContext,
  portal: PortalId,
  list: NewList,
  approvedBy: string,
): Promise<AllowList> {
  const { db, now } = context
  // Handed a list that has one, its version is not part of what it says.
  const content = canonicalJson({ ...list, version: undefined })
  // Versions are counted up by one at a time, whoever approves at once.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`allow-list ${portal}`}, 0))`.execute(
    db,
  )
  const { rows } = await sql<{ version: number }>`
    insert into allow_lists (portal, version, content, approved_by, approved_at)
    select ${portal}, coalesce(max(version), 0) + 1, ${content}::jsonb,
      ${approvedBy}, ${now()}::bigint
    from allow_lists where portal = ${portal} returning version`.execute(db)
  const version = rows[0]?.version ?? 1
  const digest = createHash('sha256').update(content).digest('base64url')
  await appendEntries(context, portal, [
    {
      kind: 'admin',
      actor: actorOf(approvedBy),
      action: 'allow-list-approved',
      detail: { version, content: `sha256:${digest}` },
    },
  ])
  return { ...list, version }
}

function toAllowList({ version, content }: Selectable<Tables['allow_lists']>): AllowList {
  return { ...content, version }
}
