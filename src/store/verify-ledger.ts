import { type Kysely, sql } from 'kysely'
import { CHAIN_START, type ChainFault, type ChainHead, faultOf } from '../ledger/chain.ts'
import { isSealed } from './head-seal.ts'
import { entriesAfter, type LedgerRow } from './ledger-rows.ts'
import type { BrokenChain, ChainName } from './privacy-repositories.ts'
import type { Keyring } from './secrets.ts'
import type { Tables } from './tables.ts'

interface Verified {
  readonly entries: number
  readonly brokenAt?: BrokenChain
}

/** Chains there are or should be. */
export async function knownChains(db: Kysely<Tables>): Promise<readonly ChainName[]> {
  const { rows } = await sql<{ name: ChainName }>`
    select portal as name from ledger_heads union select id from portals
    union select portal from ledger order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** Reads a chain whole. Entries added meanwhile do not disturb it: it is held against its head as it was at the start. */
export async function verifyChain(
  db: Kysely<Tables>,
  keys: Keyring,
  chain: ChainName,
): Promise<Verified> {
  const head = await readHead(db, chain)
  const broken = (entries: number, seq: number, why: ChainFault): Verified => ({
    entries,
    brokenAt: { portal: chain === '' ? undefined : chain, seq, why },
  })
  if (head === undefined) {
    return (await shouldExist(db, chain)) ? broken(0, 0, 'head-missing') : { entries: 0 }
  }
  const { last, fault } = await follow(db, chain, head)
  if (fault !== undefined) return broken(last.seq, last.seq + 1, fault)
  if (last.seq < head.seq) return broken(last.seq, last.seq + 1, 'tail-missing')
  const sealed = isSealed(keys, chain, head, head.seal)
  if (!sealed || Buffer.compare(last.hash, head.hash) !== 0) {
    return broken(last.seq, head.seq, 'head-altered')
  }
  if (!(await isAll(db, chain))) return broken(last.seq, head.seq + 1, 'tail-unknown')
  return { entries: last.seq }
}

async function follow(
  db: Kysely<Tables>,
  chain: ChainName,
  { seq: end }: ChainHead,
): Promise<{ last: ChainHead; fault?: ChainFault }> {
  let last: ChainHead = CHAIN_START
  for (;;) {
    const page: readonly LedgerRow[] = await entriesAfter(db, chain, last.seq)
    for (const row of page) {
      if (row.seq > end) return { last }
      const fault = faultOf(last, row)
      if (fault !== undefined) return { last, fault }
      last = { seq: row.seq, hash: row.hash }
    }
    if (page.length === 0) return { last }
  }
}

async function readHead(
  db: Kysely<Tables>,
  chain: ChainName,
): Promise<(ChainHead & { readonly seal: Buffer }) | undefined> {
  const query = db.selectFrom('ledger_heads').select(['seq', 'hash', 'seal'])
  return query.where('portal', '=', chain).executeTakeFirst()
}

async function shouldExist(db: Kysely<Tables>, chain: ChainName): Promise<boolean> {
  const { rows } = await sql<{ expected: boolean }>`
    select exists (select from portals where id = ${chain})
      or exists (select from ledger where portal = ${chain}) as expected`.execute(db)
  return rows[0]?.expected ?? false
}

/** Whether there are as many entries as the head counts; asked in one statement, as both go on. */
async function isAll(db: Kysely<Tables>, chain: ChainName): Promise<boolean> {
  const { rows } = await sql<{ all: boolean }>`
    select h.seq = (select count(*) from ledger l where l.portal = h.portal) as "all"
    from ledger_heads h where h.portal = ${chain}`.execute(db)
  return rows[0]?.all ?? false
}
