import type { Org } from '../org.ts'
import type { Choice, FieldDef } from '../schema/field.ts'
import { RECORD_PERMISSIONS, USER_PERMISSIONS } from '../schema/setup-objects.ts'

const TYPES: Readonly<Partial<Record<FieldDef['type'], string>>> = {
  string: 'Text',
  double: 'Number',
  currency: 'Currency',
  percent: 'Percent',
  picklist: 'Picklist',
  multipicklist: 'MultiselectPicklist',
  datetime: 'DateTime',
  date: 'Date',
  boolean: 'Checkbox',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
}

/** A component as readMetadata returns it; `undefined` when there is none of that name. */
export function readComponent(org: Org, type: string, fullName: string): object | undefined {
  return type === 'CustomField' ? readField(org, fullName) : readPermissionSet(org, fullName)
}

function readField(org: Org, fullName: string): object | undefined {
  const [objectName = '', name = ''] = fullName.split('.')
  const def = org.schema.object(objectName)?.fields.get(name.toLowerCase())
  if (def === undefined || !def.custom) return undefined
  const isLong = def.type === 'textarea' && !def.filterable
  return {
    fullName,
    label: def.label,
    type: TYPES[def.type] ?? (isLong ? 'LongTextArea' : 'TextArea'),
    ...(def.type === 'string' || isLong ? { length: def.length } : {}),
    ...(def.type === 'double' ? { precision: def.precision, scale: def.scale } : {}),
    ...(def.visibleLines > 0 ? { visibleLines: def.visibleLines } : {}),
    ...(def.description === undefined ? {} : { description: def.description }),
    ...(def.helpText === undefined ? {} : { inlineHelpText: def.helpText }),
    ...(def.values.length === 0 ? {} : { valueSet: valueSet(def) }),
    required: def.required,
  }
}

const valueSet = (def: FieldDef): object => ({
  restricted: def.restricted,
  valueSetDefinition: {
    sorted: false,
    value: choicesOf(def).map(({ fullName, label, isActive, color }) => ({
      fullName,
      default: false,
      label,
      // Told only where it is not the usual (Metadata API guide, "CustomValue").
      ...(isActive ? {} : { isActive }),
      ...(color === undefined ? {} : { color }),
    })),
  },
})

function choicesOf({ choices, values }: FieldDef): readonly Choice[] {
  if (choices.length > 0) return choices
  return values.map((fullName) => ({ fullName, label: fullName, isActive: true, color: undefined }))
}

function readPermissionSet(org: Org, fullName: string): object | undefined {
  const set = [...org.records.all('PermissionSet')].find(({ Name }) => Name === fullName)
  if (set === undefined) return undefined
  const fields = org.records.referencing('FieldPermissions', 'ParentId', String(set['Id']))
  const objects = org.records.referencing('ObjectPermissions', 'ParentId', String(set['Id']))
  return {
    fullName,
    label: set['Label'],
    ...(set['Description'] ? { description: set['Description'] } : {}),
    hasActivationRequired: false,
    fieldPermissions: fields.map((row) => ({
      editable: row['PermissionsEdit'] === true,
      field: row['Field'],
      readable: row['PermissionsRead'] === true,
    })),
    objectPermissions: objects.map((row) => ({
      ...Object.fromEntries(
        Object.entries(RECORD_PERMISSIONS).map(([flag, column]) => [flag, row[column] === true]),
      ),
      object: row['SobjectType'],
    })),
    userPermissions: USER_PERMISSIONS.filter((name) => set[`Permissions${name}`] === true).map(
      (name) => ({ enabled: true, name }),
    ),
  }
}
