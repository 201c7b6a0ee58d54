import type { Kysely, Selectable } from 'kysely'
import type { LedgerEntry, RecordEntry } from '../ledger/ledger-entry.ts'
import { DecidedDetail } from '../ledger/prepare-entry.ts'
import type { PortalId } from '../ports.ts'
import type { Tables } from './tables.ts'

export type LedgerRow = Selectable<Tables['ledger']>

const ENTRIES_PER_PAGE = 100

/** The next entries of a chain. */
export function entriesAfter(
  db: Kysely<Tables>,
  chain: PortalId | '',
  after: number,
): Promise<readonly LedgerRow[]> {
  const query = db.selectFrom('ledger').selectAll().where('portal', '=', chain)
  return query.where('seq', '>', after).orderBy('seq').limit(ENTRIES_PER_PAGE).execute()
}

export function toEntry({ portal, prev, hash, ...rest }: LedgerRow): LedgerEntry {
  return {
    portal: portal === '' ? undefined : (portal as PortalId),
    ...rest,
    prev: prev.toString('hex'),
    hash: hash.toString('hex'),
  }
}

/** What an entry says of the record with this hash. */
export function toRecordEntry(row: LedgerRow, hash: string): RecordEntry {
  const entry = toEntry(row)
  const place = entry.records.indexOf(hash)
  const decided = entry.kind === 'decided' ? DecidedDetail.safeParse(entry.detail).data : undefined
  const ground = decided?.grounds[decided.groundOf[place] ?? -1]
  return { entry, digest: entry.digests[place], ground }
}
