import type { ProvisionChange, ProvisionStep } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import type { RecordObject } from '#src/ports.ts'
import { type Describe, describe } from '../schema/describe.ts'
import { RECORD_OBJECTS, SOBJECTS } from '../schema/sobjects.ts'
import type { SalesforceTransport } from '../transport/transport.ts'
import { fieldDrift } from './field-drift.ts'
import { toMetadata } from './field-metadata.ts'
import { type Metadata, type MetadataType, readMetadata } from './metadata-api.ts'
import { FEEDBACK_FIELD } from './permission-set-fields.ts'
import { FIELDS, type FieldDefinition, RETIRED_VALUES } from './properties.ts'

/** One field of ours and what is to be done about it. */
export interface PlannedField {
  readonly object: RecordObject
  /** `Lead.Leadwell_Score__c` */
  readonly fullName: string
  readonly action: ProvisionStep['action']
  readonly changes: readonly ProvisionChange[]
  /** What to send when it is missing or differs. */
  readonly metadata: Metadata
  /** The user we act as may do with it what we have to. */
  readonly usable: boolean
}

type Described = Describe['fields'][number]

/** Compares every field of ours with what there is. Objects that are hidden are left out. */
export async function planFields(transport: SalesforceTransport): Promise<readonly PlannedField[]> {
  const described = new Map<RecordObject, Describe>()
  for (const object of RECORD_OBJECTS) {
    const found = await describe(transport, SOBJECTS[object])
    if (found !== undefined) described.set(object, found)
  }
  const wanted = [...described.keys()].flatMap((object) =>
    FIELDS[object].map((field) => ({
      object,
      field,
      fullName: `${SOBJECTS[object]}.${field.name}`,
    })),
  )
  const existing = await readWhereAllowed(
    transport,
    'CustomField',
    wanted.map(({ fullName }) => fullName),
  )
  return wanted.map(({ object, field, fullName }) => {
    const shown = described.get(object)?.fields.find(({ name }) => isSame(name, field.name))
    const usable = shown !== undefined && (shown.updateable !== false || isRead(field))
    const found = existing?.get(fullName.toLowerCase())
    const plan =
      found === undefined ? planUnseen(field, shown) : { ...fieldDrift(field, found), exists: true }
    return { object, fullName, usable, ...plan, action: actionOf(plan) }
  })
}

/** Not usable as it is: missing, different, hidden or read-only. */
export function isUnfinished({ action, usable }: PlannedField): boolean {
  return action !== 'keep' || !usable
}

/**
 * `undefined` where the Metadata API is not to be had: without "Modify Metadata Through Metadata API
 * Functions" it refuses every call.
 */
export async function readWhereAllowed(
  transport: SalesforceTransport,
  type: MetadataType,
  names: readonly string[],
): Promise<ReadonlyMap<string, Metadata> | undefined> {
  try {
    return await readMetadata(transport, type, names)
  } catch (error) {
    if (error instanceof PermanentError) return undefined
    throw error
  }
}

interface FieldPlan {
  readonly exists: boolean
  readonly changes: readonly ProvisionChange[]
  readonly metadata: Metadata
}

/** Where only describe tells: whether the field is there, and which values it lacks. */
function planUnseen(field: FieldDefinition, shown: Described | undefined): FieldPlan {
  const metadata = toMetadata(field)
  if (shown === undefined) return { exists: false, changes: [], metadata }
  const offered = shown.picklistValues
    ?.map(({ value }) => value)
    .filter((value) => RETIRED_VALUES[field.name]?.has(value) !== true)
  if (offered === undefined || !('values' in field.type)) {
    return { exists: true, changes: [], metadata }
  }
  const added = field.type.values.filter((value) => !offered.includes(value))
  if (added.length === 0) return { exists: true, changes: [], metadata }
  const values = [...offered, ...added]
  return {
    exists: true,
    changes: [{ what: 'values', from: offered.join(', '), to: values.join(', ') }],
    metadata: toMetadata({ ...field, type: { ...field.type, values } }),
  }
}

function actionOf({ exists, changes }: FieldPlan): ProvisionStep['action'] {
  if (!exists) return 'create'
  return changes.length > 0 ? 'update' : 'keep'
}

function isRead({ name }: FieldDefinition): boolean {
  return name === FEEDBACK_FIELD
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
