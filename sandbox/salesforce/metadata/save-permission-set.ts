import { z } from 'zod'
import { type Org, USERS } from '../org.ts'
import { type FieldValue, type Row, toDateTime } from '../row.ts'
import { type MetadataOutcome, refused } from './metadata-error.ts'
import type { SaveMode } from './save-field.ts'

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
const FieldPermission = z.object({ field: z.string(), readable: flag, editable: flag })
const PermissionSetMetadata = z.object({
  label: z.coerce.string(),
  description: z.coerce.string().optional(),
  fieldPermissions: z
    .preprocess(
      (given) => (given === undefined || Array.isArray(given) ? given : [given]),
      z.array(FieldPermission),
    )
    .optional(),
})
type FieldPermission = z.infer<typeof FieldPermission>

/** Creates or changes a permission set and the field permissions named in it; others stay. */
export function savePermissionSet(
  org: Org,
  mode: SaveMode,
  fullName: string,
  body: unknown,
): MetadataOutcome {
  const parsed = PermissionSetMetadata.safeParse(body)
  if (!parsed.success) {
    return refused(fullName, 'REQUIRED_FIELD_MISSING', 'Required field is missing: label', [
      'label',
    ])
  }
  const before = [...org.records.all('PermissionSet')].find(({ Name }) => Name === fullName)
  if (before !== undefined && mode === 'create') {
    const message = `The permission set name ${fullName} is already in use`
    return refused(fullName, 'DUPLICATE_DEVELOPER_NAME', message, ['fullName'])
  }
  if (before === undefined && mode === 'update') {
    return refused(
      fullName,
      'INVALID_CROSS_REFERENCE_KEY',
      `no PermissionSet named ${fullName} found`,
    )
  }
  const permissions = parsed.data.fieldPermissions ?? []
  for (const { field } of permissions) {
    const problem = permissionProblem(org, field)
    if (problem !== undefined) return refused(fullName, 'FIELD_INTEGRITY_EXCEPTION', problem)
  }
  const id = store(org, 'PermissionSet', before, {
    Name: fullName,
    Label: parsed.data.label,
    Description: parsed.data.description ?? null,
    IsOwnedByProfile: false,
  })
  for (const permission of permissions) grantField(org, id, permission)
  return { fullName, success: true, created: before === undefined, id }
}

function permissionProblem(org: Org, fullName: string): string | undefined {
  const [objectName = '', name = ''] = fullName.split('.')
  const def = org.schema.object(objectName)?.fields.get(name.toLowerCase())
  if (def === undefined) return `In field: field - no CustomField named ${fullName} found`
  // Salesforce Help, "Field-Level Security": a required field is always visible and editable.
  return def.required ? `You cannot deploy to a required field: ${fullName}` : undefined
}

function grantField(
  org: Org,
  parentId: string,
  { field, readable, editable }: FieldPermission,
): void {
  const [objectName = '', name = ''] = field.split('.')
  const object = org.schema.object(objectName)
  const fullName = `${object?.name ?? ''}.${object?.fields.get(name.toLowerCase())?.name ?? ''}`
  const before = org.records
    .referencing('FieldPermissions', 'ParentId', parentId)
    .find((row) => row['Field'] === fullName)
  store(org, 'FieldPermissions', before, {
    ParentId: parentId,
    SobjectType: object?.name ?? '',
    Field: fullName,
    PermissionsRead: readable || editable,
    PermissionsEdit: editable,
  })
}

/** Metadata is written by the platform, not through anybody's field permissions. */
function store(
  org: Org,
  objectName: string,
  before: Row | undefined,
  fields: Readonly<Record<string, FieldValue>>,
): string {
  const object = org.schema.object(objectName)
  if (object === undefined) return ''
  const at = toDateTime(org.now())
  const id = before?.['Id'] ?? org.records.nextId(object)
  org.records.put(objectName, String(id), {
    CreatedDate: at,
    CreatedById: USERS.integration,
    ...before,
    ...fields,
    Id: id,
    LastModifiedDate: at,
    LastModifiedById: USERS.integration,
    SystemModstamp: at,
  })
  return String(id)
}
