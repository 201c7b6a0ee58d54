import type { RecordEdit } from '#src/connector-port.ts'
import type { PermanentError } from '#src/errors.ts'
import type { Intent, RecordObject } from '#src/ports.ts'
import { readUserId } from '../auth/identity.ts'
import { FIELDS, type FieldValues, renderValues } from '../provisioning/properties.ts'
import type { Querier, Query, Row } from '../querying/query.ts'
import { idIn, isFlag, select } from '../querying/soql.ts'
import { describe } from '../schema/describe.ts'
import { toLongId } from '../schema/record-id.ts'
import { RECORD_OBJECTS, SOBJECTS } from '../schema/sobjects.ts'
import type { SalesforceTransport } from '../transport/transport.ts'
import { shows } from './shows.ts'
import { isHidden } from './write-hidden.ts'

interface EditDeps {
  readonly transport: SalesforceTransport
  readonly querier: Pick<Querier, 'outcomes'>
}

/** Ids of one query: an `IN` list stays well under the 4,000 characters of one WHERE string. */
const IDS_PER_QUERY = 150
/** Whoever changed anything of the record last; Salesforce keeps nobody's name for a single field. */
const CHANGED_BY = 'LastModifiedById'
const CONVERTED = 'IsConverted'

/** Records of one object to look at together. */
interface Look {
  readonly object: RecordObject
  readonly intents: readonly Intent[]
}

/**
 * Where a record shows something else than we last wrote on it: permissions keep reps from our fields, but
 * neither administrators nor imports nor flows. Five queries of 150 records each in one call, and one for who we are ourselves
 * where something differs. A field we may not read any more is not compared.
 */
export function createEdits(
  deps: EditDeps,
): (written: readonly Intent[]) => Promise<readonly RecordEdit[]> {
  let userId: string | undefined
  return async (written) => {
    const found = await findDiffering(deps, written)
    if (found.length === 0) return []
    userId ??= await readUserId(deps.transport)
    return found.map(({ changedBy, ...edit }) => ({ ...edit, byPerson: changedBy !== userId }))
  }
}

type Differing = Omit<RecordEdit, 'byPerson'> & { readonly changedBy: string | undefined }

async function findDiffering(
  deps: EditDeps,
  written: readonly Intent[],
): Promise<readonly Differing[]> {
  const looks = RECORD_OBJECTS.flatMap((object) => looksAt(object, written))
  const outcomes = await deps.querier.outcomes(looks.map((look) => queryOf(look)))
  const found: Differing[] = []
  for (const [index, look] of looks.entries()) {
    const outcome = outcomes[index]
    if (outcome === undefined) continue
    const rows = 'rows' in outcome ? outcome.rows : await readVisible(deps, look, outcome.refused)
    found.push(...differingIn(look, rows))
  }
  return found
}

function looksAt(object: RecordObject, written: readonly Intent[]): readonly Look[] {
  const intents = written.filter(({ ref }) => ref.object === object && toLongId(ref.id))
  const count = Math.ceil(intents.length / IDS_PER_QUERY)
  return Array.from({ length: count }, (_, index) => ({
    object,
    intents: intents.slice(index * IDS_PER_QUERY, (index + 1) * IDS_PER_QUERY),
  }))
}

/** Only fields that were written are asked for; of a converted lead nothing can be put right. */
function queryOf({ object, intents }: Look, isVisible = (_name: string): boolean => true): Query {
  const names = new Set(intents.flatMap(({ values }) => Object.keys(renderValues(values))))
  const living = object === 'lead' && isVisible(CONVERTED) ? [isFlag(CONVERTED, false)] : []
  const soql = select({
    fields: ['Id', ...[...names, CHANGED_BY].filter(isVisible)],
    from: SOBJECTS[object],
    where: [
      idIn(
        'Id',
        intents.map(({ ref }) => ref.id),
      ),
      ...living,
    ],
  })
  return { soql }
}

/** Field-level security may take a field from us at any time: then without it. */
async function readVisible(
  { transport, querier }: EditDeps,
  look: Look,
  refused: PermanentError,
): Promise<readonly Row[]> {
  if (!isHidden(refused.code)) throw refused
  const described = await describe(transport, SOBJECTS[look.object])
  if (described === undefined) return []
  const visible = new Set(described.fields.map(({ name }) => name))
  const [outcome] = await querier.outcomes([queryOf(look, (name) => visible.has(name))])
  if (outcome === undefined) return []
  if ('refused' in outcome) throw outcome.refused
  return outcome.rows
}

function differingIn({ object, intents }: Look, rows: readonly Row[]): readonly Differing[] {
  const shown = new Map(rows.map((row) => [toLongId(row['Id']), row]))
  return intents.flatMap(({ ref, values }): Differing[] => {
    const row = shown.get(toLongId(ref.id))
    if (row === undefined) return []
    const fields = namesDiffering(object, renderValues(values), row)
    return fields.length > 0 ? [{ ref, fields, changedBy: toLongId(row[CHANGED_BY]) }] : []
  })
}

function namesDiffering(object: RecordObject, wanted: FieldValues, row: Row): readonly string[] {
  return FIELDS[object]
    .filter(({ name, type }) => {
      const value = wanted[name]
      return value !== undefined && name in row && !shows(type.kind, row[name], value)
    })
    .map(({ name }) => valueNameOf(name))
}

/** `Leadwell_Top_Reason__c` is `topReason` among the values of an intent. */
function valueNameOf(field: string): string {
  const words = field.replace(/^Leadwell_/, '').replace(/__c$/, '')
  return `${words.charAt(0).toLowerCase()}${words.slice(1).replaceAll('_', '')}`
}
