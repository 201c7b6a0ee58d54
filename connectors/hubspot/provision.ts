import type { ProvisionStep } from '#src/ports.ts'
import { PROPERTIES } from './properties.ts'
import { createProperties, ensureGroup, readExisting, updateProperty } from './property-calls.ts'
import { type PropertyPlan, planProperties } from './property-plan.ts'
import { RECORD_OBJECTS, type RecordType } from './records.ts'
import type { Transport } from './transport.ts'

const TYPES: readonly RecordType[] = ['contacts', 'companies']

/**
 * Brings group and properties to what they should be and says what that took; `dryRun` only reads.
 * Options are added, never removed: an admin's own stay.
 */
export async function provisionPortal(
  transport: Transport,
  { dryRun }: { dryRun: boolean },
): Promise<readonly ProvisionStep[]> {
  const steps: ProvisionStep[] = []
  for (const type of TYPES) {
    const group = await ensureGroup(transport, type, dryRun)
    steps.push({
      object: RECORD_OBJECTS[type],
      kind: 'group',
      name: group.name,
      action: group.action,
    })
    const plans = planProperties(PROPERTIES[type], await readExisting(transport, type))
    if (!dryRun) await carryOut(transport, type, plans)
    steps.push(...plans.flatMap((plan) => stepsOf(type, plan)))
  }
  return steps
}

async function carryOut(
  transport: Transport,
  type: RecordType,
  plans: readonly PropertyPlan[],
): Promise<void> {
  const missing = plans.filter(({ action }) => action === 'create')
  await createProperties(
    transport,
    type,
    missing.map(({ definition }) => definition),
  )
  for (const { change, definition } of plans) {
    if (change !== undefined) await updateProperty(transport, type, definition.name, change)
  }
}

function stepsOf(
  type: RecordType,
  { definition, action, newOptions }: PropertyPlan,
): ProvisionStep[] {
  const object = RECORD_OBJECTS[type]
  const { name } = definition
  return [
    { object, kind: 'property', name, action },
    ...newOptions.map((option): ProvisionStep => {
      return { object, kind: 'option', name: `${name}:${option}`, action: 'create' }
    }),
  ]
}
