import type { Org } from '../org.ts'
import type { FieldDef } from '../schema/field.ts'

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
    ...(isLong ? { visibleLines: 3 } : {}),
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
    value: def.values.map((fullName) => ({ fullName, default: false, label: fullName })),
  },
})

function readPermissionSet(org: Org, fullName: string): object | undefined {
  const set = [...org.records.all('PermissionSet')].find(({ Name }) => Name === fullName)
  if (set === undefined) return undefined
  const permissions = org.records.referencing('FieldPermissions', 'ParentId', String(set['Id']))
  return {
    fullName,
    label: set['Label'],
    hasActivationRequired: false,
    fieldPermissions: permissions.map((row) => ({
      editable: row['PermissionsEdit'] === true,
      field: row['Field'],
      readable: row['PermissionsRead'] === true,
    })),
  }
}
