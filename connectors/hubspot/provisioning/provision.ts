import type { ProvisionStep } from '#src/connector-port.ts'
import { RECORD_OBJECTS, type RecordType } from '../reading/records.ts'
import type { Transport } from '../transport/transport.ts'
import { PROPERTIES } from './properties.ts'
import { createProperties, readExisting, updateProperty } from './property-calls.ts'
import { ensureGroup } from './property-group.ts'
import { assertRoom } from './property-limit.ts'
import { type PropertyPlan, planProperties } from './property-plan.ts'

const TYPES: readonly RecordType[] = ['contacts', 'companies']

/**
 * Brings group and properties to what they should be and says what that took; `dryRun` only reads.
 * Options are added, never removed: an admin's own stay. Nothing is made where not all has room.
 */
export async function provisionPortal(
  transport: Transport,
  { dryRun }: { dryRun: boolean },
): Promise<readonly ProvisionStep[]> {
  const plans = {
    contacts: await planType(transport, 'contacts'),
    companies: await planType(transport, 'companies'),
  }
  await assertRoom(transport, {
    contacts: countNew(plans.contacts),
    companies: countNew(plans.companies),
  })
  const steps: ProvisionStep[] = []
  for (const type of TYPES) {
    const object = RECORD_OBJECTS[type]
    steps.push({ object, kind: 'group', ...(await ensureGroup(transport, type, dryRun)) })
    if (!dryRun) await carryOut(transport, type, plans[type])
    steps.push(...plans[type].flatMap((plan) => stepsOf(type, plan)))
  }
  return steps
}

async function planType(transport: Transport, type: RecordType): Promise<PropertyPlan[]> {
  return planProperties(PROPERTIES[type], await readExisting(transport, type))
}

function countNew(plans: readonly PropertyPlan[]): number {
  return plans.filter(({ action }) => action === 'create').length
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
  { definition, action, changes, newOptions }: PropertyPlan,
): ProvisionStep[] {
  const object = RECORD_OBJECTS[type]
  const { name } = definition
  return [
    { object, kind: 'property', name, action, ...(changes.length > 0 && { changes }) },
    ...newOptions.map((option): ProvisionStep => {
      return { object, kind: 'option', name: `${name}:${option}`, action: 'create' }
    }),
  ]
}
