import { BatchRead } from '../transport/answers.ts'
import { chunksOf, inParallel } from '../transport/in-parallel.ts'
import { PATHS } from '../transport/paths.ts'
import { type Call, parseAnswer } from '../transport/transport.ts'
import type { ReadDeps } from './activity-reader.ts'
import { readHalved } from './read-halved.ts'

/** HubSpot docs, "Using object APIs": inputs of one batch read. */
const BATCH = 100

/**
 * Ids of the contacts with these addresses. Addresses travel in the body only, and one property without
 * meaning is asked for, as HubSpot answers names and addresses where none is.
 */
export async function contactsByAddress(
  { transport }: Pick<ReadDeps, 'transport'>,
  addresses: readonly string[],
): Promise<readonly string[]> {
  const found = await inParallel(chunksOf(addresses, BATCH), async (batch) => {
    return await readHalved(batch, async (part) => {
      const call: Call = {
        method: 'POST',
        path: PATHS.batchRead('contacts'),
        pool: 'general',
        accept: [400],
        body: {
          idProperty: 'email',
          inputs: part.map((id) => ({ id })),
          properties: ['hs_object_id'],
          propertiesWithHistory: [],
        },
      }
      const { status, body } = await transport(call)
      if (status === 400) return 'refused'
      return parseAnswer(BatchRead, body, call).results.map(({ id }) => id)
    })
  })
  return [...new Set(found.flat())]
}
