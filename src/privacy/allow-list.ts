import type { Crm } from '../ports.ts'
import type { AllowList } from './allowed-field.ts'
import { HUBSPOT_FIELDS } from './hubspot-fields.ts'
import { SALESFORCE_FIELDS } from './salesforce-fields.ts'

/** The list that ships for a CRM. */
export function allowListFor(crm: Crm): AllowList {
  return crm === 'hubspot' ? HUBSPOT_FIELDS : SALESFORCE_FIELDS
}
