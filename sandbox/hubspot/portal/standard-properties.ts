import { CARE_COMPANY_PROPERTIES, CARE_CONTACT_PROPERTIES } from './care-properties.ts'
import type {
  DataSensitivity,
  PropertyDefinition,
  PropertyRow,
  PropertyType,
} from './property-definition.ts'

const LIFECYCLES = [
  'subscriber',
  'lead',
  'marketingqualifiedlead',
  'salesqualifiedlead',
  'opportunity',
  'customer',
  'evangelist',
  'other',
]
const SOURCES = [
  'ORGANIC_SEARCH',
  'PAID_SEARCH',
  'EMAIL_MARKETING',
  'SOCIAL_MEDIA',
  'REFERRALS',
  'OTHER_CAMPAIGNS',
  'DIRECT_TRAFFIC',
  'OFFLINE',
  'PAID_SOCIAL',
]
const LEAD_STATUSES = [
  'NEW',
  'OPEN',
  'IN_PROGRESS',
  'OPEN_DEAL',
  'UNQUALIFIED',
  'ATTEMPTED_TO_CONTACT',
  'CONNECTED',
  'BAD_TIMING',
]

const LEGAL_BASES = [
  'Legitimate interest – prospect/lead',
  'Legitimate interest – existing customer',
  'Legitimate interest - other',
  'Performance of a contract',
  'Freely given consent from contact',
  'Not applicable',
]

const CONTACT: readonly PropertyRow[] = [
  ['createdate', 'datetime', 'r'],
  ['lastmodifieddate', 'datetime', 'r'],
  ['hs_object_id', 'number', 'r'],
  ['hs_merged_object_ids', 'string', 'r'],
  ['hs_additional_emails', 'string', 'r'],
  ['associatedcompanyid', 'number'],
  ['email', 'string'],
  ['firstname', 'string'],
  ['lastname', 'string'],
  ['phone', 'string'],
  ['jobtitle', 'string'],
  ['state', 'string'],
  ['message', 'string', 'a'],
  ['lifecyclestage', 'enumeration', '', LIFECYCLES],
  ['hs_lead_status', 'enumeration', '', LEAD_STATUSES],
  ['hs_analytics_source', 'enumeration', '', SOURCES],
  ['hs_email_optout', 'bool', 'r'],
  ['hs_email_optout_8801', 'bool', 'r'],
  ['hs_legal_basis', 'enumeration', 'm', LEGAL_BASES],
  ['hs_language', 'enumeration', '', ['en', 'en-us', 'es', 'es-mx', 'fr', 'de']],
  ['hs_email_last_email_name', 'string', 'r'],
  ['hs_analytics_first_referrer', 'string', 'r'],
  ['hs_analytics_source_data_1', 'string', 'r'],
  ['hs_email_delivered', 'number', 'r'],
  ['hs_email_open', 'number', 'r'],
  ['hs_email_click', 'number', 'r'],
  ['hs_email_replied', 'number', 'r'],
  ['hs_email_bounce', 'number', 'r'],
  ['hs_email_last_open_date', 'datetime', 'r'],
  ['hs_email_last_click_date', 'datetime', 'r'],
  ['hs_email_last_reply_date', 'datetime', 'r'],
  ['hs_analytics_num_page_views', 'number', 'r'],
  ['hs_analytics_last_timestamp', 'datetime', 'r'],
  ['hs_analytics_last_url', 'string', 'r'],
  ['num_conversion_events', 'number', 'c'],
  ['num_unique_conversion_events', 'number', 'c'],
  ['recent_conversion_date', 'datetime', 'c'],
  ['recent_conversion_event_name', 'string', 'c'],
  ['notes_last_updated', 'datetime', 'r'],
  ['notes_last_contacted', 'datetime', 'r'],
  ['num_notes', 'number', 'r'],
  ['hubspotscore', 'number', 'c'],
]

const INDUSTRIES = [
  'COMPUTER_SOFTWARE',
  'HOSPITAL_HEALTH_CARE',
  'EDUCATION_MANAGEMENT',
  'MACHINERY',
  'RETAIL',
  'GOVERNMENT_ADMINISTRATION',
  'FINANCIAL_SERVICES',
  'HOSPITALITY',
  'NON_PROFIT_ORGANIZATION_MANAGEMENT',
]

const COMPANY: readonly PropertyRow[] = [
  ['createdate', 'datetime', 'r'],
  ['hs_lastmodifieddate', 'datetime', 'r'],
  ['hs_object_id', 'number', 'r'],
  ['name', 'string'],
  ['domain', 'string'],
  ['phone', 'string'],
  ['state', 'string'],
  ['description', 'string', 'a'],
  ['industry', 'enumeration', '', INDUSTRIES],
  ['numberofemployees', 'number'],
  ['num_associated_contacts', 'number', 'c'],
]

const STAGES = ['appointmentscheduled', 'presentationscheduled', 'closedwon', 'closedlost']

const DEAL: readonly PropertyRow[] = [
  ['createdate', 'datetime'],
  ['hs_lastmodifieddate', 'datetime', 'r'],
  ['hs_object_id', 'number', 'r'],
  ['dealname', 'string'],
  ['amount', 'number'],
  ['closedate', 'datetime'],
  ['pipeline', 'enumeration', '', ['default']],
  ['dealstage', 'enumeration', '', STAGES],
  ['hs_is_closed', 'bool', 'c'],
  ['hs_is_closed_won', 'bool', 'c'],
]

