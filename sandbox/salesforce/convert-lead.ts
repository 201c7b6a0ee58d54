import { PermanentError } from '#src/errors.ts'
import type { Org } from './org.ts'
import { toDate } from './row.ts'
import { moveActivities, rowOf, touch } from './touch.ts'

const SHARED = [
  'FirstName',
  'LastName',
  'Title',
  'Email',
  'Phone',
  'LeadSource',
  'IndividualId',
  'HasOptedOutOfEmail',
  'DoNotCall',
] as const

export interface Converted {
  readonly accountId: string
  readonly contactId: string
  readonly opportunityId: string
}

/** Turns a lead into Account, Contact and Opportunity; afterwards the lead is read-only. */
export function convertLead(
  org: Org,
  id: string,
  create: (object: string, values: Readonly<Record<string, unknown>>) => string,
): Converted {
  const { object, row } = rowOf(org, id)
  if (object !== 'Lead' || row['IsConverted'] === true) {
    throw new PermanentError('CANNOT_UPDATE_CONVERTED_LEAD', `${id} cannot be converted`)
  }
  const accountId = create('Account', { Name: row['Company'] })
  const shared = Object.fromEntries(SHARED.map((name) => [name, row[name] ?? null]))
  const contactId = create('Contact', { ...shared, AccountId: accountId })
  const opportunityId = create('Opportunity', {
    Name: `${String(row['Company'])}-`,
    AccountId: accountId,
    StageName: 'Prospecting',
    CloseDate: toDate(org.now()),
  })
  create('OpportunityContactRole', { OpportunityId: opportunityId, ContactId: contactId })
  touch(org, object, row, {
    Status: 'Closed - Converted',
    IsConverted: true,
    ConvertedDate: toDate(org.now()),
    ConvertedAccountId: accountId,
    ConvertedContactId: contactId,
    ConvertedOpportunityId: opportunityId,
  })
  moveActivities(org, id, contactId)
  moveMemberships(org, id, contactId)
  return { accountId, contactId, opportunityId }
}

/** A campaign member of a converted lead names the contact too (Object Reference, CampaignMember). */
function moveMemberships(org: Org, leadId: string, contactId: string): void {
  for (const row of org.records.referencing('CampaignMember', 'LeadId', leadId)) {
    touch(org, 'CampaignMember', row, { ContactId: contactId })
  }
}
