import type { ChangePage, RecordRef } from '#src/ports.ts'
import { peopleOf } from './activity-reader.ts'
import { type CursorReader, nextCursor, openCursor, type Seen } from './change-cursor.ts'
import { type ChangeQuery, changeQueries } from './change-queries.ts'
import type { ReadDeps } from './list.ts'
import { type QueryOutcome, type Row, rowsOf } from './query.ts'
import { toLongId } from './record-id.ts'
import { epochMs, livingOnly, recordFields, recordSchemaOf, toRecord } from './records.ts'
import type { OrgSchema } from './schema.ts'
import { idIn, select } from './soql.ts'

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
  readonly individuals: string[]
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
  const recycleBin = !deps.recycleBin.refused
  const queries = changeQueries(schema, {
    watermark: (name) => reader.watermark(name),
    recycleBin,
  })
  const answers = await ask(deps, queries)
  const polledAt = deps.now()
  const findings: Findings = {
    changed: new Map(),
    touched: new Map(),
    deleted: new Map(),
    individuals: [],
  }
  const seen = queries.map((query, index) =>
    sort(schema, reader, query, answers[index] ?? [], findings),
  )
  await addTheirPeople(deps, schema, findings)
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
  return query.about === 'deleted' ? [] : await deps.querier.rows({ soql: query.soql })
}

/** Puts the rows of one answer where they belong. */
function sort(
  schema: OrgSchema,
  reader: CursorReader,
  query: ChangeQuery,
  rows: readonly Row[],
  findings: Findings,
): Seen {
  const stamps = new Map<string, number>()
  for (const row of rows) {
    const id = toLongId(row['Id'])
    const stamp = epochMs(row['SystemModstamp'])
    if (id === undefined || stamp === undefined) continue
    stamps.set(id, stamp)
    if (!reader.wasTold(query.name, id, stamp)) note(schema, query, id, row, findings)
  }
  const remember = query.about === 'activity' || query.about === 'individual'
  return { name: query.name, stamps, remember }
}

function note(
  schema: OrgSchema,
  query: ChangeQuery,
  id: string,
  row: Row,
  { changed, touched, deleted, individuals }: Findings,
): void {
  switch (query.about) {
    case 'record': {
      const ref = { object: query.object, id }
      if (row['IsConverted'] === true) deleted.set(id, ref)
      else addChanged(schema, ref, row, changed)
      break
    }
    case 'activity':
      for (const person of peopleOf(row)) touched.set(person.id, person)
      break
    case 'individual':
      individuals.push(id)
      break
    case 'deleted':
      deleted.set(id, { object: query.object, id })
      break
  }
}

function addChanged(
  schema: OrgSchema,
  ref: RecordRef,
  row: Row,
  changed: Map<string, Changed>,
): void {
  const records = recordSchemaOf(schema, ref.object)
  const record = records && toRecord(records, row, [])
  if (record !== undefined) changed.set(ref.id, { ref, fingerprint: record.fingerprint })
}

const INDIVIDUALS_PER_QUERY = 300

/** The leads and contacts of Individuals whose choices changed. */
async function addTheirPeople(
  { querier }: ChangeDeps,
  schema: OrgSchema,
  { changed, individuals }: Findings,
): Promise<void> {
  for (const object of ['lead', 'contact'] as const) {
    const records = recordSchemaOf(schema, object)
    if (records?.has('IndividualId') !== true) continue
    for (let start = 0; start < individuals.length; start += INDIVIDUALS_PER_QUERY) {
      const ids = individuals.slice(start, start + INDIVIDUALS_PER_QUERY)
      const where = [idIn('IndividualId', ids), ...livingOnly(records)]
      const soql = select({ fields: recordFields(records), from: records.sobject, where })
      for (const row of await querier.rows({ soql })) {
        const id = toLongId(row['Id'])
        if (id !== undefined) addChanged(schema, { object, id }, row, changed)
      }
    }
  }
}
