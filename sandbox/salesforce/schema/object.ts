import { checkbox, type FieldDef, field, lookup, readOnly } from './field.ts'

/** One sObject type: its fields by lower-case name, because SOQL and REST ignore case in names. */
export interface ObjectDef {
  readonly name: string
  readonly label: string
  readonly keyPrefix: string
  readonly createable: boolean
  /** Deleting removes the row at once instead of leaving it in the recycle bin. */
  readonly hardDelete: boolean
  readonly fields: Map<string, FieldDef>
}

const AUDIT: readonly FieldDef[] = [
  readOnly(field('CreatedDate', 'datetime')),
  readOnly(lookup('CreatedById', ['User'])),
  readOnly(field('LastModifiedDate', 'datetime')),
  readOnly(lookup('LastModifiedById', ['User'])),
  readOnly(field('SystemModstamp', 'datetime')),
]

export interface ObjectOptions {
  readonly createable?: boolean
  readonly hardDelete?: boolean
  /** Setup objects carry no recycle-bin flag. */
  readonly setup?: boolean
}

/** An object with the system fields every record has. */
export function object(
  name: string,
  keyPrefix: string,
  fields: readonly FieldDef[],
  options: ObjectOptions = {},
): ObjectDef {
  const all = [
    readOnly(field('Id', 'id', { length: 18 })),
    ...(options.setup === true ? [] : [readOnly(checkbox('IsDeleted'))]),
    ...fields,
    ...AUDIT,
  ]
  return {
    name,
    label: name.replace(/([a-z])([A-Z])/g, '$1 $2'),
    keyPrefix,
    createable: options.createable ?? true,
    hardDelete: options.hardDelete ?? options.setup ?? false,
    fields: new Map(all.map((def) => [def.name.toLowerCase(), def])),
  }
}
