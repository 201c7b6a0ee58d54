import { z } from 'zod'
import type { AllowList, FieldSource } from '#src/privacy/allowed-field.ts'
import { type HubspotType, PATHS } from './paths.ts'
import { type Call, parseAnswer, type Transport } from './transport.ts'

/** Which properties of a portal may be named in a request. */
export interface PortalSchema {
  /** Allow-listed, existing and not sensitive. */
  readonly fields: readonly string[]
  /** Whether a property exists, allow-listed or not: for ids and stamps we need to page by. */
  has(name: string): boolean
}

export interface SchemaSource {
  of(type: HubspotType): Promise<PortalSchema>
  /** After properties were created. */
  forget(): void
}

const SOURCES: Readonly<Record<HubspotType, FieldSource>> = {
  contacts: 'contact',
  companies: 'company',
  calls: 'call',
  emails: 'email',
  meetings: 'meeting',
  communications: 'communication',
}

const PropertyList = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      dataSensitivity: z.string().nullish(),
      archived: z.boolean().nullish(),
    }),
  ),
})

const KEEP_MS = 5 * 60_000
const UNREADABLE_STATUSES = [400, 403, 404]

/** Reads each type's properties when first needed and again after five minutes. */
export function createSchemaSource(
  call: Transport,
  allowList: AllowList,
  now: () => number,
): SchemaSource {
  const known = new Map<HubspotType, { schema: Promise<PortalSchema>; readAt: number }>()
  return {
    async of(type) {
      const hit = known.get(type)
      if (hit && now() - hit.readAt < KEEP_MS) return await hit.schema
      const schema = readSchema(call, allowList, type)
      known.set(type, { schema, readAt: now() })
      schema.catch(() => known.delete(type))
      return await schema
    },
    forget: () => known.clear(),
  }
}

async function readSchema(
  call: Transport,
  allowList: AllowList,
  type: HubspotType,
): Promise<PortalSchema> {
  const allowed = (allowList[SOURCES[type]] ?? []).map(({ field }) => field)
  const names = await readNames(call, type)
  if (names === undefined) return { fields: allowed, has: () => true }
  return { fields: allowed.filter((field) => names.has(field)), has: (name) => names.has(name) }
}

/**
 * `undefined` where an activity object's properties may not be read: its allow-listed ones are all
 * HubSpot's own and cannot be made sensitive, so they are asked for by name.
 */
async function readNames(
  transport: Transport,
  type: HubspotType,
): Promise<ReadonlySet<string> | undefined> {
  const required = type === 'contacts' || type === 'companies'
  const call: Call = { method: 'GET', path: PATHS.properties(type), pool: 'general' }
  const answer = await transport(required ? call : { ...call, accept: UNREADABLE_STATUSES })
  if (answer.status >= 400) return undefined
  const { results } = parseAnswer(PropertyList, answer.body, call)
  if (results.length === 0 && !required) return undefined
  return new Set(results.filter(isOpen).map(({ name }) => name))
}

function isOpen(property: z.infer<typeof PropertyList>['results'][number]): boolean {
  return (
    property.archived !== true && (property.dataSensitivity ?? 'non_sensitive') === 'non_sensitive'
  )
}
