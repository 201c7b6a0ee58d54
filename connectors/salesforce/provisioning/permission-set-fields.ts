import type { RecordObject } from '#src/ports.ts'
import { SALESFORCE_FIELDS } from '#src/privacy/salesforce-fields.ts'
import { ACTIVITY_SOURCES, RECORD_OBJECTS, SOBJECTS } from '../schema/sobjects.ts'
import { FIELDS } from './properties.ts'

/** Set by people and read by us; every other field of ours is written by us alone. */
export const FEEDBACK_FIELD = 'Leadwell_Feedback__c'

/** `Lead.Leadwell_Score__c`, …: every field of ours by its full name. */
export function ownFieldNames(objects: readonly RecordObject[] = RECORD_OBJECTS): string[] {
  return objects.flatMap((object) =>
    FIELDS[object].map(({ name }) => `${SOBJECTS[object]}.${name}`),
  )
}

/**
 * Fields without field-level security, whatever their object, because the platform keeps or requires
 * them: whoever reads the record sees them, and a permission set that names one is refused (Salesforce
 * Help, "Field-Level Security"; Metadata API guide, "PermissionSet").
 */
const ALWAYS_VISIBLE = new Set([
  'CreatedDate',
  'Status',
  'TaskSubtype',
  'IsClosed',
  'CompletedDateTime',
  'StartDateTime',
  'IsChild',
  'HasResponded',
  'FirstRespondedDate',
  'CloseDate',
  'IsWon',
  'LastStageChangeDate',
])

/** Seen by whoever sees the record they belong to; their fields are the platform's own. */
const WITHOUT_PERMISSIONS = new Set(['EmailMessage'])

/** Parts of an address are granted with the whole of it. */
const PART_OF: Readonly<Record<string, string>> = {
  'Lead.State': 'Lead.Address',
  'Contact.MailingState': 'Contact.MailingAddress',
  'Account.BillingState': 'Account.BillingAddress',
}

/** Not scored, but without them no activity finds its person and no person the organisation. */
const LOOKUPS = ['Contact.AccountId', 'Task.WhoId', 'Event.WhoId']

/** A custom field of the organisation's own: there is no telling whether it exists. */
const isTheirs = (name: string): boolean => name.endsWith('__c')

/**
 * Standard fields the list that ships reads, as a permission set names them. What hangs on a feature
 * the organisation may not have (Individual, consent points) is left to its admin.
 */
export function standardFieldNames(): readonly string[] {
  const sources = [...RECORD_OBJECTS, ...ACTIVITY_SOURCES]
  const listed = sources.flatMap((source) =>
    (SALESFORCE_FIELDS[source] ?? [])
      .filter(({ field }) => !isTheirs(field) && !/^(Individual|ConsentPoint)\./.test(field))
      .map(({ field }) => (field.includes('.') ? field : `${SOBJECTS[source]}.${field}`)),
  )
  const granted = [...listed, ...LOOKUPS].filter((name) => {
    const [object = '', field = ''] = name.split('.')
    return !WITHOUT_PERMISSIONS.has(object) && !ALWAYS_VISIBLE.has(field)
  })
  return [...new Set(granted.map((name) => PART_OF[name] ?? name))].toSorted()
}
