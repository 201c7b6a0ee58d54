import type { Plant } from '#sandbox/seed/plant.ts'
import type { Population, SeedPerson } from '#sandbox/seed/population.ts'
import type { Org } from '../org.ts'
import { toDate, toDateTime } from '../row.ts'
import { seedActivity } from './seed-activity.ts'
import { createCampaigns } from './seed-campaigns.ts'
import { INDUSTRY, seedPerson, type Who } from './seed-person.ts'
import { seedSetup } from './seed-setup.ts'
import { createSeeder, type Seed } from './seeder.ts'

const DAY_MS = 86_400_000
const HISTORY_MS = 365 * DAY_MS
const ACCOUNT_TYPE = {
  employer: 'Employer',
  benefits_broker: 'Benefits Broker',
  eap: 'EAP',
} as const

/** Fills a fresh org with the population, in its order, so that ids never differ between starts. */
export function seedOrg(
  org: Org,
  population: Population,
  setting: { readonly username: string; readonly plant: Plant },
): void {
  const seed = createSeeder(org, setting.plant)
  const openedAt = population.baseTime - HISTORY_MS
  seedSetup(org, seed, openedAt, setting.username)
  const accounts = population.companies.map((company) => ({
    seed: company,
    accountId: seed('Account', company.createdAt, {
      Name: company.name,
      Type: ACCOUNT_TYPE[company.type],
      Industry: INDUSTRY[company.industry],
      NumberOfEmployees: company.employees,
      Website: `https://${company.domain}`,
      BillingState: company.state,
      Self_Insured__c: company.selfInsured,
    }),
  }))
  const campaigns = createCampaigns(seed, openedAt)
  for (const person of population.people) {
    const account = accounts[person.companyIndex ?? -1]
    const who = seedPerson(seed, person, account)
    for (const activity of person.activities) {
      seedActivity({ seed, campaigns }, person, who, activity)
    }
    seedDeal(seed, person, who, account?.accountId)
  }
}

/** Only Contacts can play a role in an Opportunity; a Lead's deal begins when it is converted. */
function seedDeal(seed: Seed, person: SeedPerson, who: Who, accountId: string | undefined): void {
  const { deal } = person
  if (deal === undefined || who.object !== 'Contact') return
  const closed = deal.won === true ? 'Closed Won' : 'Closed Lost'
  const opportunityId = seed('Opportunity', deal.createdAt, {
    Name: deal.name.slice(0, 120),
    AccountId: accountId ?? null,
    Amount: deal.amount,
    StageName: deal.closedAt === undefined ? 'Proposal' : closed,
    CloseDate: toDate(deal.closedAt ?? deal.createdAt + 60 * DAY_MS),
    LastStageChangeDate: deal.closedAt === undefined ? null : toDateTime(deal.closedAt),
    SystemModstamp: toDateTime(deal.closedAt ?? deal.createdAt),
  })
  seed('OpportunityContactRole', deal.createdAt, {
    OpportunityId: opportunityId,
    ContactId: who.id,
    Role: 'Decision Maker',
    IsPrimary: true,
  })
}
