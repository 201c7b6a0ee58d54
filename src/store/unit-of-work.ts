import { type Kysely, sql } from 'kysely'
import type { PortalId } from '../ports.ts'
import { addToLedger, type WaitingEntry } from './add-to-ledger.ts'
import type { Keyring } from './secrets.ts'
import type { Tables } from './tables.ts'

/** One transaction and what is done at its end. */
interface UnitOfWork {
  readonly entries: WaitingEntry[]
  readonly afterCommit: (() => Promise<void>)[]
}

/** What every repository works with: the pool, or the one connection of a transaction. */
export interface StoreContext {
  readonly db: Kysely<Tables>
  readonly keys: Keyring
  readonly now: () => number
  /** Takes what deleted rows leave behind off the disk; never throws. */
  readonly clearDeleted: () => Promise<void>
  readonly unit: UnitOfWork | undefined
}

export type UnitContext = StoreContext & { readonly unit: UnitOfWork }

/**
 * Runs work in a transaction, or in the one it is called in. Ledger entries go in last: the head of a
 * chain is held only from there to the commit, in the order of portals, so that nobody waits long and
 * no two wait for each other.
 */
export async function inUnit<T>(
  context: StoreContext,
  work: (context: UnitContext) => Promise<T>,
): Promise<T> {
  if (context.unit !== undefined) return work({ ...context, unit: context.unit })
  const unit: UnitOfWork = { entries: [], afterCommit: [] }
  const result = await context.db.transaction().execute(async (db) => {
    const done = await work({ ...context, db, unit })
    await addToLedger(db, context.keys, unit.entries)
    return done
  })
  for (const task of unit.afterCommit) await task()
  return result
}

/**
 * Like `inUnit`, one at a time of those that do this in the portal, in whatever process: versions are counted
 * and put in force, and runs begin and end, one after the other.
 */
export function aloneIn<T>(
  context: StoreContext,
  {
    portal,
    doing,
  }: { readonly portal: PortalId; readonly doing: 'models' | 'runs' | 'segments' | 'analyses' },
  work: (unit: UnitContext) => Promise<T>,
): Promise<T> {
  return inUnit(context, async (unit) => {
    const key = `${doing} ${portal}`
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(unit.db)
    return await work(unit)
  })
}
