/** A property as the portal keeps it; the API shape is made from it on the way out. */
export interface PropertyDefinition {
  readonly name: string
  readonly label: string
  readonly description: string
  readonly groupName: string
  readonly type: PropertyType
  readonly fieldType: string
  readonly options: readonly PropertyOption[]
  readonly displayOrder: number
  readonly calculated: boolean
  readonly hasUniqueValue: boolean
  readonly hidden: boolean
  readonly formField: boolean
  readonly hubspotDefined: boolean
  readonly readOnlyValue: boolean
  readonly dataSensitivity: DataSensitivity
  /** Why it is sensitive, such as `HIPAA`. */
  readonly sensitiveDataCategories: readonly string[]
  readonly archived: boolean
  /** Epoch ms. */
  readonly createdAt: number
  readonly updatedAt: number
}

export type PropertyType =
  | 'bool'
  | 'date'
  | 'datetime'
  | 'enumeration'
  | 'number'
  | 'phone_number'
  | 'string'

export type DataSensitivity = 'non_sensitive' | 'sensitive' | 'highly_sensitive'

export interface PropertyOption {
  readonly label: string
  readonly value: string
  readonly displayOrder: number
  readonly hidden: boolean
  readonly description?: string
}

/**
 * A definition in short: `[name, type, traits, options]`. Traits: r read-only, c calculated and
 * read-only, a textarea, m several of the options, u made by the user, s sensitive, h highly
 * sensitive, p health information by HIPAA.
 */
export type PropertyRow = readonly [string, PropertyType, string?, (readonly string[])?]

export interface PropertyGroup {
  readonly name: string
  readonly label: string
  readonly displayOrder: number
  readonly archived: boolean
}

/** Which form fields a type may have ("Properties" guide). */
export const FIELD_TYPES: Readonly<Record<PropertyType, readonly string[]>> = {
  bool: ['booleancheckbox', 'calculation_equation'],
  date: ['date'],
  datetime: ['date'],
  enumeration: ['booleancheckbox', 'checkbox', 'radio', 'select', 'calculation_equation'],
  number: ['number', 'calculation_equation'],
  phone_number: ['phonenumber'],
  string: ['file', 'html', 'phonenumber', 'text', 'textarea', 'calculation_equation'],
}

/** As the properties API answers it. */
export function propertyJson(property: PropertyDefinition): Record<string, unknown> {
  const { readOnlyValue, createdAt, updatedAt, ...rest } = property
  return {
    ...rest,
    externalOptions: false,
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    modificationMetadata: {
      archivable: !property.hubspotDefined,
      readOnlyDefinition: property.hubspotDefined,
      readOnlyOptions: property.hubspotDefined,
      readOnlyValue,
    },
  }
}
