import { z } from 'zod'
import type { WriteResult } from '#src/connector-port.ts'
import { TransientError } from '#src/errors.ts'
import type { RecordRef } from '#src/ports.ts'
import { RECORD_OBJECTS, type RecordType } from '../reading/records.ts'
import { Id } from '../transport/answers.ts'
import { inParallel } from '../transport/in-parallel.ts'
import { PATHS } from '../transport/paths.ts'
import { type Call, parseAnswer, type Transport } from '../transport/transport.ts'

const Found = z.object({ id: Id })

/**
 * A batch takes no id that was merged away, a request for one record does (HubSpot docs, "Using object
 * APIs"): it tells whose the record is now. The values stay unwritten, they were the other's alone.
 */
export async function followMerges(
  transport: Transport,
  results: readonly WriteResult[],
): Promise<readonly WriteResult[]> {
  return await inParallel(results, async (result) => {
    if (result.outcome !== 'gone') return result
    return await lookAgain(transport, result)
  })
}

/** What is not known for the moment is asked again with the next write; the other rows keep their results. */
async function lookAgain(
  transport: Transport,
  gone: Extract<WriteResult, { outcome: 'gone' }>,
): Promise<WriteResult> {
  try {
    const mergedInto = await findSurvivor(transport, gone.ref)
    return mergedInto === undefined ? gone : { ...gone, mergedInto }
  } catch (error) {
    if (!(error instanceof TransientError)) throw error
    return { ref: gone.ref, outcome: 'retry', code: error.code, unbounded: true }
  }
}

/** The record another one of this id became; `undefined` while it is there itself, or nowhere. */
export async function findSurvivor(
  transport: Transport,
  { object, id }: RecordRef,
): Promise<RecordRef | undefined> {
  const type = TYPES.find((candidate) => RECORD_OBJECTS[candidate] === object)
  if (type === undefined) return undefined
  const call: Call = {
    method: 'GET',
    path: PATHS.record(type, id),
    query: { properties: 'hs_object_id' },
    pool: 'general',
    accept: [404],
  }
  const answer = await transport(call)
  if (answer.status === 404) return undefined
  const survivor = parseAnswer(Found, answer.body, call).id
  return survivor === id ? undefined : { object, id: survivor }
}

const TYPES: readonly RecordType[] = ['contacts', 'companies']
