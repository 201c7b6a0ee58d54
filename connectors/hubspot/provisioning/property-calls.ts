import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import { refusalCode } from '../transport/errors.ts'
import { type HubspotType, PATHS } from '../transport/paths.ts'
import { type Call, parseAnswer, type Transport } from '../transport/transport.ts'
import { PROPERTY_GROUP, type PropertyDefinition } from './properties.ts'
import type { ExistingProperty, PropertyChange } from './property-plan.ts'

const Properties = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      label: z.string().nullish(),
      description: z.string().nullish(),
      fieldType: z.string().nullish().catch(undefined),
      groupName: z.string().nullish().catch(undefined),
      hidden: z.boolean().nullish().catch(undefined),
      formField: z.boolean().nullish().catch(undefined),
      archived: z.boolean().nullish(),
      options: z
        .array(
          z.object({
            value: z.string(),
            label: z.string(),
            displayOrder: z.number().nullish(),
            hidden: z.boolean().nullish(),
          }),
        )
        .nullish(),
    }),
  ),
})

const Created = z.object({ errors: z.array(z.unknown()).nullish() }).catch({})

const CONFLICT = 409

export async function readExisting(
  transport: Transport,
  type: HubspotType,
): Promise<ExistingProperty[]> {
  const call: Call = { method: 'GET', path: PATHS.properties(type), pool: 'general' }
  const { results } = parseAnswer(Properties, (await transport(call)).body, call)
  return results.filter(({ archived }) => archived !== true)
}

/** All in one call; one by one where the batch meets a property that is there already. */
export async function createProperties(
  transport: Transport,
  type: HubspotType,
  definitions: readonly PropertyDefinition[],
): Promise<void> {
  if (definitions.length === 0) return
  const call: Call = {
    method: 'POST',
    path: PATHS.propertyBatchCreate(type),
    pool: 'general',
    body: { inputs: definitions.map(toInput) },
    accept: [CONFLICT],
  }
  const answer = await transport(call)
  if (answer.status === CONFLICT) {
    for (const definition of definitions) {
      const body = toInput(definition)
      await transport({ ...call, path: PATHS.properties(type), body })
    }
    return
  }
  const errors = Created.parse(answer.body).errors ?? []
  // One that is there by now was made by a first try whose answer was lost, or by somebody else.
  const failed = errors.find((error) => !/EXISTS/.test(refusalCode(error)))
  if (failed !== undefined) {
    throw new PermanentError(
      'hubspot-provision-refused',
      `HubSpot refused to create properties on ${type}: ${refusalCode(failed)}`,
    )
  }
}

export async function updateProperty(
  transport: Transport,
  type: HubspotType,
  name: string,
  change: PropertyChange,
): Promise<void> {
  const path = PATHS.property(type, name)
  await transport({ method: 'PATCH', path, pool: 'general', body: change })
}

/** `formField` false keeps it off forms; `hidden` would also keep reps from filtering by it. */
function toInput({ options, ...definition }: PropertyDefinition): object {
  return {
    ...definition,
    groupName: PROPERTY_GROUP.name,
    formField: false,
    hidden: false,
    ...(options.length > 0 && {
      options: options.map((option, displayOrder) => ({ ...option, displayOrder, hidden: false })),
    }),
  }
}
