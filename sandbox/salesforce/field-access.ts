import type { Records } from './records.ts'
import type { FieldDef } from './schema/field.ts'
import type { ObjectDef } from './schema/object.ts'

/** Field-level security. Standard fields are open; a custom field needs a permission set that grants it. */
export interface FieldAccess {
  /** The field as this user sees it; `undefined` both when it does not exist and when it is hidden. */
  field(userId: string, object: ObjectDef, name: string): FieldDef | undefined
  visible(userId: string, object: ObjectDef): readonly FieldDef[]
  editable(userId: string, object: ObjectDef, def: FieldDef): boolean
}

interface Grant {
  readonly read: boolean
  readonly edit: boolean
}

const NONE: Grant = { read: false, edit: false }
const FULL: Grant = { read: true, edit: true }

/** Reads the grants from the org's own permission-set records, as the platform does. */
export function createFieldAccess(records: Records): FieldAccess {
  const grantsByUser = new Map<string, ReadonlyMap<string, Grant>>()
  let readAt = ''

  function grantsOf(userId: string): ReadonlyMap<string, Grant> {
    const revision = `${records.revision('PermissionSetAssignment')}/${records.revision('FieldPermissions')}`
    if (revision !== readAt) grantsByUser.clear()
    readAt = revision
    const known = grantsByUser.get(userId) ?? collectGrants(records, userId)
    grantsByUser.set(userId, known)
    return known
  }

  function grant(userId: string, object: ObjectDef, def: FieldDef): Grant {
    return def.custom ? (grantsOf(userId).get(`${object.name}.${def.name}`) ?? NONE) : FULL
  }

  return {
    field(userId, object, name) {
      const def = object.fields.get(name.toLowerCase())
      return def !== undefined && grant(userId, object, def).read ? def : undefined
    },
    visible: (userId, object) =>
      [...object.fields.values()].filter((def) => grant(userId, object, def).read),
    editable: (userId, object, def) => grant(userId, object, def).edit,
  }
}

function collectGrants(records: Records, userId: string): ReadonlyMap<string, Grant> {
  const grants = new Map<string, Grant>()
  const sets = records.referencing('PermissionSetAssignment', 'AssigneeId', userId)
  for (const { PermissionSetId } of sets) {
    for (const row of records.referencing(
      'FieldPermissions',
      'ParentId',
      String(PermissionSetId),
    )) {
      const before = grants.get(String(row['Field'])) ?? NONE
      grants.set(String(row['Field']), {
        read: before.read || row['PermissionsRead'] === true,
        edit: before.edit || row['PermissionsEdit'] === true,
      })
    }
  }
  return grants
}
