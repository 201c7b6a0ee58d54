export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'picklist'
  | 'multipicklist'
  | 'boolean'
  | 'double'
  | 'int'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'email'
  | 'phone'
  | 'url'
  | 'reference'

/** One value of a picklist as setup shows it. */
export interface Choice {
  readonly fullName: string
  readonly label: string
  readonly isActive: boolean
  readonly color: string | undefined
}

/** One field as describe reports it. */
export interface FieldDef {
  readonly name: string
  readonly label: string
  readonly type: FieldType
  readonly length: number
  readonly precision: number
  readonly scale: number
  /** Active values of a picklist. */
  readonly values: readonly string[]
  /** All of them with their labels, where the field was made through the Metadata API. */
  readonly choices: readonly Choice[]
  readonly visibleLines: number
  readonly restricted: boolean
  readonly custom: boolean
  readonly createable: boolean
  readonly updateable: boolean
  readonly filterable: boolean
  readonly required: boolean
  readonly referenceTo: readonly string[]
  readonly relationshipName: string | undefined
  readonly helpText: string | undefined
  readonly description: string | undefined
  /** Labels an admin puts on a field; they enforce nothing (Help, "Data Classification"). */
  readonly securityClassification: string | undefined
  readonly complianceGroup: readonly string[]
}

const BLANK: Omit<FieldDef, 'name' | 'label' | 'type'> = {
  length: 0,
  precision: 0,
  scale: 0,
  values: [],
  choices: [],
  visibleLines: 0,
  restricted: false,
  custom: false,
  createable: true,
  updateable: true,
  filterable: true,
  required: false,
  referenceTo: [],
  relationshipName: undefined,
  helpText: undefined,
  description: undefined,
  securityClassification: undefined,
  complianceGroup: [],
}

function labelOf(name: string): string {
  return name
    .replace(/__c$/, '')
    .replaceAll('_', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/ Id$/, ' ID')
}

/** A field of any type; everything not said is what an ordinary writable field has. */
export function field(
  name: string,
  type: FieldType,
  more: Partial<Omit<FieldDef, 'name' | 'type'>> = {},
): FieldDef {
  return { ...BLANK, label: labelOf(name), custom: name.endsWith('__c'), ...more, name, type }
}

/** One line of text of at most `length` characters. */
export const text = (name: string, length: number, more: Partial<FieldDef> = {}): FieldDef =>
  field(name, 'string', { length, ...more })

/** Text that SOQL cannot filter or sort by (Object Reference, "Field Types": textarea). */
export const longText = (name: string, length: number): FieldDef =>
  field(name, 'textarea', { length, filterable: false })

/** A choice; anything is taken unless it is restricted. */
export const picklist = (
  name: string,
  values: readonly string[],
  more: Partial<FieldDef> = {},
): FieldDef => field(name, 'picklist', { length: 255, values, ...more })

/** Yes or no, never null. */
export const checkbox = (name: string, more: Partial<FieldDef> = {}): FieldDef =>
  field(name, 'boolean', more)

/** A number of `precision` digits, `scale` of them after the point. */
export const number = (name: string, precision: number, scale: number): FieldDef =>
  field(name, 'double', { precision, scale })

/** A lookup. `relationshipName` is the path SOQL follows. */
export const lookup = (
  name: string,
  referenceTo: readonly string[],
  more: Partial<FieldDef> = {},
): FieldDef =>
  field(name, 'reference', {
    length: 18,
    referenceTo,
    relationshipName: name.replace(/Id$/, ''),
    ...more,
  })

/** Kept by the platform: present in describe, refused on write. */
export const readOnly = (def: FieldDef): FieldDef => ({
  ...def,
  createable: false,
  updateable: false,
})

/** Labelled by its owner. */
export const classed = (
  def: FieldDef,
  securityClassification: string,
  complianceGroup: readonly string[],
): FieldDef => ({ ...def, securityClassification, complianceGroup })
