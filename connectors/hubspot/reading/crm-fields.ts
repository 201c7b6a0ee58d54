import type { CrmField } from '#src/connector-port.ts'
import {
  type Property,
  readProperties,
  SENSITIVE_LEVELS,
  sensitivityOf,
} from '../provisioning/property-list.ts'
import { ACTIVITY_TYPES, type HubspotType } from '../transport/paths.ts'
import type { Transport } from '../transport/transport.ts'
import { SOURCES } from './portal-schema.ts'

const TYPES: readonly HubspotType[] = ['contacts', 'companies', ...ACTIVITY_TYPES]

/**
 * Every property this token may know of, sensitive ones included where it was granted them; what is
 * hidden from it stays unknown.
 */
export async function readCrmFields(transport: Transport): Promise<readonly CrmField[]> {
  const fields: CrmField[] = []
  for (const type of TYPES) {
    const found = new Map<string, Property>()
    for (const level of [undefined, ...SENSITIVE_LEVELS]) {
      for (const property of (await readProperties(transport, type, level)) ?? []) {
        found.set(property.name, property)
      }
    }
    fields.push(...[...found.values()].map((property) => crmField(type, property)))
  }
  return fields
}

function crmField(type: HubspotType, property: Property): CrmField {
  return {
    source: SOURCES[type],
    field: property.name,
    label: property.label ?? property.name,
    type: typeOf(property),
    custom: property.hubspotDefined !== true,
    sensitivity: sensitivityOf(property),
    classes: property.sensitiveDataCategories ?? [],
    options: (property.options ?? []).map(({ value }) => value),
  }
}

/** HubSpot docs, "Properties": what a value is, and by which form field it is entered. */
const TYPES_OF_VALUES: Readonly<Record<string, CrmField['type']>> = {
  bool: 'boolean',
  number: 'number',
  date: 'date',
  datetime: 'date',
  enumeration: 'choice',
  string: 'text',
  phone_number: 'text',
}
const LONG_TEXT = new Set(['textarea', 'html'])

function typeOf({ type, fieldType, referencedObjectType }: Property): CrmField['type'] {
  if (referencedObjectType) return 'reference'
  if (type === 'enumeration' && fieldType === 'checkbox') return 'choices'
  if (type === 'string' && fieldType === 'file') return 'other'
  if (type === 'string' && LONG_TEXT.has(fieldType ?? '')) return 'long-text'
  return TYPES_OF_VALUES[type ?? ''] ?? 'other'
}
