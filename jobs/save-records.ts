import type { Lane, PortalId, RecordObject, RecordRef, SafeRecord } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import { admitRecords, type Read } from './admit-records.ts'
import { allowListOf } from './allow-list-of.ts'
import { companyIdsOf, type ScoreRecordsDeps, scoreRecords } from './score-records.ts'

/** What the CRM answered. */
interface FreshRecords {
  readonly records: readonly SafeRecord[]
  /** When it was asked, or earlier; epoch ms. What was asked later and is stored already stays. */
  readonly readAt: number
}

/**
 * Keeps what may be kept of what was read, notes that it was read, and scores it. People of an
 * organisation whose facts changed are scored again; organisations we have never seen are marked to be
 * read.
 */
export async function saveRecords(
  deps: ScoreRecordsDeps,
  portal: PortalId,
  { records: read, readAt }: FreshRecords,
  lane: Lane,
): Promise<void> {
  const allowList = await allowListOf(deps.store, portal)
  await noteReading(deps.store, portal, { records: read, allowList })
  const records = await admitRecords(deps, portal, { records: read, allowList })
  const companies = records.filter(({ object }) => object === 'company')
  const changed = await changedCompanies(deps.store, portal, companies)
  await deps.store.records.put(portal, records.map(unlessChanged(changed)), readAt)
  await scoreRecords(deps, portal, records, lane)
  await scoreMembers(deps, portal, changed, lane)
  // Only now: who is killed before finds the organisation changed once more, and scores its people.
  if (changed.length > 0) await deps.store.records.put(portal, changed, readAt)
  await markUnknownCompanies(deps.store, portal, records, lane)
}

const RECORD_OBJECTS: ReadonlySet<string> = new Set<RecordObject>(['contact', 'lead', 'company'])

/** Says in the ledger what was asked of these records and of their activities. */
async function noteReading(
  store: Store,
  portal: PortalId,
  { records, allowList: { fields, version } }: Read,
): Promise<void> {
  if (records.length === 0) return
  const read = new Set<string>(records.map(({ object }) => object))
  const named = Object.entries(fields)
    .filter(([source]) => read.has(source) || !RECORD_OBJECTS.has(source))
    .map(([source, allowed]) => [source, [...new Set(allowed.map(({ field }) => field))]])
  await store.ledger.append(portal, {
    kind: 'read',
    records,
    fields: Object.fromEntries(named),
    allowList: version,
  })
}

async function changedCompanies(
  store: Store,
  portal: PortalId,
  companies: readonly SafeRecord[],
): Promise<readonly SafeRecord[]> {
  if (companies.length === 0) return []
  const known = await store.records.fingerprints(portal, companies)
  return companies.filter(({ id, fingerprint }) => known.get(`company:${id}`) !== fingerprint)
}

/** Organisations whose people are still to be scored are kept as if nothing were known of them. */
function unlessChanged(changed: readonly SafeRecord[]): (record: SafeRecord) => SafeRecord {
  return (record) => (changed.includes(record) ? { ...record, fingerprint: '' } : record)
}

async function scoreMembers(
  deps: ScoreRecordsDeps,
  portal: PortalId,
  companies: readonly SafeRecord[],
  lane: Lane,
): Promise<void> {
  if (companies.length === 0) return
  const members = await deps.store.records.membersOf(
    portal,
    companies.map(({ id }) => id),
  )
  for (const refs of chunksOf(members, 500)) await scoreRecords(deps, portal, refs, lane)
}

async function markUnknownCompanies(
  store: Store,
  portal: PortalId,
  records: readonly SafeRecord[],
  lane: Lane,
): Promise<void> {
  const refs = companyIdsOf(records).map((id): RecordRef => ({ object: 'company', id }))
  if (refs.length === 0) return
  const known = await store.records.fingerprints(portal, refs)
  const unknown = refs.filter(({ id }) => !known.has(`company:${id}`))
  if (unknown.length > 0) await store.marks.mark(portal, unknown, lane)
}

/** Splits a list into runs of at most `size`. */
export function chunksOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
