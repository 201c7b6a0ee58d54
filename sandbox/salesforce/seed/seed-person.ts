import type { SeedCompany, SeedPerson } from '#sandbox/seed/population.ts'
import { type Row, toDate, toDateTime } from '../row.ts'
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
  const individualId = seedIndividual(seed, person)
  if (individualId !== null) seedConsentPoints(seed, person, individualId)
  const fields = { ...personFields(person), IndividualId: individualId }
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
    Part2_Consent_Elements__c: person.part2Elements.join(';') || null,
    Part2_Consent_Signed__c: dayOf(person.part2SignedAt),
    Part2_Consent_Expires__c: dayOf(person.part2ExpiresAt),
    Sms_Consent_Elements__c: person.smsElements.join(';') || null,
    Consent_Revoked__c: person.consentRevoked,
    Health_Data_Consent__c: person.healthDataConsent ?? false,
    Preferred_Language__c: person.language ?? null,
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
    HasOptedOutTracking: person.index % 52 === 0,
  })
}

const CHANNELS = { phone: 'Phone', email: 'Email' } as const
const STATUSES = { opt_in: 'OptIn', opt_out: 'OptOut' } as const

function seedConsentPoints(seed: Seed, person: SeedPerson, individualId: string): void {
  for (const { channel, status, from, until } of person.consentPoints) {
    const type = CHANNELS[channel]
    seed('ContactPointTypeConsent', from, {
      Name: `${type} consent`,
      PartyId: individualId,
      ContactPointType: type,
      PrivacyConsentStatus: STATUSES[status],
      EffectiveFrom: toDateTime(from),
      EffectiveTo: until === undefined ? null : toDateTime(until),
      CaptureDate: toDateTime(from),
      CaptureContactPointType: 'Web',
      CaptureSource: 'Intake form',
    })
  }
}

function dayOf(at: number | undefined): string | null {
  return at === undefined ? null : toDate(at)
}
