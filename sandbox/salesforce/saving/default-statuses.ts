import type { Org } from '../org.ts'
import type { Row } from '../row.ts'

/** Salesforce Help, "Predefined Campaign Member Statuses": a new campaign has Sent and Responded. */
export function addDefaultStatuses(org: Org, campaignId: string, stamp: Row): void {
  const status = org.schema.object('CampaignMemberStatus')
  if (status === undefined) return
  for (const [at, Label] of ['Sent', 'Responded'].entries()) {
    const id = org.records.nextId(status)
    const flags = { IsDeleted: false, IsDefault: at === 0, HasResponded: at === 1 }
    const fields = { CampaignId: campaignId, Label, SortOrder: at + 1 }
    org.records.put(status.name, id, { ...stamp, ...fields, ...flags, Id: id })
  }
}
