import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import type { ProvisionStep } from '#src/ports.ts'
import { refusalCode } from './errors.ts'
import { type HubspotType, PATHS } from './paths.ts'
import { PROPERTY_GROUP, type PropertyDefinition } from './properties.ts'
import type { ExistingProperty, PropertyChange } from './property-plan.ts'
import { type Call, parseAnswer, type Transport } from './transport.ts'

const Groups = z.object({
  results: z.array(z.object({ name: z.string(), archived: z.boolean().nullish() })),
})

const Properties = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      label: z.string().nullish(),
      description: z.string().nullish(),
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

/** Creates the group where it is missing. */
export async function ensureGroup(
  transport: Transport,
  type: HubspotType,
  dryRun: boolean,
): Promise<{ name: string; action: ProvisionStep['action'] }> {
  const path = PATHS.propertyGroups(type)
  const call: Call = { method: 'GET', path, pool: 'general' }
  const { results } = parseAnswer(Groups, (await transport(call)).body, call)
  const { name } = PROPERTY_GROUP
  if (results.some((group) => group.name === name && group.archived !== true)) {
    return { name, action: 'keep' }
  }
  const body = { ...PROPERTY_GROUP, displayOrder: -1 }
  // A conflict means a first try got through although its answer did not.
  if (!dryRun) await transport({ ...call, method: 'POST', body, accept: [CONFLICT] })
  return { name, action: 'create' }
}

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
  const [failed] = Created.parse(answer.body).errors ?? []
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
