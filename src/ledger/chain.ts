import { createHash, createHmac } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { LedgerKind } from './ledger-entry.ts'

/** What a hash is taken of, member by member: everything that stands in the row but the hashes. */
export interface ChainedEntry {
  /** Empty for the entries of no portal. */
  readonly portal: string
  readonly seq: number
  readonly at: number
  readonly kind: LedgerKind
  readonly actor: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly records: readonly string[]
  readonly digests: readonly string[]
}

/** Where a chain stands: the number and hash of its newest entry. */
export interface ChainHead {
  readonly seq: number
  readonly hash: Uint8Array
}

/** What stands before the first entry. */
export const CHAIN_START: ChainHead = { seq: 0, hash: new Uint8Array(32) }

/** What is wrong with a chain, told by the first entry where it shows. */
export type ChainFault =
  | 'entry-missing'
  | 'entry-altered'
  | 'not-linked'
  | 'tail-missing'
  | 'tail-unknown'
  | 'head-missing'
  | 'head-altered'

/** SHA-256 over the hash before and the entry in canonical JSON. */
export function hashEntry(prev: Uint8Array, entry: ChainedEntry): Buffer {
  const { portal, seq, at, kind, actor, detail, records, digests } = entry
  const text = canonicalJson({ portal, seq, at, kind, actor, detail, records, digests })
  return createHash('sha256').update(prev).update(text).digest()
}

/**
 * A mark on the head that only who has the key can make. Whoever has the database alone can write
 * every hash of a chain anew, but not this.
 */
export function sealHead(key: Uint8Array, portal: string, { seq, hash }: ChainHead): Buffer {
  return createHmac('sha256', key).update(`ledger-head ${portal} ${seq} `).update(hash).digest()
}

/** The next entry of a chain as it is stored; `undefined` when it follows from what came before. */
export function faultOf(
  before: ChainHead,
  entry: ChainedEntry & { readonly prev: Uint8Array; readonly hash: Uint8Array },
): ChainFault | undefined {
  if (entry.seq !== before.seq + 1) return 'entry-missing'
  if (!sameBytes(entry.prev, before.hash)) return 'not-linked'
  return sameBytes(hashEntry(before.hash, entry), entry.hash) ? undefined : 'entry-altered'
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
