import type { SeedCompany, SeedPerson } from '#sandbox/seed/population.ts'

const INDUSTRIES: Readonly<Record<SeedCompany['industry'], string>> = {
  technology: 'COMPUTER_SOFTWARE',
  healthcare: 'HOSPITAL_HEALTH_CARE',
  education: 'EDUCATION_MANAGEMENT',
  manufacturing: 'MACHINERY',
  retail: 'RETAIL',
  government: 'GOVERNMENT_ADMINISTRATION',
  finance: 'FINANCIAL_SERVICES',
  hospitality: 'HOSPITALITY',
  nonprofit: 'NON_PROFIT_ORGANIZATION_MANAGEMENT',
}

export function companyProperties(company: SeedCompany): Record<string, string> {
  const at = new Date(company.createdAt).toISOString()
  return {
    createdate: at,
    hs_lastmodifieddate: at,
    name: company.name,
    domain: company.domain,
    industry: INDUSTRIES[company.industry],
    numberofemployees: String(company.employees),
    state: company.state,
    organization_type: company.type,
    ...(company.selfInsured ? { self_insured: 'true' } : {}),
  }
}

export function dealProperties(deal: NonNullable<SeedPerson['deal']>): Record<string, string> {
  const closed = deal.closedAt !== undefined
  const createdate = new Date(deal.createdAt).toISOString()
  const closedate = deal.closedAt === undefined ? undefined : new Date(deal.closedAt).toISOString()
  return {
    createdate,
    hs_lastmodifieddate: closedate ?? createdate,
    dealname: deal.name,
    amount: String(deal.amount),
    pipeline: 'default',
    dealstage: stageOf(deal.won),
    hs_is_closed: String(closed),
    hs_is_closed_won: String(deal.won === true),
    ...(closedate === undefined ? {} : { closedate }),
  }
}

function stageOf(won: boolean | undefined): string {
  if (won === undefined) return 'presentationscheduled'
  return won ? 'closedwon' : 'closedlost'
}
