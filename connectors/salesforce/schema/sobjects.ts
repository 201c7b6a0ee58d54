import type { RecordObject } from '#src/ports.ts'
import type { FieldSource } from '#src/privacy/allowed-field.ts'

/** The activity objects we read. */
export type ActivitySource = Extract<
  FieldSource,
  'task' | 'event' | 'email' | 'campaign-member' | 'deal'
>
export type SalesforceSource = RecordObject | ActivitySource

/** What Salesforce calls each object we read. */
export const SOBJECTS: Readonly<Record<SalesforceSource, string>> = {
  company: 'Account',
  lead: 'Lead',
  contact: 'Contact',
  task: 'Task',
  event: 'Event',
  email: 'EmailMessage',
  'campaign-member': 'CampaignMember',
  deal: 'Opportunity',
}

/** Rows that say how an Individual may be reached, where Data Protection and Privacy is on. */
export const CONSENT_OBJECT = 'ContactPointTypeConsent'

/** Virtual fields of a person made of those rows, and the ContactPointType each is made of. */
export const CONSENT_POINTS: Readonly<Record<string, string>> = {
  'ConsentPoint.Phone': 'Phone',
  'ConsentPoint.Email': 'Email',
}

export function isConsentPoint(field: string): boolean {
  return field in CONSENT_POINTS
}

/** Organisations first, so that people find theirs. */
export const RECORD_OBJECTS: readonly RecordObject[] = ['company', 'lead', 'contact']

export const ACTIVITY_SOURCES: readonly ActivitySource[] = [
  'task',
  'event',
  'email',
  'campaign-member',
  'deal',
]

/** Key prefixes of the standard objects; the first three characters of every id. */
export const OBJECT_BY_PREFIX: ReadonlyMap<string, RecordObject> = new Map([
  ['00Q', 'lead'],
  ['003', 'contact'],
  ['001', 'company'],
])
