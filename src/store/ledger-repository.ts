import { type Kysely, sql } from 'kysely'
import { PermanentError } from '../errors.ts'
import type { LedgerEntry, LedgerInput } from '../ledger/ledger-entry.ts'
import { prepareEntry } from '../ledger/prepare-entry.ts'
import { recordHash } from '../ledger/record-hash.ts'
import type { PortalId } from '../ports.ts'
import { lookAtHeads, resealHeads } from './ledger-heads.ts'
import { entriesAfter, type LedgerRow, toEntry, toRecordEntry } from './ledger-rows.ts'
import type { LedgerRepository } from './privacy-repositories.ts'
import { recordSalt } from './record-salt.ts'
import type { Tables } from './tables.ts'
import { inUnit, type StoreContext } from './unit-of-work.ts'
import { knownChains, verifyChain } from './verify-ledger.ts'

export function createLedgerRepository(context: StoreContext): LedgerRepository {
  const { db, keys } = context
  return {
    append: (portal, entries) => appendEntries(context, portal, [entries].flat()),
    list: async ({ portal, limit, before }) => {
      const query = db.selectFrom('ledger').selectAll().limit(limit)
      const rows =
        portal === undefined
          ? query.orderBy('at', 'desc').orderBy('portal').orderBy('seq', 'desc')
          : query
              .where('portal', '=', portal)
              .where('seq', '<', before ?? Number.MAX_SAFE_INTEGER)
              .orderBy('seq', 'desc')
      return (await rows.execute()).map(toEntry)
    },
    about: async (portal, ref) => {
      const hash = recordHash(await recordSalt(db, portal), ref)
      const { rows } = await sql<LedgerRow>`
        select * from ledger where portal = ${portal} and records @> array[${hash}]::text[]
        order by seq`.execute(db)
      return rows.map((row) => toRecordEntry(row, hash))
    },
    verify: async (portal) => {
      let entries = 0
      for (const chain of portal === undefined ? await knownChains(db) : [portal]) {
        const found = await verifyChain(db, keys, chain)
        entries += found.entries
        if (found.brokenAt !== undefined) return { entries, brokenAt: found.brokenAt }
      }
      return { entries }
    },
    export: (portal) => exportEntries(db, portal),
    reseal: () => resealHeads(db, keys),
    heads: () => lookAtHeads(db, keys),
  }
}

/** Appends to the ledger within this context's transaction, or in one of its own. */
export async function appendEntries(
  context: StoreContext,
  portal: PortalId | undefined,
  entries: readonly LedgerInput[],
): Promise<void> {
  const at = context.now()
  const waiting = entries.map((entry) => ({ ...prepareEntry(entry), portal, at }))
  if (portal === undefined && waiting.some(({ refs }) => refs.length > 0)) {
    throw new PermanentError('ledger-entry-invalid', 'An entry of no portal names a record.')
  }
  await inUnit(context, async ({ unit }) => {
    unit.entries.push(...waiting)
  })
}

async function* exportEntries(
  db: Kysely<Tables>,
  portal: PortalId | undefined,
): AsyncIterable<LedgerEntry> {
  for (const chain of portal === undefined ? await knownChains(db) : [portal]) {
    let after = 0
    for (;;) {
      const page = await entriesAfter(db, chain, after)
      yield* page.map(toEntry)
      const last = page.at(-1)
      if (last === undefined) break
      after = last.seq
    }
  }
}
