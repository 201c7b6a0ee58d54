import type { SeedCompany, SeedPerson } from '#sandbox/seed/population.ts'
import type { Row } from '../row.ts'
import type { Seed } from './seeder.ts'

export const INDUSTRY: Readonly<Record<SeedCompany['industry'], string>> = {
  technology: 'Technology',
  healthcare: 'Healthcare',
  education: 'Education',
  manufacturing: 'Manufacturing',
  retail: 'Retail',
  government: 'Government',
  finance: 'Finance',
  hospitality: 'Hospitality',
  nonprofit: 'Not For Profit',
}

const SOURCE: Readonly<Record<SeedPerson['source'], string>> = {
  organic_search: 'Organic Search',
  paid_search: 'Paid Search',
  referral: 'Referral',
  direct: 'Direct',
  email: 'Email',
  event: 'Event',
  social: 'Social',
}

const WORKED: ReadonlySet<SeedPerson['lifecycle']> = new Set([
  'marketingqualifiedlead',
  'salesqualifiedlead',
  'opportunity',
  'customer',
])

/** Text that must never leave the CRM; nobody is meant by it. */
const NOTE = 'Intake note (made up): reports panic attacks and a past hospital stay.'

/** A person's Salesforce record. */
export interface Who {
  readonly object: 'Lead' | 'Contact'
  readonly id: string
}

/** Files a person as a Lead, or as a Contact of their organisation's Account. */
export function seedPerson(
  seed: Seed,
  person: SeedPerson,
  company: { readonly seed: SeedCompany; readonly accountId: string } | undefined,
): Who {
  const fields = { ...personFields(person), IndividualId: seedIndividual(seed, person) }
  if (person.salesforceObject === 'contact') {
    const id = seed('Contact', person.createdAt, {
      ...fields,
      MailingState: person.state,
      AccountId: company?.accountId ?? null,
    })
    return { object: 'Contact', id }
  }
  const id = seed('Lead', person.createdAt, {
    ...fields,
    State: person.state,
    Company: company?.seed.name ?? '[not provided]',
    Industry: company === undefined ? null : INDUSTRY[company.seed.industry],
    NumberOfEmployees: company?.seed.employees ?? null,
    Self_Insured__c: company?.seed.selfInsured ?? false,
    Status: WORKED.has(person.lifecycle) ? 'Working - Contacted' : 'Open - Not Contacted',
  })
  return { object: 'Lead', id }
}

function personFields(person: SeedPerson): Row {
  return {
    FirstName: person.firstName,
    LastName: person.lastName,
    Title: person.title ?? null,
    Email: person.email,
    Phone: person.phone,
    LeadSource: SOURCE[person.source],
    HasOptedOutOfEmail: person.emailOptOut,
    DoNotCall: person.doNotCall,
    Description: person.message ?? null,
    Diagnosis_Notes__c: person.audience === 'individual' ? NOTE : null,
    Inquiry_Type__c: person.inquiry ?? null,
    Requested_Contact__c: person.contactRequest ?? null,
    Service_Line__c: person.serviceLine ?? null,
    Insurance_Verification__c: person.verification ?? null,
    Age_Band__c: person.ageBand ?? null,
    Part2_Consent__c: person.part2Consent ?? null,
    Sms_Consent__c: person.smsConsent,
    Crisis_Flag__c: person.crisis,
    Existing_Patient__c: person.existingPatient,
  }
}

/** Everyone who asked not to be profiled has an Individual, and so does every fourth of the others. */
function seedIndividual(seed: Seed, person: SeedPerson): string | null {
  if (!person.doNotProfile && person.index % 4 !== 0) return null
  return seed('Individual', person.createdAt, {
    FirstName: person.firstName,
    LastName: person.lastName,
    HasOptedOutProfiling: person.doNotProfile,
  })
}
