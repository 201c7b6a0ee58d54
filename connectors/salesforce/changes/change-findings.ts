import type { ChangedRecord } from '#src/connector-port.ts'
import type { RecordObject, RecordRef } from '#src/ports.ts'
import type { Row } from '../querying/query.ts'
import type { ConsentsOf } from '../reading/consent-schema.ts'
import { epochMs, recordSchemaOf, toRecord, valueAt } from '../reading/records.ts'
import { refOf, toLongId } from '../schema/record-id.ts'
import type { OrgSchema } from '../schema/schema.ts'
import type { CursorReader, Seen } from './change-cursor.ts'
import { type ChangeQuery, PERIOD } from './change-queries.ts'

export interface Findings {
  readonly changed: Map<string, ChangedRecord>
  readonly touched: Map<string, RecordRef>
  readonly deleted: Map<string, RecordRef>
  readonly individuals: Set<string>
  readonly accounts: Set<string>
}

export function noFindings(): Findings {
  return {
    changed: new Map(),
    touched: new Map(),
    deleted: new Map(),
    individuals: new Set(),
    accounts: new Set(),
  }
}

/** What a poll stands on while it sorts its answers. */
export interface Poll {
  readonly schema: OrgSchema
  readonly reader: CursorReader
  readonly consents: ConsentsOf
  /** Consents that began or ran out in this span, by our clock, count as changed. */
  readonly span: { readonly fromMs: number; readonly nowMs: number }
  readonly findings: Findings
}

/** Puts the rows of one answer where they belong. */
export function findingsOf(poll: Poll, query: ChangeQuery, rows: readonly Row[]): void {
  for (const row of rows) {
    const id = toLongId(row['Id'])
    const stamp = stampOf(query, row)
    if (id === undefined || stamp === undefined) continue
    const isKnown = poll.reader.wasTold(query.name, id, stamp) && !turned(poll, query, row)
    if (!isKnown) note(poll, query, id, row)
  }
}

/** What the cursor keeps of an answer. Records are known by their fingerprints, but those gone not. */
export function seenIn(query: ChangeQuery, rows: readonly Row[]): Seen {
  const stamps = new Map<string, number>()
  const gone = new Set<string>()
  for (const row of rows) {
    const id = toLongId(row['Id'])
    const stamp = stampOf(query, row)
    if (id === undefined || stamp === undefined) continue
    stamps.set(id, stamp)
    if (isGone(row)) gone.add(id)
  }
  return { name: query.name, stamps, remember: query.about === 'record' ? gone : true }
}

function stampOf({ stamps }: ChangeQuery, row: Row): number | undefined {
  const times = stamps.map((path) => epochMs(valueAt(row, path))).filter((at) => at !== undefined)
  return times.length === 0 ? undefined : Math.max(...times)
}

/** Whether a consent came to say something else by time alone. */
function turned({ span }: Poll, { about }: ChangeQuery, row: Row): boolean {
  if (about !== 'consent') return false
  const times = PERIOD.map((column) => epochMs(row[column])).filter((at) => at !== undefined)
  return times.some((at) => at >= span.fromMs && at <= span.nowMs)
}

function note(poll: Poll, query: ChangeQuery, id: string, row: Row): void {
  const { touched, individuals, accounts } = poll.findings
  switch (query.about) {
    case 'record':
      noteRecord(poll, query.object, id, row)
      break
    case 'activity':
      for (const person of peopleOf(row)) touched.set(person.id, person)
      break
    case 'individual':
      individuals.add(id)
      break
    case 'account':
      addTo(accounts, row['AccountId'])
      break
    case 'consent':
      addTo(individuals, row['PartyId'])
      break
  }
}

function addTo(ids: Set<string>, value: unknown): void {
  const id = toLongId(value)
  if (id !== undefined) ids.add(id)
}

/** Whom an activity row is with: people only. A campaign member may name a lead and its contact. */
function peopleOf(row: Row): readonly RecordRef[] {
  return ['WhoId', 'LeadId', 'ContactId', 'RelationId']
    .map((column) => refOf(row[column]))
    .filter((ref) => ref !== undefined)
    .filter(({ object }) => object !== 'company')
}

function isGone(row: Row): boolean {
  return row['IsConverted'] === true || row['IsDeleted'] === true
}

/**
 * Who was merged away lives on in the other, and a converted lead in its contact: their activities
 * went there, which the other's own fields do not show.
 */
function noteRecord(
  { schema, consents, findings }: Poll,
  object: RecordObject,
  id: string,
  row: Row,
): void {
  const ref = { object, id }
  if (isGone(row)) {
    findings.deleted.set(id, ref)
    const heirs = [refOf(row['MasterRecordId']), refOf(row['ConvertedContactId'])]
    for (const heir of heirs) if (heir !== undefined) findings.touched.set(heir.id, heir)
    return
  }
  const records = recordSchemaOf(schema, object)
  const record = records && toRecord(records, row, { activities: [], consents })
  if (record === undefined) return
  const modifiedAt = epochMs(row['SystemModstamp'])
  const { fingerprint } = record
  findings.changed.set(id, { ref, fingerprint, ...(modifiedAt !== undefined && { modifiedAt }) })
}
