import { z } from 'zod'
import type { ProvisionStep } from '#src/connector-port.ts'
import { type HubspotType, PATHS } from '../transport/paths.ts'
import { type Call, parseAnswer, type Transport } from '../transport/transport.ts'
import { PROPERTY_GROUP } from './properties.ts'

const Groups = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      label: z.string().nullish().catch(undefined),
      archived: z.boolean().nullish(),
    }),
  ),
})

const CONFLICT = 409

/** Creates the group where it is missing and gives it its name back where somebody changed it. */
export async function ensureGroup(
  transport: Transport,
  type: HubspotType,
  dryRun: boolean,
): Promise<Pick<ProvisionStep, 'name' | 'action' | 'changes'>> {
  const { name, label } = PROPERTY_GROUP
  const call: Call = { method: 'GET', path: PATHS.propertyGroups(type), pool: 'general' }
  const { results } = parseAnswer(Groups, (await transport(call)).body, call)
  const existing = results.find((group) => group.name === name && group.archived !== true)
  if (existing === undefined) {
    const body = { ...PROPERTY_GROUP, displayOrder: -1 }
    // A conflict means a first try got through although its answer did not.
    if (!dryRun) await transport({ ...call, method: 'POST', body, accept: [CONFLICT] })
    return { name, action: 'create' }
  }
  const from = existing.label ?? label
  if (from === label) return { name, action: 'keep' }
  const path = PATHS.propertyGroup(type, name)
  if (!dryRun) await transport({ ...call, method: 'PATCH', path, body: { label } })
  return { name, action: 'update', changes: [{ what: 'label', from, to: label }] }
}
