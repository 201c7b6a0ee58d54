import type { WriteResult } from '#src/connector-port.ts'
import { TransientError } from '#src/errors.ts'
import type { RecordObject, RecordRef } from '#src/ports.ts'
import type { Querier, Query, Row } from '../querying/query.ts'
import { idIn, select } from '../querying/soql.ts'
import { heirIn } from '../reading/successions.ts'
import { toLongId } from '../schema/record-id.ts'
import { RECORD_OBJECTS, SOBJECTS } from '../schema/sobjects.ts'

/** Records that cannot be written any more, by what Salesforce said of them. */
export type Vanished = ReadonlyMap<RecordRef, string>

/** Ids of one query: an `IN` list stays well under the 4,000 characters of one WHERE string. */
const IDS_PER_QUERY = 150

const FIELDS: Readonly<Record<RecordObject, readonly string[]>> = {
  company: ['Id', 'IsDeleted', 'MasterRecordId'],
  contact: ['Id', 'IsDeleted', 'MasterRecordId'],
  lead: ['Id', 'IsDeleted', 'MasterRecordId', 'ConvertedContactId'],
}

/**
 * Tells where each lives on: a converted lead in its contact, a merged record in its master. Whoever took
 * it over is read anew and has its history by then, because conversion and merging move activities and
 * campaign memberships. A record that is there after all is not gone but waits for a person; what cannot be
 * looked up for the moment is asked again with the next write.
 */
export async function followVanished(
  querier: Pick<Querier, 'outcomes'>,
  vanished: Vanished,
): Promise<ReadonlyMap<RecordRef, WriteResult>> {
  const rows = await findRows(querier, [...vanished.keys()])
  const judge = ([ref, code]: [RecordRef, string]): [RecordRef, WriteResult] => {
    if (rows instanceof TransientError) {
      return [ref, { ref, outcome: 'retry', code: rows.code, unbounded: true }]
    }
    const row = rows.get(toLongId(ref.id) ?? '')
    const survivor = row && heirIn(row)
    if (survivor !== undefined) return [ref, { ref, outcome: 'gone', mergedInto: survivor }]
    const isThere = row?.['IsDeleted'] === false && code !== 'CANNOT_UPDATE_CONVERTED_LEAD'
    return [ref, isThere ? { ref, outcome: 'refused', code } : { ref, outcome: 'gone' }]
  }
  return new Map([...vanished].map(judge))
}

/** Rows in the recycle bin too, by id; five queries cost one call. */
async function findRows(
  querier: Pick<Querier, 'outcomes'>,
  refs: readonly RecordRef[],
): Promise<ReadonlyMap<string, Row> | TransientError> {
  try {
    const outcomes = await querier.outcomes(RECORD_OBJECTS.flatMap((one) => queriesFor(one, refs)))
    const rows = outcomes.flatMap((outcome) => ('rows' in outcome ? outcome.rows : []))
    return new Map(rows.map((row) => [toLongId(row['Id']) ?? '', row]))
  } catch (error) {
    if (error instanceof TransientError) return error
    throw error
  }
}

function queriesFor(object: RecordObject, refs: readonly RecordRef[]): readonly Query[] {
  const ids = refs.filter((ref) => ref.object === object).flatMap(({ id }) => toLongId(id) ?? [])
  const queries: Query[] = []
  for (let start = 0; start < ids.length; start += IDS_PER_QUERY) {
    const where = [idIn('Id', ids.slice(start, start + IDS_PER_QUERY))]
    const soql = select({ fields: FIELDS[object], from: SOBJECTS[object], where })
    queries.push({ soql, deleted: true })
  }
  return queries
}
