/**
 * Dated paths, one line per API: HubSpot moves each API on its own calendar, so there is no version
 * for all of them (HubSpot docs, "Date-based versioning").
 */

/** The object types we read; everything else in a portal does not exist for us. */
export type HubspotType = 'contacts' | 'companies' | ActivityType

/**
 * What hangs on contacts by association: what people did, and deals, by which scores are measured.
 * Notes and tasks are not among them: a note is nothing but free text, and a task says what a rep has to
 * do, not what the person did.
 */
export const ACTIVITY_TYPES = ['calls', 'emails', 'meetings', 'communications', 'deals'] as const
export type ActivityType = (typeof ACTIVITY_TYPES)[number]

const objects = (type: HubspotType): string => `/crm/objects/2026-09/${type}`
const properties = (type: HubspotType): string => `/crm/properties/2026-09/${type}`

export const PATHS = {
  list: objects,
  record: (type: HubspotType, id: string) => `${objects(type)}/${encodeURIComponent(id)}`,
  batchRead: (type: HubspotType) => `${objects(type)}/batch/read`,
  batchUpdate: (type: HubspotType) => `${objects(type)}/batch/update`,
  search: (type: HubspotType) => `${objects(type)}/search`,
  properties,
  property: (type: HubspotType, name: string) => `${properties(type)}/${name}`,
  propertyBatchCreate: (type: HubspotType) => `${properties(type)}/batch/create`,
  propertyGroups: (type: HubspotType) => `${properties(type)}/groups`,
  propertyGroup: (type: HubspotType, name: string) => `${properties(type)}/groups/${name}`,
  associations: (from: HubspotType, to: HubspotType) =>
    `/crm/associations/2026-09/${from}/${to}/batch/read`,
  /** Newest first; one of the two answers (HubSpot docs, "Forms"). */
  forms: ['/marketing/forms/2026-09-beta', '/marketing/v3/forms'],
  /** Without a dated twin until now. */
  submissions: (form: string) =>
    `/form-integrations/v1/submissions/forms/${encodeURIComponent(form)}`,
  marketingEvents: '/marketing/marketing-events/2026-09',
  participations: (event: string) =>
    `/marketing/marketing-events/2026-09/participations/${encodeURIComponent(event)}/breakdown`,
  occurrences: '/events/event-occurrences/2026-09',
  subscriptionStatuses: '/communication-preferences/2026-09/statuses/batch/read',
  imports: '/crm/imports/2026-09',
  import: (id: string) => `/crm/imports/2026-09/${encodeURIComponent(id)}`,
  importErrors: (id: string) => `/crm/imports/2026-09/${encodeURIComponent(id)}/errors`,
  customPropertyLimits: '/crm/limits/2026-09/custom-properties',
  /** Newest first; the older one answers in portals the dated one has not reached. */
  accountDetails: ['/account-info/2026-09/details', '/account-info/v3/details'],
  token: '/oauth/2026-09/token',
} as const
