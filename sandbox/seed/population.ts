/**
 * The made-up people and organisations a sandbox portal is filled with. CRM-neutral: each sandbox
 * maps them to its own objects. Nobody here is real.
 */
type SeedInquiry = 'self' | 'loved_one' | 'employer_benefits' | 'job_seeker' | 'vendor' | 'other'
type SeedContactRequest = 'call_today' | 'call' | 'email' | 'text' | 'none'
type SeedServiceLine =
  | 'outpatient'
  | 'telehealth'
  | 'intensive_outpatient'
  | 'partial_hospital'
  | 'residential'
  | 'substance_use_program'
  | 'workplace_program'
type SeedVerification = 'not_started' | 'submitted' | 'verified' | 'out_of_network' | 'self_pay'

/** What happened with a person. Free text on it is a trap: the product must never ingest it. */
export type SeedActivity =
  | { readonly kind: 'email-opened' | 'email-clicked' | 'email-replied'; readonly at: number }
  | {
      readonly kind: 'email-sent'
      readonly at: number
      readonly subject: string
      readonly body: string
    }
  | { readonly kind: 'page-viewed'; readonly at: number; readonly url: string }
  | { readonly kind: 'form-submitted'; readonly at: number; readonly form: string }
  | {
      readonly kind: 'call'
      readonly at: number
      readonly connected: boolean
      readonly inbound: boolean
      readonly note: string
    }
  | {
      readonly kind: 'meeting'
      readonly at: number
      readonly bookedAt: number
      readonly type: 'demo' | 'consult' | 'intake' | 'meeting'
      readonly outcome: 'completed' | 'no_show' | 'scheduled' | 'canceled'
      readonly title: string
    }
  | {
      readonly kind: 'webinar'
      readonly at: number
      readonly registeredAt: number
      readonly attended: boolean
    }
  | {
      readonly kind: 'message'
      readonly at: number
      readonly inbound: boolean
      readonly body: string
    }
  | { readonly kind: 'note'; readonly at: number; readonly body: string }
  | { readonly kind: 'task'; readonly at: number; readonly title: string; readonly done: boolean }

export interface SeedCompany {
  /** Position in `companies`. */
  readonly index: number
  readonly name: string
  readonly domain: string
  readonly industry:
    | 'technology'
    | 'healthcare'
    | 'education'
    | 'manufacturing'
    | 'retail'
    | 'government'
    | 'finance'
    | 'hospitality'
    | 'nonprofit'
  readonly employees: number
  readonly state: string
  readonly selfInsured: boolean
  readonly type: 'employer' | 'benefits_broker' | 'eap'
  readonly createdAt: number
}

/** A consent on file for one way to reach somebody; epoch ms. */
export interface SeedConsentPoint {
  readonly channel: 'phone' | 'email'
  readonly status: 'opt_in' | 'opt_out'
  readonly from: number
  readonly until: number | undefined
}

export interface SeedPerson {
  /** Position in `people`. */
  readonly index: number
  readonly audience: 'individual' | 'employer'
  /** In Salesforce: kept as a Lead, or as a Contact of the company. In HubSpot always a contact. */
  readonly salesforceObject: 'lead' | 'contact'
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly phone: string
  readonly title: string | undefined
  /** Two-letter US state. */
  readonly state: string
  readonly companyIndex: number | undefined
  readonly createdAt: number
  readonly lifecycle:
    | 'subscriber'
    | 'lead'
    | 'marketingqualifiedlead'
    | 'salesqualifiedlead'
    | 'opportunity'
    | 'customer'
  readonly source:
    | 'organic_search'
    | 'paid_search'
    | 'referral'
    | 'direct'
    | 'email'
    | 'event'
    | 'social'
  readonly inquiry: SeedInquiry | undefined
  readonly contactRequest: SeedContactRequest | undefined
  readonly serviceLine: SeedServiceLine | undefined
  readonly verification: SeedVerification | undefined
  readonly ageBand: 'under_13' | '13_17' | 'adult' | undefined
  readonly part2Consent: 'none' | 'partial' | 'complete' | undefined
  readonly emailOptOut: boolean
  readonly doNotCall: boolean
  readonly smsConsent: boolean
  readonly doNotProfile: boolean
  readonly crisis: boolean
  readonly existingPatient: boolean
  /** Parts of the written consent that are on file. */
  readonly part2Elements: readonly string[]
  readonly part2SignedAt: number | undefined
  readonly part2ExpiresAt: number | undefined
  readonly smsElements: readonly string[]
  readonly consentRevoked: boolean
  readonly healthDataConsent: boolean | undefined
  readonly language: 'en' | 'es' | undefined
  readonly legalBasis: 'consent' | 'legitimate_interest' | 'contract' | undefined
  /** Left one mailing list, not all mail. */
  readonly newsletterOptOut: boolean
  readonly consentPoints: readonly SeedConsentPoint[]
  /** Free text a person wrote; never to be ingested. */
  readonly message: string | undefined
  readonly activities: readonly SeedActivity[]
  readonly deal:
    | {
        readonly name: string
        readonly amount: number
        readonly createdAt: number
        readonly closedAt: number | undefined
        readonly won: boolean | undefined
      }
    | undefined
}

export interface Population {
  readonly seed: number
  /** Epoch ms everything is dated relative to; nothing but scheduled meetings lies after it. */
  readonly baseTime: number
  readonly companies: readonly SeedCompany[]
  readonly people: readonly SeedPerson[]
}
