import { PermanentError } from './errors.ts'
import { CRMS, type Crm, type PortalId } from './ports.ts'

const PORTAL_ID = new RegExp(`^(?<crm>${CRMS.join('|')}):[A-Za-z0-9]{1,40}$`)

/** Whether a text is written as the id of a portal: `hubspot:123`. */
export function isPortalId(text: unknown): text is PortalId {
  return typeof text === 'string' && PORTAL_ID.test(text)
}

/** The CRM a portal belongs to. Throws PermanentError `portal-malformed` for one of a CRM unknown here. */
export function crmOf(portal: PortalId): Crm {
  const found = CRMS.find((crm) => portal.startsWith(`${crm}:`))
  if (found !== undefined) return found
  throw new PermanentError('portal-malformed', 'A portal id names a CRM that is unknown here.')
}
