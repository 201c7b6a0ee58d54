import { z } from 'zod'
import type { Org } from '../org.ts'
import { USER_PERMISSIONS } from '../schema/setup-objects.ts'

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
const many = <T extends z.ZodType>(item: T) =>
  z
    .preprocess(
      (given) => (given === undefined || Array.isArray(given) ? given : [given]),
      z.array(item).optional(),
    )
    .transform((given) => given ?? [])

const FieldPermission = z.object({ field: z.string(), readable: flag, editable: flag })
const ObjectPermission = z.object({
  object: z.string(),
  allowRead: flag,
  allowCreate: flag,
  allowEdit: flag,
  allowDelete: flag,
  viewAllRecords: flag,
  modifyAllRecords: flag,
})

/** The parts of a PermissionSet this org understands (Metadata API guide, "PermissionSet"). */
export const PermissionSetMetadata = z.object({
  label: z.coerce.string(),
  description: z.coerce.string().optional(),
  fieldPermissions: many(FieldPermission),
  objectPermissions: many(ObjectPermission),
  userPermissions: many(z.object({ name: z.string(), enabled: flag })),
})
export type PermissionSetMetadata = z.infer<typeof PermissionSetMetadata>
export type FieldPermission = z.infer<typeof FieldPermission>
export type ObjectPermission = z.infer<typeof ObjectPermission>

/** Shown to whoever sees the record, so that there is nothing to permit. */
const WITHOUT_FIELD_SECURITY = new Set([
  'Id',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'Name',
  'Status',
  'IsClosed',
  'TaskSubtype',
  'HasResponded',
  'IsWon',
  'StageName',
  'CloseDate',
  'LastStageChangeDate',
])
/** Addresses are permitted as a whole; their parts are not. */
const COMPOUND: Readonly<Record<string, string>> = {
  'Lead.Address': 'Street',
  'Contact.MailingAddress': 'MailingStreet',
  'Account.BillingAddress': 'BillingState',
}
const ADDRESS_PART = /^(Mailing|Billing)?(Street|City|State|PostalCode|Country)$/
/** Governed by "Access Activities" and by their parents. */
const WITHOUT_OBJECT_PERMISSIONS = new Set(['Task', 'Event', 'CampaignMember'])

/** Why a set cannot be saved; `undefined` when it can. */
export function permissionSetProblem(org: Org, set: PermissionSetMetadata): string | undefined {
  const problems = [
    ...set.fieldPermissions.map(({ field }) => fieldProblem(org, field)),
    ...set.objectPermissions.map((permission) => objectProblem(org, permission, set)),
    ...set.userPermissions.map(({ name }) =>
      USER_PERMISSIONS.some((known) => known === name)
        ? undefined
        : `Unknown user permission: ${name}`,
    ),
  ]
  return problems.find((problem) => problem !== undefined)
}

function fieldProblem(org: Org, fullName: string): string | undefined {
  const [objectName = '', name = ''] = fullName.split('.')
  const part = COMPOUND[fullName]
  const fields = org.schema.object(objectName)?.fields
  if (part !== undefined && fields?.has(part.toLowerCase()) === true) return undefined
  const def = fields?.get(name.toLowerCase())
  if (def === undefined || (!def.custom && ADDRESS_PART.test(name))) {
    return `In field: field - no CustomField named ${fullName} found`
  }
  // Salesforce Help, "Field-Level Security": a required field is always visible and editable.
  const always = def.required || (!def.custom && WITHOUT_FIELD_SECURITY.has(def.name))
  return always ? `You cannot deploy to a required field: ${fullName}` : undefined
}

function objectProblem(
  org: Org,
  permission: ObjectPermission,
  { objectPermissions }: PermissionSetMetadata,
): string | undefined {
  const { object, allowRead, allowEdit, allowDelete, viewAllRecords } = permission
  if (org.schema.object(object) === undefined || WITHOUT_OBJECT_PERMISSIONS.has(object)) {
    return `In field: objectPermissions - no CustomObject named ${object} found`
  }
  if (!allowRead && (allowEdit || allowDelete || viewAllRecords)) {
    return `Permission Edit ${object} depends on permission(s): Read ${object}`
  }
  const readsAccounts = objectPermissions.some(
    (other) => other.object === 'Account' && other.allowRead,
  )
  const needsAccounts = object === 'Contact' || object === 'Opportunity'
  return needsAccounts && allowRead && !readsAccounts
    ? `Permission Read ${object} depends on permission(s): Read Account`
    : undefined
}
