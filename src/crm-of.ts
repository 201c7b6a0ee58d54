import type { Crm, PortalId } from './ports.ts'

/** The CRM a portal belongs to. */
export function crmOf(portal: PortalId): Crm {
  return portal.startsWith('hubspot:') ? 'hubspot' : 'salesforce'
}
