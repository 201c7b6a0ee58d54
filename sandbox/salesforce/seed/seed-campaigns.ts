import { toDate, toDateTime } from '../row.ts'
import type { Who } from './seed-person.ts'
import type { Seed } from './seeder.ts'

interface Response {
  readonly who: Who
  readonly createdAt: number
  readonly status: string
  readonly respondedAt: number | undefined
}

/** Campaigns made as people turn up in them; nobody is a member of one twice. */
export interface Campaigns {
  webinar(monthOf: number, response: Response): void
  form(name: string, response: Response): void
}

export function createCampaigns(seed: Seed, openedAt: number): Campaigns {
  const campaigns = new Map<string, string>()
  const members = new Set<string>()

  function campaign(name: string, type: string, statuses: readonly [string, string]): string {
    const known = campaigns.get(name)
    if (known !== undefined) return known
    const id = seed('Campaign', openedAt, {
      Name: name,
      Type: type,
      Status: 'In Progress',
      IsActive: true,
    })
    for (const [position, Label] of statuses.entries()) {
      const responded = position === 1
      const fields = { CampaignId: id, Label, SortOrder: position + 1, IsDefault: !responded }
      seed('CampaignMemberStatus', openedAt, { ...fields, HasResponded: responded })
    }
    campaigns.set(name, id)
    return id
  }

  function join(campaignId: string, { who, createdAt, status, respondedAt }: Response): void {
    const key = `${campaignId}/${who.id}`
    if (members.has(key)) return
    members.add(key)
    seed('CampaignMember', respondedAt ?? createdAt, {
      CampaignId: campaignId,
      [`${who.object}Id`]: who.id,
      Status: status,
      CreatedDate: toDateTime(createdAt),
      FirstRespondedDate: respondedAt === undefined ? null : toDate(respondedAt),
    })
  }

  return {
    webinar(monthOf, response) {
      const name = `Webinar ${toDate(monthOf).slice(0, 7)}`
      join(campaign(name, 'Webinar', ['Registered', 'Attended']), response)
    },
    form(name, response) {
      const type = name.includes('download') ? 'Content' : 'Web Form'
      join(campaign(`Form: ${name}`, type, ['Sent', 'Responded']), response)
    },
  }
}
