import type { PlantPlace, Weave } from '#sandbox/seed/plant.ts'

/** Fields by object type that may hold somebody's words; `text` unless said otherwise. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, Weave>>>> = {
  contacts: {
    firstname: 'text',
    lastname: 'text',
    email: 'email',
    phone: 'phone',
    jobtitle: 'text',
    message: 'text',
    what_brings_you_here: 'text',
    primary_diagnosis: 'text',
    current_medication: 'text',
    insurance_member_id: 'text',
    social_security_number: 'text',
    birth_date_text: 'text',
    diagnosis_notes: 'text',
    hs_analytics_first_referrer: 'url-query',
    hs_analytics_source_data_1: 'text',
    hs_email_last_email_name: 'text',
  },
  companies: { name: 'text', domain: 'host', description: 'text' },
  deals: { dealname: 'text' },
  calls: { hs_call_title: 'text', hs_call_body: 'text' },
  emails: {
    hs_email_subject: 'text',
    hs_email_text: 'text',
    hs_email_html: 'text',
    hs_email_headers: 'text',
  },
  meetings: { hs_meeting_title: 'text', hs_meeting_body: 'text' },
  communications: { hs_communication_body: 'text' },
  notes: { hs_note_body: 'text' },
  tasks: { hs_task_subject: 'text', hs_task_body: 'text' },
}

/** Places whose value is one property. */
export const HUBSPOT_PROPERTY_PLACES: readonly PlantPlace[] = Object.entries(FIELDS).flatMap(
  ([type, fields]) =>
    Object.entries(fields).map(([field, weave]) => ({
      place: `hubspot.${type}.${field}`,
      type,
      field,
      weave,
    })),
)

/** Places that are part of what a person did, and so of the history of several properties. */
export const PAGE_PATH = 'hubspot.contacts.page-path'
export const PAGE_QUERY = 'hubspot.contacts.page-query'
export const FORM_NAME = 'hubspot.contacts.form-name'
/** What somebody typed into a form, as the submissions API tells it. */
export const FORM_FIELD = 'hubspot.forms.field'

export const HUBSPOT_PLACES: readonly string[] = [
  ...HUBSPOT_PROPERTY_PLACES.map(({ place }) => place),
  PAGE_PATH,
  PAGE_QUERY,
  FORM_NAME,
  FORM_FIELD,
]
