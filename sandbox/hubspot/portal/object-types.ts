import { invalid } from './refusal.ts'

/** One kind of CRM object: how it is called, what it needs and what it answers by default. */
export interface ObjectType {
  readonly id: string
  readonly name: string
  readonly singular: string
  readonly created: 'createdate' | 'hs_createdate'
  readonly modified: 'lastmodifieddate' | 'hs_lastmodifieddate'
  /** Answered when a read names no properties ("CRM search" guide, default returned properties). */
  readonly defaults: readonly string[]
  /** Looked through by a search's `query`. */
  readonly searchable: readonly string[]
  /** Needed to create one; of each inner list at least one ("Using object APIs" guide). */
  readonly required: readonly (readonly string[])[]
  readonly readScopes: readonly string[]
  readonly writeScopes: readonly string[]
  readonly schemaScope: string
  /** Ids are larger than 32 bits, as in real portals. */
  readonly firstId: number
}

const CONTACT_SCOPES = {
  readScopes: ['crm.objects.contacts.read'],
  writeScopes: ['crm.objects.contacts.write'],
  schemaScope: 'crm.schemas.contacts',
}

function activity(
  id: string,
  name: string,
  firstId: number,
  more: Partial<ObjectType> = {},
): ObjectType {
  return {
    id,
    name,
    singular: name.slice(0, -1),
    created: 'hs_createdate',
    modified: 'hs_lastmodifieddate',
    defaults: [],
    searchable: [],
    required: [['hs_timestamp']],
    ...CONTACT_SCOPES,
    firstId,
    ...more,
  }
}

export const CONTACTS: ObjectType = {
  id: '0-1',
  name: 'contacts',
  singular: 'contact',
  created: 'createdate',
  modified: 'lastmodifieddate',
  defaults: ['email', 'firstname', 'lastname'],
  searchable: ['firstname', 'lastname', 'email', 'phone'],
  required: [],
  ...CONTACT_SCOPES,
  firstId: 210_000_000_001,
}

export const COMPANIES: ObjectType = {
  id: '0-2',
  name: 'companies',
  singular: 'company',
  created: 'createdate',
  modified: 'hs_lastmodifieddate',
  defaults: ['name', 'domain'],
  searchable: ['name', 'domain', 'phone'],
  required: [['domain', 'name']],
  readScopes: ['crm.objects.companies.read'],
  writeScopes: ['crm.objects.companies.write'],
  schemaScope: 'crm.schemas.companies',
  firstId: 31_000_000_001,
}

export const DEALS: ObjectType = {
  id: '0-3',
  name: 'deals',
  singular: 'deal',
  created: 'createdate',
  modified: 'hs_lastmodifieddate',
  defaults: ['dealname', 'amount', 'closedate', 'pipeline', 'dealstage'],
  searchable: ['dealname', 'pipeline', 'dealstage'],
  required: [['dealname'], ['dealstage'], ['pipeline']],
  readScopes: ['crm.objects.deals.read'],
  writeScopes: ['crm.objects.deals.write'],
  schemaScope: 'crm.schemas.deals',
  firstId: 41_000_000_001,
}

export const CALLS = activity('0-48', 'calls', 61_000_000_001, { searchable: ['hs_call_title'] })
export const EMAILS = activity('0-49', 'emails', 62_000_000_001, {
  searchable: ['hs_email_subject'],
  required: [['hs_timestamp'], ['hs_email_direction']],
  readScopes: ['crm.objects.contacts.read', 'sales-email-read'],
})
export const MEETINGS = activity('0-47', 'meetings', 63_000_000_001, {
  searchable: ['hs_meeting_title'],
})
export const NOTES = activity('0-46', 'notes', 64_000_000_001)
export const TASKS = activity('0-27', 'tasks', 65_000_000_001)
export const COMMUNICATIONS = activity('0-18', 'communications', 66_000_000_001, {
  required: [['hs_timestamp'], ['hs_communication_channel_type']],
})

export const OBJECT_TYPES: readonly ObjectType[] = [
  CONTACTS,
  COMPANIES,
  DEALS,
  CALLS,
  EMAILS,
  MEETINGS,
  NOTES,
  TASKS,
  COMMUNICATIONS,
]

const BY_ANY_NAME = new Map(
  OBJECT_TYPES.flatMap((type): [string, ObjectType][] => [
    [type.id, type],
    [type.name, type],
    [type.singular, type],
  ]),
)

/** By type id, plural or singular name. */
export function objectTypeOf(name: unknown): ObjectType {
  const type = typeof name === 'string' ? BY_ANY_NAME.get(name.toLowerCase()) : undefined
  if (type === undefined) throw invalid(`Unable to infer object type from: ${String(name)}`)
  return type
}

/** What every answer carries whatever was asked for. */
export function alwaysAnswered(type: ObjectType): readonly string[] {
  return [type.created, type.modified, 'hs_object_id']
}
