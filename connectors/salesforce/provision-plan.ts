import type { ProvisionStep } from '#src/connector-port.ts'
import type { RecordObject } from '#src/ports.ts'
import { type Describe, describe } from './describe.ts'
import { FIELDS, type FieldDefinition } from './properties.ts'
import { RECORD_OBJECTS, SOBJECTS } from './sobjects.ts'
import type { SalesforceTransport } from './transport.ts'

/** One field of ours and what is to be done about it. */
export interface PlannedField {
  readonly object: RecordObject
  readonly field: FieldDefinition
  readonly action: ProvisionStep['action']
  /** There and editable for the user we act as. */
  readonly usable: boolean
}

/** Compares every field of ours with what describe shows. Objects that are hidden are left out. */
export async function planFields(transport: SalesforceTransport): Promise<readonly PlannedField[]> {
  const plans: PlannedField[] = []
  for (const object of RECORD_OBJECTS) {
    const described = await describe(transport, SOBJECTS[object])
    if (described === undefined) continue
    plans.push(...FIELDS[object].map((field) => planField(object, field, described)))
  }
  return plans
}

export function fullNameOf({ object, field }: PlannedField): string {
  return `${SOBJECTS[object]}.${field.name}`
}

/** Not usable as it is: missing, hidden, read-only or short of an option. */
export function isUnfinished({ action, usable }: PlannedField): boolean {
  return action !== 'keep' || !usable
}

function planField(
  object: RecordObject,
  field: FieldDefinition,
  { fields }: Describe,
): PlannedField {
  const found = fields.find(({ name }) => name.toLowerCase() === field.name.toLowerCase())
  if (found === undefined) return { object, field, action: 'create', usable: false }
  const offered = found.picklistValues?.map(({ value }) => value)
  const wanted = 'values' in field.type ? field.type.values : []
  const isComplete = offered === undefined || wanted.every((value) => offered.includes(value))
  const usable = found.updateable !== false
  return { object, field, action: isComplete ? 'keep' : 'update', usable }
}
