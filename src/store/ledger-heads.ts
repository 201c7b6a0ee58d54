import { type Kysely, sql } from 'kysely'
import type { ChainHead } from '../ledger/chain.ts'
import { headSeal, isSealed } from './head-seal.ts'
import type { ChainName, Resealed, SealedHeads } from './privacy-repositories.ts'
import type { Keyring } from './secrets.ts'
import type { Tables } from './tables.ts'

/** `unknown`: no configured key has sealed it as it is, or there is none. */
type SealedBy = 'newest' | 'older' | 'unknown'
type SealedHead = ChainHead & { readonly seal: Buffer }

/** How the heads of all chains are sealed; no entry is read. */
export async function lookAtHeads(db: Kysely<Tables>, keys: Keyring): Promise<SealedHeads> {
  const chains = await chainNames(db)
  const rows = await db.selectFrom('ledger_heads').selectAll().execute()
  const heads = new Map(rows.map(({ portal, ...head }) => [portal, head]))
  const states = chains.map((chain) => sealedBy(keys, chain, heads.get(chain)))
  return {
    chains: chains.length,
    older: states.filter((state) => state === 'older').length,
    unknown: chains.filter((_, index) => states[index] === 'unknown'),
  }
}

/**
 * Seals every head anew with the newest key. One that no configured key has sealed stays as it is: a
 * new seal would say of an altered chain that it is whole.
 */
export async function resealHeads(db: Kysely<Tables>, keys: Keyring): Promise<Resealed<ChainName>> {
  const done = { newest: 0, older: 0 }
  const failed: ChainName[] = []
  for (const chain of await chainNames(db)) {
    // A chain at a time: nobody who writes waits for all of them.
    const state = await db.transaction().execute((held) => resealHead(held, keys, chain))
    if (state === 'unknown') failed.push(chain)
    else done[state] += 1
  }
  return { resealed: done.older, kept: done.newest, failed }
}

/** Says how it was sealed before. */
async function resealHead(
  held: Kysely<Tables>,
  keys: Keyring,
  chain: ChainName,
): Promise<SealedBy> {
  const query = held.selectFrom('ledger_heads').select(['seq', 'hash', 'seal'])
  const head = await query.where('portal', '=', chain).forUpdate().executeTakeFirst()
  const state = sealedBy(keys, chain, head)
  if (head === undefined || state !== 'older') return state
  const seal = headSeal(keys, chain, head)
  await held.updateTable('ledger_heads').set({ seal }).where('portal', '=', chain).execute()
  return state
}

function sealedBy(keys: Keyring, chain: ChainName, head: SealedHead | undefined): SealedBy {
  if (head === undefined || !isSealed(keys, chain, head, head.seal)) return 'unknown'
  const newest = isSealed({ ...keys, all: [keys.newest] }, chain, head, head.seal)
  return newest ? 'newest' : 'older'
}

async function chainNames(db: Kysely<Tables>): Promise<readonly ChainName[]> {
  const { rows } = await sql<{ name: ChainName }>`
    select portal as name from ledger_heads union select id from portals order by name`.execute(db)
  return rows.map(({ name }) => name)
}
