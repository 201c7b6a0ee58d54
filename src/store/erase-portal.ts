import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { PermanentError } from '../errors.ts'
import type { PortalId } from '../ports.ts'
import { holdWriters } from './forget-records.ts'
import { appendEntries } from './ledger-repository.ts'
import type { Removed } from './privacy-repositories.ts'
import { hasColumns, tableColumns } from './table-columns.ts'
import { inUnit, type StoreContext, type UnitContext } from './unit-of-work.ts'

/** What outlives a portal: the proof of what was done, and which records may never come back. */
const KEPT: ReadonlySet<string> = new Set(['ledger', 'ledger_heads', 'forgotten'])

/**
 * Shuts the portal first, in a transaction that writers wait for, and only then removes its rows:
 * that takes long, and meanwhile whatever is put for it is dropped, while other portals go on.
 */
export async function erasePortal(context: StoreContext, portal: PortalId): Promise<Removed> {
  await inUnit(context, (unit) => shut(unit, portal))
  return inUnit(context, (unit) => removeAll(unit, portal))
}

async function shut({ db }: UnitContext, portal: PortalId): Promise<void> {
  await holdWriters(db)
  const done = await db
    .updateTable('portals')
    .set({
      name: '',
      status: 'disconnected',
      status_reason: 'erased',
      credentials: null,
      webhook_key: randomBytes(24).toString('base64url'),
    })
    .where('id', '=', portal)
    .executeTakeFirst()
  if (done.numUpdatedRows > 0n) return
  throw new PermanentError(
    'portal-unknown',
    `No portal ${portal} is connected.`,
    'List the portals there are with: leadwell portals',
  )
}

async function removeAll(context: UnitContext, portal: PortalId): Promise<Removed> {
  const { db, unit, clearDeleted } = context
  const removed: Record<string, number> = {}
  for (const [table, columns] of await tableColumns(db)) {
    if (KEPT.has(table) || !hasColumns(columns, 'portal')) continue
    const done = await sql`delete from ${sql.table(table)} where portal = ${portal}`.execute(db)
    const rows = Number(done.numAffectedRows ?? 0)
    if (rows > 0) removed[table] = rows
  }
  await appendEntries(context, portal, [
    { kind: 'admin', actor: 'operator', action: 'portal-erased', detail: removed },
  ])
  unit.afterCommit.push(clearDeleted)
  return removed
}
