/**
 * Dated paths, one line per API: HubSpot moves each API on its own calendar, so there is no version
 * for all of them (HubSpot docs, "Date-based versioning").
 */

/** The object types we read; everything else in a portal does not exist for us. */
export type HubspotType = 'contacts' | 'companies' | ActivityType

/** Activity objects: what people did, hung on contacts by association. */
export const ACTIVITY_TYPES = ['calls', 'emails', 'meetings', 'communications'] as const
export type ActivityType = (typeof ACTIVITY_TYPES)[number]

const objects = (type: HubspotType): string => `/crm/objects/2026-09/${type}`
const properties = (type: HubspotType): string => `/crm/properties/2026-09/${type}`

export const PATHS = {
  list: objects,
  batchRead: (type: HubspotType) => `${objects(type)}/batch/read`,
  batchUpdate: (type: HubspotType) => `${objects(type)}/batch/update`,
  search: (type: HubspotType) => `${objects(type)}/search`,
  properties,
  property: (type: HubspotType, name: string) => `${properties(type)}/${name}`,
  propertyBatchCreate: (type: HubspotType) => `${properties(type)}/batch/create`,
  propertyGroups: (type: HubspotType) => `${properties(type)}/groups`,
  associations: (from: HubspotType, to: HubspotType) =>
    `/crm/associations/2026-09/${from}/${to}/batch/read`,
  /** Newest first; the older one answers in portals the dated one has not reached. */
  accountDetails: ['/account-info/2026-09/details', '/account-info/v3/details'],
  token: '/oauth/2026-09/token',
} as const
