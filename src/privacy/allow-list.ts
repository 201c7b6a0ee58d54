import { DEFAULT_POLICY } from '../consent/default-policy.ts'
import type { Crm } from '../ports.ts'
import type { AllowedField, AllowList, FieldSource, PortalTexts } from './allowed-field.ts'
import { ACTIVITY_RETENTION_DAYS } from './facts/groups.ts'
import { HUBSPOT_FIELDS } from './hubspot-fields.ts'
import { SALESFORCE_FIELDS } from './salesforce-fields.ts'

export const NO_TEXTS: PortalTexts = {
  pages: [],
  forms: [],
  campaigns: [],
  personalDomains: [],
  studentDomains: [],
}

const FIELDS: Readonly<Record<Crm, AllowList['fields']>> = {
  hubspot: HUBSPOT_FIELDS,
  salesforce: SALESFORCE_FIELDS,
}

/** The list that ships for a CRM; it holds until the portal's owner approves another. */
export function shippedAllowList(crm: Crm): AllowList {
  return {
    crm,
    version: 0,
    fields: FIELDS[crm],
    texts: NO_TEXTS,
    activityRetentionDays: ACTIVITY_RETENTION_DAYS,
    policy: DEFAULT_POLICY,
  }
}

/** Everything a list says of one source, in its order. */
export function entriesOf(
  { fields }: Pick<AllowList, 'fields'>,
  source: FieldSource,
): readonly AllowedField[] {
  return fields[source] ?? []
}
