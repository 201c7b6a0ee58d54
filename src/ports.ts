/**
 * The words every part shares and the ports between parts. Types and closed lists only; no logic.
 */

export const CRMS = ['hubspot', 'salesforce'] as const
export type Crm = (typeof CRMS)[number]

/** One connected CRM account: `hubspot:<portal number>` or `salesforce:<18-character org id>`. */
export type PortalId = `${Crm}:${string}`

/** What we hold of a CRM: people in care or in business (`contact`, `lead`) and organisations (`company`). */
export type RecordObject = 'contact' | 'lead' | 'company'

/** A record by the CRM's own id. HubSpot companies and Salesforce Accounts are both `company`. */
export interface RecordRef {
  readonly object: RecordObject
  readonly id: string
}

/** Closed list, order is storage format: append only. */
export const ACTIVITY_KINDS = [
  'form-submitted',
  'page-viewed',
  'email-opened',
  'email-clicked',
  'email-replied',
  'email-bounced',
  'meeting-booked',
  'meeting-attended',
  'meeting-missed',
  'webinar-registered',
  'webinar-attended',
  'demo-booked',
  'demo-attended',
  'call-connected',
  'call-no-answer',
  'consult-requested',
  'consult-booked',
  'content-downloaded',
  'campaign-responded',
  'message-received',
  'unsubscribed',
  'feedback-given',
  'deal-opened',
  'deal-won',
  'deal-lost',
] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/** Closed list, order is storage format: append only. */
export const ACTIVITY_CATEGORIES = [
  'other',
  'pricing',
  'insurance',
  'services',
  'locations',
  'admissions',
  'employers',
  'referrals',
  'case-study',
  'demo',
  'webinar',
  'contact',
  'about',
  'blog',
  'resources',
  'careers',
  'press',
  'newsletter',
  'callback',
  'benefits-check',
  'health-plans',
] as const
export type ActivityCategory = (typeof ACTIVITY_CATEGORIES)[number]

/** One dated act by or with a record: codes only, never its text. `at` is epoch milliseconds. */
export interface Activity {
  readonly kind: ActivityKind
  readonly category: ActivityCategory
  readonly at: number
}

/** A typed code: closed-vocabulary string, number, epoch milliseconds, boolean, or several codes. */
export type FactValue = string | number | boolean | readonly string[]
export type Facts = Readonly<Record<string, FactValue>>

declare const safe: unique symbol

/**
 * A record after the allow-list: typed, coded, no free text. Only `src/privacy` can make one, so an
 * unstripped record does not compile past the connector.
 */
export interface SafeRecord extends RecordRef {
  readonly facts: Facts
  readonly activities: readonly Activity[]
  readonly companyId: string | undefined
  /** Hash of everything allow-listed the CRM said of the record itself, activities apart. */
  readonly fingerprint: string
  readonly [safe]: true
}

/** Every audience there is, in the order people read them. */
export const AUDIENCES = [
  'individual',
  'employer',
  'health-plan',
  'referral-partner',
  'provider-org',
] as const
export type Audience = (typeof AUDIENCES)[number]
export type Tier = 'sales-ready' | 'nurture' | 'unqualified'
export type Grade = `${'A' | 'B' | 'C'}${1 | 2 | 3}`
export type Channel = 'phone' | 'email' | 'sms'
/** As CRM users read them, in lists and exports as well: none tells of an age or of a kind of care. */
export const HOLDS = [
  'crisis',
  'no-consent',
  'do-not-profile',
  'another-team',
  'consent-awaited',
  'at-capacity',
  'existing-patient',
] as const
export type Hold = (typeof HOLDS)[number]
/** Holds as they were called once, which told too much: records not decided since still have them. */
export const RETIRED_HOLDS: Readonly<Record<string, Hold>> = {
  minor: 'another-team',
  'part2-consent-missing': 'consent-awaited',
}
export const NEXT_ACTIONS = [
  'call',
  'email',
  'book-consult',
  'verify-benefits',
  'send-information',
  'nurture',
  'refer',
  'follow-crisis-protocol',
  'none',
] as const
export type NextAction = (typeof NEXT_ACTIONS)[number]

/** The language a rep reads notes in. */
export type NoteLanguage = 'en' | 'es'

