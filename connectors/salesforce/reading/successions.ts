import type { Succession } from '#src/connector-port.ts'
import type { RecordObject, RecordRef } from '#src/ports.ts'
import { type Query, type QueryOutcome, type Row, rowsOf } from '../querying/query.ts'
import { idIn, select } from '../querying/soql.ts'
import { refOf, toLongId } from '../schema/record-id.ts'
import type { OrgSchema } from '../schema/schema.ts'
import { RECORD_OBJECTS } from '../schema/sobjects.ts'
import type { ReadDeps } from './list.ts'
import { recordSchemaOf } from './records.ts'

/** A lead converted into a contact that was merged, and merged again: nobody goes further. */
const STEPS = 5
/** An `IN` list stays well under the 4,000 characters of one WHERE string. */
const IDS_PER_QUERY = 150
/** What tells where a record lives on. */
const HEIRS = ['MasterRecordId', 'ConvertedContactId'] as const
type Heir = (typeof HEIRS)[number]

type Deps = Pick<ReadDeps, 'querier' | 'reach'>

/** The record this row lives on in. */
export function heirIn(row: Row): RecordRef | undefined {
  return refOf(row['MasterRecordId'] ?? row['ConvertedContactId'])
}

/** Leads converted into these contacts and records merged into these, and what those took over. */
export async function readTakenOver(
  deps: Deps,
  schema: OrgSchema,
  refs: readonly RecordRef[],
): Promise<readonly Succession[]> {
  const found = new Map<string, Succession>()
  let heirs = new Map(refs.map((ref) => [toLongId(ref.id) ?? ref.id, ref]))
  for (let step = 0; step < STEPS && heirs.size > 0; step += 1) {
    const further = new Map<string, RecordRef>()
    for (const row of await rowsOver(deps, schema, [...heirs.keys()])) {
      const gone = refOf(row['Id'])
      const next = heirIn(row)
      const heir = next && heirs.get(next.id)
      if (gone === undefined || heir === undefined || found.has(gone.id)) continue
      found.set(gone.id, { gone, heir })
      further.set(gone.id, heir)
    }
    heirs = further
  }
  return [...found.values()]
}

/** The contact of a converted lead, the master of a merged record, and where those live on in turn. */
export async function readHeirs(
  { querier, reach }: Deps,
  schema: OrgSchema,
  ref: RecordRef,
): Promise<readonly RecordRef[]> {
  const found: RecordRef[] = []
  const named = refOf(ref.id)
  let last = named?.object === ref.object ? named : undefined
  while (last !== undefined && found.length < STEPS) {
    const { object, id } = last
    const fields = HEIRS.filter((heir) => recordSchemaOf(schema, object)?.has(heir))
    const query = queryOf(schema, object, { fields, where: idIn('Id', [id]) })
    const [row] = query === undefined ? [] : await rowsIn({ querier, reach }, [query])
    last = row && heirIn(row)
    if (last !== undefined) found.push(last)
  }
  return found
}

/** Rows that say of one of these ids that they live on in it. */
async function rowsOver(
  deps: Deps,
  schema: OrgSchema,
  ids: readonly string[],
): Promise<readonly Row[]> {
  const queries: Query[] = []
  for (const object of RECORD_OBJECTS) {
    for (const heir of HEIRS.filter((name) => recordSchemaOf(schema, object)?.has(name))) {
      const whose = ids.filter((id) => isHeirOf(object, heir, id))
      for (let start = 0; start < whose.length; start += IDS_PER_QUERY) {
        const where = idIn(heir, whose.slice(start, start + IDS_PER_QUERY))
        const query = queryOf(schema, object, { fields: [heir], where })
        if (query !== undefined) queries.push(query)
      }
    }
  }
  return queries.length === 0 ? [] : await rowsIn(deps, queries)
}

/** Records are merged with their like alone. */
function isHeirOf(object: RecordObject, heir: Heir, id: string): boolean {
  return refOf(id)?.object === (heir === 'ConvertedContactId' ? 'contact' : object)
}

function queryOf(
  schema: OrgSchema,
  object: RecordObject,
  { fields, where }: { readonly fields: readonly string[]; readonly where: string },
): Query | undefined {
  const from = recordSchemaOf(schema, object)?.sobject
  if (from === undefined || fields.length === 0) return undefined
  return { soql: select({ fields: ['Id', ...fields], from, where: [where] }), deleted: true }
}

/** What was merged away is in the recycle bin. Where that is not shown, conversions are told all the same. */
async function rowsIn(
  { querier, reach }: Deps,
  queries: readonly Query[],
): Promise<readonly Row[]> {
  const plain = queries.map(({ soql }) => ({ soql }))
  if (!reach.seesRecycleBin()) return (await querier.outcomes(plain)).flatMap(rowsOf)
  const outcomes = await querier.outcomes(queries)
  if (!outcomes.some(isRefused)) return outcomes.flatMap(rowsOf)
  reach.loseRecycleBin()
  return (await querier.outcomes(plain)).flatMap(rowsOf)
}

function isRefused(outcome: QueryOutcome): boolean {
  return 'refused' in outcome
}
