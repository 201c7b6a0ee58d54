import {
  type FieldType,
  parseQuery,
  type Query,
  type WhereClause,
} from '@jetstreamapp/soql-parser-js'

/** Names a query asks of one object, subqueries on their own. */
export interface AskedNames {
  readonly sobject: string
  /** Paths as they stand in the query, conditions and order included. */
  readonly names: readonly string[]
}

/** What a query names, by a parser that is not ours; throws where it does not parse. */
export function namesIn(soql: string): readonly AskedNames[] {
  return namesOf(parseQuery(soql))
}

function namesOf(query: Query): readonly AskedNames[] {
  const conditions = conditionsOf(query.where)
  const orders = [query.orderBy ?? []].flat()
  const names = [
    ...(query.fields ?? []).map(nameOf),
    ...conditions.flatMap(({ field }) => (field === undefined ? [] : [field])),
    ...orders.flatMap((order) => ('field' in order ? [order.field] : [])),
  ]
  const inner = conditions.flatMap(({ query: of }) => (of === undefined ? [] : namesOf(of)))
  return [{ sobject: query.sObject ?? '', names }, ...inner]
}

function nameOf(field: FieldType): string {
  if (field.type === 'FieldRelationship') return [...field.relationships, field.field].join('.')
  if (field.type === 'Field') return field.field
  throw new Error(`a query asks for a ${field.type}`)
}

interface Condition {
  readonly field: string | undefined
  readonly query: Query | undefined
}

function conditionsOf(where: WhereClause | undefined): readonly Condition[] {
  if (where === undefined) return []
  const { left } = where
  const own: Condition[] =
    left === null || !('field' in left)
      ? []
      : [{ field: left.field, query: 'valueQuery' in left ? left.valueQuery : undefined }]
  return [...own, ...('right' in where ? conditionsOf(where.right) : [])]
}

/** What ties rows together and dates them: of nobody's person. */
const SYSTEM = new Set([
  'Id',
  'IsDeleted',
  'IsArchived',
  'IsConverted',
  'IsChild',
  'IsRecurrence',
  'SystemModstamp',
  'CreatedDate',
  'LastModifiedDate',
  'MasterRecordId',
  'AccountId',
  'IndividualId',
  'WhoId',
  'LeadId',
  'ContactId',
  'RelationId',
  'RelationType',
  'EmailMessageId',
  'EmailMessage.ActivityId',
  'EmailMessage.SystemModstamp',
  'OpportunityId',
  'Opportunity.SystemModstamp',
  'ConvertedContactId',
  'ConvertedOpportunityId',
  'ConvertedDate',
])

/** Objects whose every column says how somebody may be reached, or when a rep filled something in. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  ContactPointTypeConsent: [
    'PartyId',
    'ContactPointType',
    'PrivacyConsentStatus',
    'EffectiveFrom',
    'EffectiveTo',
    'DataUsePurposeId',
  ],
  LeadHistory: ['Field', 'NewValue'],
  ContactHistory: ['Field', 'NewValue'],
}

/** Where an object's rows lead to fields of another. */
const SOURCE_OF: Readonly<Record<string, readonly [prefix: string, source: string]>> = {
  Account: ['', 'company'],
  Lead: ['', 'lead'],
  Contact: ['', 'contact'],
  Task: ['', 'task'],
  Event: ['', 'event'],
  CampaignMember: ['', 'campaign-member'],
  EmailMessage: ['', 'email'],
  EmailMessageRelation: ['EmailMessage.', 'email'],
  Opportunity: ['', 'deal'],
  OpportunityContactRole: ['Opportunity.', 'deal'],
}
const CONVERTED = 'ConvertedOpportunity.'

type Fields = Readonly<Partial<Record<string, readonly { readonly field: string }[]>>>

/** Names that are neither on the list nor of the system. */
export function strangersIn(soql: string, fields: Fields): readonly string[] {
  return namesIn(soql).flatMap(({ sobject, names }) => {
    const [prefix, source] = SOURCE_OF[sobject] ?? ['', '']
    const allowed = new Set([
      ...(fields[source] ?? []).map(({ field }) => `${prefix}${field}`),
      ...(WHOLE[sobject] ?? []),
      ...(sobject === 'Lead' ? (fields['deal'] ?? []).map(({ field }) => CONVERTED + field) : []),
    ])
    return names
      .filter((name) => !SYSTEM.has(name) && !allowed.has(name))
      .map((name) => `${sobject}.${name}`)
  })
}
