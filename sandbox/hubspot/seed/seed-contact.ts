import type { SeedPerson } from '#sandbox/seed/population.ts'
import { TIMELINE_PROPERTIES, timelineValue } from './contact-timeline.ts'

const SOURCES: Readonly<Record<SeedPerson['source'], string>> = {
  organic_search: 'ORGANIC_SEARCH',
  paid_search: 'PAID_SEARCH',
  referral: 'REFERRALS',
  direct: 'DIRECT_TRAFFIC',
  email: 'EMAIL_MARKETING',
  event: 'OFFLINE',
  social: 'SOCIAL_MEDIA',
}

const LEAD_STATUSES: Readonly<Record<SeedPerson['lifecycle'], string | undefined>> = {
  subscriber: undefined,
  lead: 'NEW',
  marketingqualifiedlead: 'OPEN',
  salesqualifiedlead: 'IN_PROGRESS',
  opportunity: 'OPEN_DEAL',
  customer: 'CONNECTED',
}

/** A person's properties as a HubSpot contact; empty ones are absent. */
export function contactProperties(person: SeedPerson, baseTime: number): Record<string, string> {
  const properties: Record<string, string> = {}
  const set = (name: string, value: string | undefined) => {
    if (value !== undefined) properties[name] = value
  }
  const latest = person.activities.findLast(({ at }) => at <= baseTime)?.at ?? person.createdAt
  set('createdate', iso(person.createdAt))
  set('lastmodifieddate', iso(Math.max(latest, person.createdAt)))
  set('email', person.email)
  set('firstname', person.firstName)
  set('lastname', person.lastName)
  set('phone', person.phone)
  set('jobtitle', person.title)
  set('state', person.state)
  set('message', person.message)
  set('lifecyclestage', person.lifecycle)
  set('hs_lead_status', LEAD_STATUSES[person.lifecycle])
  set('hs_analytics_source', SOURCES[person.source])
  set('inquiry_type', person.inquiry)
  set('requested_contact', person.contactRequest)
  set('service_line', person.serviceLine)
  set('insurance_verification_status', person.verification)
  set('age_band', person.ageBand)
  set('part2_consent', person.part2Consent)
  set('hs_email_optout', yes(person.emailOptOut))
  set('do_not_call', yes(person.doNotCall))
  set('sms_consent', yes(person.smsConsent))
  set('do_not_profile', yes(person.doNotProfile))
  set('crisis_flag', yes(person.crisis))
  set('existing_patient', yes(person.existingPatient))
  setConsents(person, set)
  set('hs_email_bounce', person.index % 50 === 17 ? '1' : undefined)
  set('diagnosis_notes', person.existingPatient ? 'F33.1, on sertraline' : undefined)
  for (const name of TIMELINE_PROPERTIES) set(name, timelineValue(person, name))
  return properties
}

const LEGAL_BASES: Readonly<Record<NonNullable<SeedPerson['legalBasis']>, string>> = {
  consent: 'Freely given consent from contact',
  legitimate_interest: 'Legitimate interest – prospect/lead',
  contract: 'Performance of a contract',
}

function setConsents(
  person: SeedPerson,
  set: (name: string, value: string | undefined) => void,
): void {
  set('hs_email_optout_8801', yes(person.newsletterOptOut))
  set('hs_language', person.language)
  set('hs_legal_basis', person.legalBasis && LEGAL_BASES[person.legalBasis])
  set('part2_consent_elements', person.part2Elements.join(';') || undefined)
  set('part2_consent_signed', day(person.part2SignedAt))
  set('part2_consent_expires', day(person.part2ExpiresAt))
  set('sms_consent_elements', person.smsElements.join(';') || undefined)
  set('consent_revoked', yes(person.consentRevoked))
  set('health_data_consent', person.healthDataConsent?.toString())
}

/** Most flags are simply empty in a portal until somebody ticks them. */
function yes(flag: boolean): string | undefined {
  return flag ? 'true' : undefined
}

function day(at: number | undefined): string | undefined {
  return at === undefined ? undefined : iso(at).slice(0, 10)
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
