import type { Records } from './records.ts'
import type { Row } from './row.ts'
import type { FieldDef } from './schema/field.ts'
import type { ObjectDef } from './schema/object.ts'

/** Field-level security. Standard fields are open; a custom field needs a permission set that grants it. */
export interface FieldAccess {
  /** The field as this user sees it; `undefined` both when it does not exist and when it is hidden. */
  field(userId: string, object: ObjectDef, name: string): FieldDef | undefined
  visible(userId: string, object: ObjectDef): readonly FieldDef[]
  editable(userId: string, object: ObjectDef, def: FieldDef): boolean
}

type Grant = 'PermissionsRead' | 'PermissionsEdit'

/** Reads the grants from the org's own permission-set records, as the platform does. */
export function createFieldAccess(records: Records): FieldAccess {
  function grants(userId: string, fullName: string): readonly Row[] {
    return records
      .referencing('PermissionSetAssignment', 'AssigneeId', userId)
      .flatMap(({ PermissionSetId }) =>
        typeof PermissionSetId === 'string'
          ? records.referencing('FieldPermissions', 'ParentId', PermissionSetId)
          : [],
      )
      .filter((row) => row['Field'] === fullName)
  }

  function granted(userId: string, object: ObjectDef, def: FieldDef, grant: Grant): boolean {
    if (!def.custom) return true
    const fullName = `${object.name}.${def.name}`
    return grants(userId, fullName).some((row) => row[grant] === true)
  }

  return {
    field(userId, object, name) {
      const def = object.fields.get(name.toLowerCase())
      if (def === undefined) return undefined
      return granted(userId, object, def, 'PermissionsRead') ? def : undefined
    },
    visible: (userId, object) =>
      [...object.fields.values()].filter((def) => granted(userId, object, def, 'PermissionsRead')),
    editable: (userId, object, def) => granted(userId, object, def, 'PermissionsEdit'),
  }
}
