import { z } from 'zod'
import type { CrmField } from '#src/connector-port.ts'
import { type HubspotType, PATHS } from '../transport/paths.ts'
import { type Call, parseAnswer, type Transport } from '../transport/transport.ts'

const Text = z.string().nullish().catch(undefined)
const Property = z.object({
  name: z.string(),
  label: Text,
  type: Text,
  fieldType: Text,
  hubspotDefined: z.boolean().nullish().catch(undefined),
  dataSensitivity: Text,
  sensitiveDataCategories: z.array(z.string()).nullish().catch(undefined),
  referencedObjectType: Text,
  archived: z.boolean().nullish(),
  options: z
    .array(z.object({ value: z.string() }))
    .nullish()
    .catch(undefined),
})
/** One property as the portal's own schema describes it. */
export type Property = z.infer<typeof Property>

const PropertyList = z.object({ results: z.array(Property) })

/** HubSpot lists one level at a time and says nothing of the others (HubSpot docs, "Sensitive data"). */
export const SENSITIVE_LEVELS = ['sensitive', 'highly_sensitive'] as const
type SensitiveLevel = (typeof SENSITIVE_LEVELS)[number]

const UNREADABLE = [400, 403, 404]

/**
 * The living properties of a type: all that are not sensitive, or those of one sensitive level.
 * `undefined` where an activity object or a level may not be read; people and organisations must be.
 */
export async function readProperties(
  transport: Transport,
  type: HubspotType,
  level?: SensitiveLevel,
): Promise<readonly Property[] | undefined> {
  const required = level === undefined && (type === 'contacts' || type === 'companies')
  const call: Call = {
    method: 'GET',
    path: PATHS.properties(type),
    pool: 'general',
    ...(level !== undefined && { query: { dataSensitivity: level } }),
  }
  const answer = await transport(required ? call : { ...call, accept: UNREADABLE })
  if (answer.status >= 400) return undefined
  const { results } = parseAnswer(PropertyList, answer.body, call)
  if (results.length === 0 && !required) return undefined
  return results.filter(({ archived }) => archived !== true)
}

/** What is not said to be open is taken to be closed. */
export function sensitivityOf({
  dataSensitivity,
}: Pick<Property, 'dataSensitivity'>): CrmField['sensitivity'] {
  const level = dataSensitivity ?? 'non_sensitive'
  if (level === 'non_sensitive') return 'none'
  return level === 'highly_sensitive' ? 'highly-sensitive' : 'sensitive'
}