/** What a portal's owner decided, about consent above all; kept with its allow-list and approved with it. */
export interface PortalPolicy {
  /** Service lines that are 42 CFR Part 2 programs. */
  readonly part2ServiceLines: readonly string[]
  /** The portal's status `complete` is only ever set when every element of 42 CFR 2.31 is on file. */
  readonly part2StatusSuffices: boolean
  /** Ticking the portal's SMS box records every element of express written consent. */
  readonly smsCheckboxSuffices: boolean
  /** A HIPAA covered entity or its business associate, exempt from RCW 19.373. */
  readonly coveredEntity: boolean
  /** Nobody is scored or reached without a legal basis on record, as under the GDPR. */
  readonly requireLegalBasis: boolean
  readonly noteLanguage: NoteLanguage
  /** What becomes of fields of ours that a person fills in otherwise: written again, or left. */
  readonly repEdits: 'put-right' | 'respect'
  /** Whoever drafts scoring models may approve them as well. */
  readonly selfApproval: boolean
}

/** The values we want on one CRM record. `null` means the property must be empty. Times are epoch ms. */
export interface IntentValues {
  readonly score: number | null
  readonly fit: number | null
  readonly engagement: number | null
  readonly grade: Grade | null
  readonly tier: Tier | null
  readonly hold: Hold | null
  readonly audience: Audience | null
  readonly topReason: string | null
  readonly handoffNote: string | null
  readonly nextAction: NextAction | null
  readonly channels: readonly Channel[]
  readonly respondBy: number | null
  readonly scoredAt: number | null
  readonly model: string | null
  /** Left out until the person once belonged to an approved segment; from then on a name or empty. */
  readonly segment?: string | null
}

/** The values we want on one organisation: what its engaged people come to together. */
export interface AccountValues {
  readonly accountScore: number
  readonly accountTier: Tier
  readonly engagedContacts: number
}

/** People carry `IntentValues`, organisations `AccountValues`; `'engagedContacts' in values` tells. */
export interface Intent {
  readonly ref: RecordRef
  readonly values: IntentValues | AccountValues
}

/** One thing people are told apart by: who they are to us, a coded fact, or whether a rule counted. */
export type SegmentFeature =
  | { readonly kind: 'audience' | 'rule'; readonly name: string }
  | {
      readonly kind: 'fact'
      readonly name: string
      /** Values as coded that are common enough to shape a segment; all others are one. */
      readonly values: readonly string[]
      /** From where on a number is middling, and high; `null` where no number was seen. */
      readonly thirds: readonly [number, number] | null
    }

/** Segments as plain JSON: whoever is to be placed in one needs nothing else of the history. */
export interface SegmentDefinition {
  readonly features: readonly SegmentFeature[]
  /** One coded value for each feature; `key` is null where people close as everybody else does. */
  readonly modes: readonly { readonly key: string | null; readonly values: readonly string[] }[]
}

/** Segments a person approved. */
export interface ApprovedSegments {
  readonly definition: SegmentDefinition
  /** As they stand in the CRM, by key; a segment without a name is not written. */
  readonly names: Readonly<Record<string, string>>
}

/** Event work goes before bulk work; bulk may use all that is left. */
export type Lane = 'event' | 'bulk'

/** Who the credentials belong to. */
export interface PortalIdentity {
  readonly id: PortalId
  readonly name: string
  readonly timeZone: string
}

/** Secrets of a connection; encrypted at rest, never logged. */
export type Credentials =
  | { readonly kind: 'hubspot-token'; readonly accessToken: string }
  | {
      readonly kind: 'hubspot-oauth'
      readonly clientId: string
      readonly clientSecret: string
      readonly refreshToken: string
    }
  | {
      readonly kind: 'salesforce-client-credentials'
      readonly loginUrl: string
      readonly clientId: string
      readonly clientSecret: string
    }
  | {
      readonly kind: 'salesforce-jwt'
      readonly loginUrl: string
      readonly clientId: string
      readonly username: string
      readonly privateKey: string
    }
  | {
      readonly kind: 'salesforce-refresh'
      readonly loginUrl: string
      readonly clientId: string
      readonly clientSecret: string
      readonly refreshToken: string
    }

export interface Portal extends PortalIdentity {
  readonly crm: Crm
  /** Base URL of HubSpot's API, or the Salesforce login host. */
  readonly apiUrl: string
  readonly sandbox: boolean
  readonly status: 'connected' | 'disconnected'
  /** Why it is disconnected, as a code. */
  readonly statusReason: string | undefined
  /** Unguessable path part of this portal's inbound endpoint. */
  readonly webhookKey: string
}

/** Flat scalars only, so that a record cannot be logged. Messages are fixed strings. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>
export interface Log {
  debug(message: string, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
  with(fields: LogFields): Log
}
