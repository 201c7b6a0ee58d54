import type { ChangePage } from '#src/connector-port.ts'
import type { RecordRef } from '#src/ports.ts'
import { peopleOf } from './activity-reader.ts'
import {
  type CursorReader,
  nextCursor,
  OVERLAP_MS,
  openCursor,
  type Seen,
} from './change-cursor.ts'
import { type ChangeQuery, changeQueries, PERIOD } from './change-queries.ts'
import { consentsFrom } from './consent-points.ts'
import type { ConsentsOf } from './consent-schema.ts'
import type { ReadDeps } from './list.ts'
import { peopleOfIndividuals } from './people-of-individuals.ts'
import { type QueryOutcome, type Row, rowsOf } from './query.ts'
import { toLongId } from './record-id.ts'
import { epochMs, recordSchemaOf, toRecord } from './records.ts'
import type { OrgSchema } from './schema.ts'

export type ChangeDeps = ReadDeps & {
  /** Whether queryAll was refused before; set when it is. */
  readonly recycleBin: { refused: boolean }
  readonly warn: (message: string) => void
}

type Changed = ChangePage['changed'][number]

interface Findings {
  readonly changed: Map<string, Changed>
  readonly touched: Map<string, RecordRef>
  readonly deleted: Map<string, RecordRef>
  readonly individuals: Set<string>
}

/** What a poll stands on while it sorts its answers. */
interface Poll {
  readonly schema: OrgSchema
  readonly reader: CursorReader
  readonly consents: ConsentsOf
  /** Consents that began or ran out in this span, by our clock, count as changed. */
  readonly span: { readonly fromMs: number; readonly nowMs: number }
  readonly findings: Findings
}

/**
 * What changed since the cursor, with an overlap: late rows are found, and what is told twice is
 * known by its fingerprint. Ten queries in two calls when little happened.
 */
export async function readChanges(
  deps: ChangeDeps,
  schema: OrgSchema,
  stored: unknown,
  sinceMs: number,
): Promise<ChangePage> {
  const beganAt = deps.now()
  const reader = openCursor(stored, sinceMs)
  const fromMs = (reader.cursor?.polledAt ?? sinceMs) - OVERLAP_MS
  const span = { fromMs, nowMs: beganAt }
  const queries = changeQueries(schema, {
    ...span,
    watermark: (name) => reader.watermark(name),
    recycleBin: !deps.recycleBin.refused,
  })
  const answers = await ask(deps, queries)
  const polledAt = deps.now()
  const ofChanged = queries.flatMap(({ about }, index) =>
    about === 'consents-of-changed' ? (answers[index] ?? []) : [],
  )
  const findings: Findings = {
    changed: new Map(),
    touched: new Map(),
    deleted: new Map(),
    individuals: new Set(),
  }
  const poll: Poll = { schema, reader, consents: consentsFrom(ofChanged, beganAt), span, findings }
  const seen = queries.flatMap((query, index) => sort(poll, query, answers[index] ?? []))
  const people = await peopleOfIndividuals(deps, schema, [...findings.individuals])
  for (const { object, id, fingerprint } of people) {
    findings.changed.set(id, { ref: { object, id }, fingerprint })
  }
  return {
    changed: [...findings.changed.values()],
    touched: [...findings.touched.values()],
    deleted: [...findings.deleted.values()],
    cursor: nextCursor(reader, seen, { beganAt, polledAt }),
  }
}

/** Rows per query. Where the recycle bin is refused, the plain query has to do. */
async function ask(
  deps: ChangeDeps,
  queries: readonly ChangeQuery[],
): Promise<readonly (readonly Row[])[]> {
  const outcomes = await deps.querier.outcomes(queries)
  const answers: (readonly Row[])[] = []
  for (const [index, query] of queries.entries()) {
    answers.push(await answerOf(deps, query, outcomes[index]))
  }
  return answers
}

async function answerOf(
  deps: ChangeDeps,
  query: ChangeQuery,
  outcome: QueryOutcome | undefined,
): Promise<readonly Row[]> {
  const isRefused = outcome !== undefined && 'refused' in outcome
  if (!isRefused || query.deleted !== true) return rowsOf(outcome)
  if (!deps.recycleBin.refused) deps.warn('Salesforce does not show deleted records')
  deps.recycleBin.refused = true
  return await deps.querier.rows({ soql: query.soql })
}

/** Puts the rows of one answer where they belong. */
function sort(poll: Poll, query: ChangeQuery, rows: readonly Row[]): readonly Seen[] {
  if (query.about === 'consents-of-changed') return []
  const stamps = new Map<string, number>()
  for (const row of rows) {
    const id = toLongId(row['Id'])
    const stamp = epochMs(row['SystemModstamp'])
    if (id === undefined || stamp === undefined) continue
    stamps.set(id, stamp)
    const isKnown = poll.reader.wasTold(query.name, id, stamp) && !turned(poll, query, row)
    if (!isKnown) note(poll, query, id, row)
  }
  return [{ name: query.name, stamps, remember: query.about !== 'record' }]
}

/** What a poll asks for its own sake. */
type NewsQuery = Exclude<ChangeQuery, { about: 'consents-of-changed' }>

/** Whether a consent came to say something else by time alone. */
function turned({ span }: Poll, { about }: ChangeQuery, row: Row): boolean {
  if (about !== 'consent') return false
  const times = PERIOD.map((column) => epochMs(row[column])).filter((at) => at !== undefined)
  return times.some((at) => at >= span.fromMs && at <= span.nowMs)
}

function note(poll: Poll, query: NewsQuery, id: string, row: Row): void {
  const { touched, individuals } = poll.findings
  switch (query.about) {
    case 'record':
      noteRecord(poll, { object: query.object, id }, row)
      break
    case 'activity':
      for (const person of peopleOf(row)) touched.set(person.id, person)
      break
    case 'individual':
      individuals.add(id)
      break
    case 'consent': {
      const party = toLongId(row['PartyId'])
      if (party !== undefined) individuals.add(party)
      break
    }
  }
}

function noteRecord({ schema, consents, findings }: Poll, ref: RecordRef, row: Row): void {
  if (row['IsConverted'] === true || row['IsDeleted'] === true) {
    findings.deleted.set(ref.id, ref)
    return
  }
  const records = recordSchemaOf(schema, ref.object)
  const record = records && toRecord(records, row, { activities: [], consents })
  if (record === undefined) return
  findings.changed.set(ref.id, { ref, fingerprint: record.fingerprint })
}
