import type { CrmField } from '#src/connector-port.ts'
import type { FieldDefinition } from '../provisioning/field-definitions.ts'
import { findConsentPoint } from '../reading/consent-schema.ts'
import { type Catalog, type CatalogDeps, readCatalog } from './catalog.ts'
import type { Describe } from './describe.ts'
import { CONSENT_OBJECT, CONSENT_POINTS, type SalesforceSource, SOBJECTS } from './sobjects.ts'

type DescribedField = Describe['fields'][number]

/** Lookups whose fields the allow-list may name as paths. */
const RELATIONSHIPS: Readonly<Partial<Record<SalesforceSource, readonly string[]>>> = {
  lead: ['Individual'],
  contact: ['Individual'],
  'campaign-member': ['Campaign'],
}

/** Every field of the objects we read and of what they refer to, those hidden from us included. */
export async function readCrmFields(deps: CatalogDeps): Promise<readonly CrmField[]> {
  const sources = Object.keys(SOBJECTS) as readonly SalesforceSource[]
  const catalog = await readCatalog(deps, [
    ...sources.map((source) => ({
      sobject: SOBJECTS[source],
      relationships: RELATIONSHIPS[source] ?? [],
    })),
    { sobject: CONSENT_OBJECT, relationships: [] },
  ])
  return sources.flatMap((source) => [
    ...fieldsOf(catalog, SOBJECTS[source], { source, prefix: '' }),
    ...(RELATIONSHIPS[source] ?? []).flatMap((name) => {
      const related = catalog.relatedObject(SOBJECTS[source], name)
      return related === undefined ? [] : fieldsOf(catalog, related, { source, prefix: `${name}.` })
    }),
    ...consentPointsOf(catalog, source),
  ])
}

function fieldsOf(
  catalog: Catalog,
  sobject: string,
  place: { readonly source: SalesforceSource; readonly prefix: string },
): readonly CrmField[] {
  const definitions = catalog.definitions(sobject)
  const described = catalog.describe(sobject)?.fields ?? []
  const seen = new Set(described.map(({ name }) => name.toLowerCase()))
  const hidden = [...definitions.values()].filter(({ name }) => !seen.has(name.toLowerCase()))
  return [
    ...described.map((field) => ({
      source: place.source,
      field: place.prefix + field.name,
      label: field.label ?? field.name,
      type: typeOf(field),
      custom: field.custom === true,
      ...(catalog.find(sobject, field.name) ?? NOT_CLASSED),
      options: (field.picklistValues ?? []).map(({ value }) => value),
    })),
    ...hidden.map((definition) => hiddenField(definition, place)),
  ].map(withoutMore)
}

const NOT_CLASSED = { sensitivity: 'none', classes: [] } as const

function hiddenField(
  { name, label, dataType, sensitivity, classes }: FieldDefinition,
  { source, prefix }: { readonly source: SalesforceSource; readonly prefix: string },
): CrmField {
  const field = prefix + name
  const type = typeOfSetup(dataType)
  const custom = name.endsWith('__c')
  return { source, field, label, type, custom, sensitivity, classes, options: [] }
}

function withoutMore({ source, field, label, type, custom, ...rest }: CrmField): CrmField {
  const { sensitivity, classes, options } = rest
  return { source, field, label, type, custom, sensitivity, classes, options }
}

/** What the rows of ContactPointTypeConsent come to, as if it were a field of the person. */
function consentPointsOf(catalog: Catalog, source: SalesforceSource): readonly CrmField[] {
  if (source !== 'lead' && source !== 'contact') return []
  const found = findConsentPoint(catalog, SOBJECTS[source])
  if (found === undefined) return []
  return Object.entries(CONSENT_POINTS).map(([field, type]) => ({
    source,
    field,
    label: `Contact point type consent: ${type}`,
    type: 'choice',
    custom: false,
    sensitivity: found.sensitivity,
    classes: found.classes,
    options: ['opt-in', 'opt-out', 'expired'],
  }))
}

/** Object Reference, "Field Types". */
const TYPES: Readonly<Record<string, CrmField['type']>> = {
  string: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  encryptedstring: 'text',
  combobox: 'text',
  textarea: 'long-text',
  boolean: 'boolean',
  int: 'number',
  long: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'date',
  picklist: 'choice',
  multipicklist: 'choices',
  reference: 'reference',
}

function typeOf({ type }: DescribedField): CrmField['type'] {
  return TYPES[type ?? ''] ?? 'other'
}

/** The setup names types as its pages do. */
const SETUP_TYPES: readonly (readonly [RegExp, CrmField['type']])[] = [
  [/multi-select/i, 'choices'],
  [/picklist/i, 'choice'],
  [/lookup|master-detail|hierarchy/i, 'reference'],
  [/checkbox/i, 'boolean'],
  [/date/i, 'date'],
  [/number|currency|percent|roll-up/i, 'number'],
  [/area/i, 'long-text'],
  [/text|email|phone|url|fax|name/i, 'text'],
]

function typeOfSetup(dataType: string): CrmField['type'] {
  return SETUP_TYPES.find(([pattern]) => pattern.test(dataType))?.[1] ?? 'other'
}
