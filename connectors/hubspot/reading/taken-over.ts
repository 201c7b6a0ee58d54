import type { Succession } from '#src/connector-port.ts'
import { TransientError } from '#src/errors.ts'
import type { RecordRef } from '#src/ports.ts'
import { BatchRead, type CrmObject } from '../transport/answers.ts'
import { passes } from '../transport/errors.ts'
import { chunksOf, inParallel } from '../transport/in-parallel.ts'
import { PATHS } from '../transport/paths.ts'
import { type Call, parseAnswer, type Transport } from '../transport/transport.ts'
import { RECORD_OBJECTS, type RecordType } from './records.ts'

/** HubSpot docs, "Using object APIs": inputs of a batch read. */
const BATCH = 100
/** "Merged record IDs": all of them, those of earlier merges too, joined by `;`. */
const MERGED = 'hs_merged_object_ids'

/**
 * The ids that were merged into these records. They are ids, as `hs_object_id` is, and no field of
 * anybody; they are compared and not kept.
 */
export async function readTakenOver(
  transport: Transport,
  refs: readonly RecordRef[],
): Promise<readonly Succession[]> {
  const found: Succession[] = []
  for (const type of ['contacts', 'companies'] as const) {
    const object = RECORD_OBJECTS[type]
    const ids = [...new Set(refs.filter((ref) => ref.object === object).map(({ id }) => id))]
    const read = await inParallel(chunksOf(ids, BATCH), (batch) =>
      readMerged(transport, type, batch),
    )
    for (const { id, properties } of read.flat()) {
      const gone = mergedIds(properties?.[MERGED]).filter((former) => former !== id)
      found.push(...gone.map((former) => ({ gone: { object, id: former }, heir: { object, id } })))
    }
  }
  return found
}

async function readMerged(
  transport: Transport,
  type: RecordType,
  ids: readonly string[],
): Promise<readonly CrmObject[]> {
  const inputs = ids.map((id) => ({ id }))
  const call: Call = {
    method: 'POST',
    path: PATHS.batchRead(type),
    pool: 'general',
    body: { inputs, properties: [MERGED], propertiesWithHistory: [] },
  }
  const { results, errors } = parseAnswer(BatchRead, (await transport(call)).body, call)
  // A row that failed for a moment must not pass for one that took nobody over.
  if (errors?.some(passes)) {
    throw new TransientError('hubspot-batch-incomplete', `${call.path} left rows out`)
  }
  return results
}

function mergedIds(value: unknown): readonly string[] {
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'string' ? value.split(';').filter((id) => id !== '') : []
}
