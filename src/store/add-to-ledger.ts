import { type Kysely, sql } from 'kysely'
import { PermanentError } from '../errors.ts'
import { CHAIN_START, type ChainHead, hashEntry } from '../ledger/chain.ts'
import type { PreparedEntry } from '../ledger/prepare-entry.ts'
import { recordHash, valuesDigest } from '../ledger/record-hash.ts'
import type { PortalId } from '../ports.ts'
import { headSeal, isSealed } from './head-seal.ts'
import type { Keyring } from './secrets.ts'
import type { Tables } from './tables.ts'

/** The chain of entries that belong to no portal. */
const NO_PORTAL = ''

/** An entry that waits for the end of its transaction. */
export interface WaitingEntry extends PreparedEntry {
  readonly portal: PortalId | undefined
  readonly at: number
}

const ENTRIES_PER_STATEMENT = 100

interface Chain extends ChainHead {
  readonly portal: string
  readonly salt: Buffer
  /** False once somebody else has changed the head: no seal is ever put on it again. */
  readonly whole: boolean
}

/** Within a transaction, at its end. */
export async function addToLedger(
  db: Kysely<Tables>,
  keys: Keyring,
  entries: readonly WaitingEntry[],
): Promise<void> {
  const byPortal = Map.groupBy(entries, ({ portal }) => portal ?? NO_PORTAL)
  for (const portal of [...byPortal.keys()].sort()) {
    let chain = await holdChain(db, keys, portal)
    const waiting = byPortal.get(portal) ?? []
    for (let start = 0; start < waiting.length; start += ENTRIES_PER_STATEMENT) {
      chain = await extend(db, keys, chain, waiting.slice(start, start + ENTRIES_PER_STATEMENT))
    }
  }
}

/** The chain as it stands; whoever else adds to it waits until this transaction ends. */
async function holdChain(db: Kysely<Tables>, keys: Keyring, portal: string): Promise<Chain> {
  const found = await findChain(db, keys, portal)
  if (found !== undefined) return found
  await makeHead(db, keys, portal)
  const made = await findChain(db, keys, portal)
  if (made !== undefined) return made
  throw new PermanentError('portal-unknown', `No portal ${portal} is connected.`)
}

/**
 * The entries of no portal get their head with the first of them. A portal gets one with its row, so
 * a missing one was taken away: its chain goes on, but never under a seal again.
 */
async function makeHead(db: Kysely<Tables>, keys: Keyring, portal: string): Promise<void> {
  const first = headSeal(keys, portal, CHAIN_START)
  await sql`
    insert into ledger_heads (portal, seq, hash, seal)
    select ${portal}, coalesce(last.seq, 0), coalesce(last.hash, ${CHAIN_START.hash}),
      case when last.seq is null and ${portal} = ${NO_PORTAL} then ${first} else ''::bytea end
    from (select 1) as one left join lateral (
      select seq, hash from ledger where portal = ${portal} order by seq desc limit 1
    ) as last on true
    where ${portal} = ${NO_PORTAL} or exists (select from portals where id = ${portal})
    on conflict (portal) do nothing`.execute(db)
}

async function findChain(
  db: Kysely<Tables>,
  keys: Keyring,
  portal: string,
): Promise<Chain | undefined> {
  const { rows } = await sql<{ seq: number; hash: Buffer; seal: Buffer; salt: Buffer | null }>`
    select h.seq, h.hash, h.seal, p.salt
    from ledger_heads h left join portals p on p.id = h.portal
    where h.portal = ${portal} for update of h`.execute(db)
  const [row] = rows
  if (row === undefined) return undefined
  const { seq, hash, seal, salt } = row
  const whole = isSealed(keys, portal, { seq, hash }, seal)
  return { portal, seq, hash, salt: salt ?? Buffer.alloc(0), whole }
}

async function extend(
  db: Kysely<Tables>,
  keys: Keyring,
  chain: Chain,
  waiting: readonly WaitingEntry[],
): Promise<Chain> {
  const { portal, salt, whole } = chain
  let { seq, hash } = chain
  const rows = waiting.map(({ at, kind, actor, detail, refs, values }) => {
    const prev = hash
    seq += 1
    const records = refs.map((ref) => recordHash(salt, ref))
    const digests = values.map((each) => valuesDigest(salt, each))
    hash = hashEntry(prev, { portal, seq, at, kind, actor, detail, records, digests })
    return sql`(${portal}, ${seq}::bigint, ${at}::bigint, ${kind}, ${actor},
      ${JSON.stringify(detail)}::jsonb, ${records}::text[], ${digests}::text[],
      ${Buffer.from(prev)}::bytea, ${hash}::bytea)`
  })
  const head = { seq, hash }
  const seal = whole ? sql`${headSeal(keys, portal, head)}::bytea` : sql`seal`
  await sql`
    with moved as (
      update ledger_heads set seq = ${seq}, hash = ${hash}, seal = ${seal} where portal = ${portal})
    insert into ledger (portal, seq, at, kind, actor, detail, records, digests, prev, hash)
    values ${sql.join(rows)}`.execute(db)
  return { ...chain, ...head }
}
