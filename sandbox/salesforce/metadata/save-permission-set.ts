import { type Org, USERS } from '../org.ts'
import { type FieldValue, type Row, toDateTime } from '../row.ts'
import { USER_PERMISSIONS } from '../schema/setup-objects.ts'
import { type MetadataOutcome, refused } from './metadata-error.ts'
import {
  type FieldPermission,
  type ObjectPermission,
  PermissionSetMetadata,
  permissionSetProblem,
} from './permission-set-metadata.ts'
import type { SaveMode } from './save-field.ts'

/**
 * Creates a permission set or replaces what it held: since API 40 whatever is not named is taken away
 * (Salesforce Help, "Permission Sets and Profile Settings in Change Sets").
 */
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
  const problem = permissionSetProblem(org, parsed.data)
  if (problem !== undefined) return refused(fullName, 'FIELD_INTEGRITY_EXCEPTION', problem)
  const id = storeSet(org, { fullName, before }, parsed.data)
  replaceRows(
    org,
    id,
    'FieldPermissions',
    parsed.data.fieldPermissions.map((one) => fieldRow(org, one)),
  )
  replaceRows(org, id, 'ObjectPermissions', parsed.data.objectPermissions.map(objectRow))
  return { fullName, success: true, created: before === undefined, id }
}

function storeSet(
  org: Org,
  { fullName, before }: { readonly fullName: string; readonly before: Row | undefined },
  { label, description, userPermissions }: PermissionSetMetadata,
): string {
  const enabled = new Set(userPermissions.filter((one) => one.enabled).map(({ name }) => name))
  return store(org, 'PermissionSet', before, {
    Name: fullName,
    Label: label,
    Description: description ?? null,
    IsOwnedByProfile: false,
    ...Object.fromEntries(
      USER_PERMISSIONS.map((name) => [`Permissions${name}`, enabled.has(name)]),
    ),
  })
}

type Fields = Readonly<Record<string, FieldValue>>

/** An address or a standard field keeps the name it was given. */
function fieldRow(org: Org, { field, readable, editable }: FieldPermission): Fields {
  const [objectName = '', name = ''] = field.split('.')
  const object = org.schema.object(objectName)
  return {
    SobjectType: object?.name ?? objectName,
    Field: `${object?.name ?? objectName}.${object?.fields.get(name.toLowerCase())?.name ?? name}`,
    PermissionsRead: readable || editable,
    PermissionsEdit: editable,
  }
}

function objectRow(permission: ObjectPermission): Fields {
  const { object, ...flags } = permission
  return {
    SobjectType: object,
    PermissionsRead: flags.allowRead,
    PermissionsCreate: flags.allowCreate,
    PermissionsEdit: flags.allowEdit,
    PermissionsDelete: flags.allowDelete,
    PermissionsViewAllRecords: flags.viewAllRecords,
    PermissionsModifyAllRecords: flags.modifyAllRecords,
  }
}

function replaceRows(org: Org, parentId: string, type: string, rows: readonly Fields[]): void {
  for (const row of org.records.referencing(type, 'ParentId', parentId)) {
    org.records.remove(type, String(row['Id']))
  }
  for (const row of rows) store(org, type, undefined, { ParentId: parentId, ...row })
}

/** Metadata is written by the platform, not through anybody's field permissions. */
function store(org: Org, objectName: string, before: Row | undefined, fields: Fields): string {
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
