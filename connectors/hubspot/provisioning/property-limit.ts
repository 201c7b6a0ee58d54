import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import type { RecordType } from '../reading/records.ts'
import { PATHS } from '../transport/paths.ts'
import { type Call, parseAnswer, type Transport } from '../transport/transport.ts'

const Count = z.number().nullish().catch(undefined)
const Limits = z.object({
  byObjectType: z
    .array(z.object({ objectTypeId: z.string(), limit: Count, usage: Count }))
    .nullish()
    .catch(undefined),
  overallLimit: Count,
  overallUsage: Count,
})

const OBJECT_TYPE_IDS: Readonly<Record<RecordType, string>> = { contacts: '0-1', companies: '0-2' }

/** Not every token and portal may ask: then the creation itself tells. */
const UNKNOWN = [400, 403, 404]

/**
 * Throws PermanentError `hubspot-property-limit` before anything is made when the portal has no room for
 * as many custom properties more (HubSpot docs, "Limits tracking").
 */
export async function assertRoom(
  transport: Transport,
  wanted: Readonly<Record<RecordType, number>>,
): Promise<void> {
  const all = wanted.contacts + wanted.companies
  if (all === 0) return
  const path = PATHS.customPropertyLimits
  const call: Call = { method: 'GET', path, pool: 'general', accept: UNKNOWN }
  const answer = await transport(call)
  if (answer.status >= 400) return
  const { byObjectType, overallLimit, overallUsage } = parseAnswer(Limits, answer.body, call)
  refuseBeyond('all objects', all, { limit: overallLimit, usage: overallUsage })
  for (const type of ['contacts', 'companies'] as const) {
    const known = byObjectType?.find(({ objectTypeId }) => objectTypeId === OBJECT_TYPE_IDS[type])
    if (known !== undefined) refuseBeyond(type, wanted[type], known)
  }
}

function refuseBeyond(what: string, wanted: number, { limit, usage }: z.infer<typeof Room>): void {
  if (typeof limit !== 'number' || typeof usage !== 'number') return
  if (wanted <= limit - usage) return
  const room = Math.max(0, limit - usage)
  throw new PermanentError(
    'hubspot-property-limit',
    `${wanted} custom properties are needed on ${what}, the portal has room for ${room} (${usage} of ${limit} used)`,
    'Archive and delete custom properties nobody uses in HubSpot, or raise the limit, then provision again.',
  )
}

const Room = z.object({ limit: Count, usage: Count })