const ANY_ACTIVITY: readonly PropertyRow[] = [
  ['hs_createdate', 'datetime', 'r'],
  ['hs_lastmodifieddate', 'datetime', 'r'],
  ['hs_object_id', 'number', 'r'],
  ['hs_timestamp', 'datetime'],
]
const CALL_STATUSES =
  'BUSY CALLING_CRM_USER CANCELED COMPLETED CONNECTING FAILED IN_PROGRESS NO_ANSWER QUEUED RINGING'
const words = (list: string) => list.split(' ')

/** Standard properties by object type id, plus the custom ones of a behavioural-health portal. */
export const STANDARD_PROPERTIES: Readonly<Record<string, readonly PropertyRow[]>> = {
  '0-1': [...CONTACT, ...CARE_CONTACT_PROPERTIES],
  '0-2': [...COMPANY, ...CARE_COMPANY_PROPERTIES],
  '0-3': DEAL,
  '0-48': [
    ...ANY_ACTIVITY,
    ['hs_call_title', 'string'],
    ['hs_call_body', 'string', 'a'],
    ['hs_call_direction', 'enumeration', '', ['INBOUND', 'OUTBOUND']],
    ['hs_call_duration', 'number'],
    ['hs_call_status', 'enumeration', '', words(CALL_STATUSES)],
    ['hs_call_disposition', 'string'],
    ['hs_activity_type', 'string'],
  ],
  '0-49': [
    ...ANY_ACTIVITY,
    ['hs_email_direction', 'enumeration', '', words('EMAIL INCOMING_EMAIL FORWARDED_EMAIL')],
    ['hs_email_status', 'enumeration', '', words('BOUNCED FAILED SCHEDULED SENDING SENT')],
    ['hs_email_subject', 'string'],
    ['hs_email_text', 'string', 'a'],
    ['hs_email_html', 'string', 'a'],
    ['hs_email_headers', 'string', 'a'],
  ],
  '0-47': [
    ...ANY_ACTIVITY,
    ['hs_meeting_title', 'string'],
    ['hs_meeting_body', 'string', 'a'],
    ['hs_meeting_start_time', 'datetime'],
    ['hs_meeting_end_time', 'datetime'],
    [
      'hs_meeting_outcome',
      'enumeration',
      '',
      words('SCHEDULED COMPLETED RESCHEDULED NO_SHOW CANCELED'),
    ],
    ['hs_activity_type', 'string'],
  ],
  '0-46': [...ANY_ACTIVITY, ['hs_note_body', 'string', 'a']],
  '0-27': [
    ...ANY_ACTIVITY,
    ['hs_task_subject', 'string'],
    ['hs_task_body', 'string', 'a'],
    ['hs_task_status', 'enumeration', '', words('NOT_STARTED COMPLETED')],
    ['hs_task_type', 'enumeration', '', words('CALL EMAIL TODO')],
    ['hs_task_priority', 'enumeration', '', words('LOW MEDIUM HIGH')],
  ],
  '0-18': [
    ...ANY_ACTIVITY,
    ['hs_communication_channel_type', 'enumeration', '', words('WHATS_APP LINKEDIN_MESSAGE SMS')],
    ['hs_communication_logged_from', 'enumeration', '', ['CRM']],
    ['hs_communication_body', 'string', 'a'],
  ],
}

const FIELD_TYPE: Readonly<Record<PropertyType, string>> = {
  bool: 'booleancheckbox',
  date: 'date',
  datetime: 'date',
  enumeration: 'select',
  number: 'number',
  phone_number: 'phonenumber',
  string: 'text',
}

/** Writes a row out in full. */
export function defineProperty(
  [name, type, traits = '', options = []]: PropertyRow,
  setting: { groupName: string; createdAt: number },
): PropertyDefinition {
  const values = type === 'bool' ? ['true', 'false'] : options
  const custom = traits.includes('u')
  return {
    name,
    label: name.replaceAll('_', ' '),
    description: '',
    groupName: setting.groupName,
    type,
    fieldType: fieldTypeOf(type, traits),
    options: values.map((value, displayOrder) => ({
      label: value.replaceAll('_', ' ').toLowerCase(),
      value,
      displayOrder,
      hidden: false,
    })),
    displayOrder: -1,
    calculated: traits.includes('c'),
    hasUniqueValue: false,
    hidden: false,
    formField: custom,
    hubspotDefined: !custom,
    readOnlyValue: traits.includes('r') || traits.includes('c'),
    dataSensitivity: sensitivityOf(traits),
    sensitiveDataCategories: traits.includes('p') ? ['HIPAA'] : [],
    archived: false,
    createdAt: setting.createdAt,
    updatedAt: setting.createdAt,
  }
}

function fieldTypeOf(type: PropertyType, traits: string): string {
  if (traits.includes('m')) return 'checkbox'
  return traits.includes('a') ? 'textarea' : FIELD_TYPE[type]
}

function sensitivityOf(traits: string): DataSensitivity {
  if (traits.includes('h')) return 'highly_sensitive'
  return traits.includes('s') ? 'sensitive' : 'non_sensitive'
}
