/**
 * The words every part shares and the ports between parts. Types and closed lists only; no logic.
 */

export type Crm = 'hubspot' | 'salesforce'

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

export type Audience =
  | 'individual'
  | 'employer'
  | 'health-plan'
  | 'referral-partner'
  | 'provider-org'
export type Tier = 'sales-ready' | 'nurture' | 'unqualified'
export type Grade = `${'A' | 'B' | 'C'}${1 | 2 | 3}`
export type Channel = 'phone' | 'email' | 'sms'
export const HOLDS = [
  'crisis',
  'no-consent',
  'do-not-profile',
  'minor',
  'part2-consent-missing',
  'at-capacity',
  'existing-patient',
] as const
export type Hold = (typeof HOLDS)[number]
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

/** What became of one intent. `refused` waits for a person; `retry` is tried again by the writer. */
export type WriteResult =
  | { readonly ref: RecordRef; readonly outcome: 'written' }
  | { readonly ref: RecordRef; readonly outcome: 'gone' }
  | { readonly ref: RecordRef; readonly outcome: 'refused'; readonly code: string }
  | { readonly ref: RecordRef; readonly outcome: 'retry'; readonly code: string }

/** Event work goes before bulk work; bulk may use all that is left. */
export type Lane = 'event' | 'bulk'

/** The call budget of one portal, shared by every process. Pools are named by the connector. */
export interface Quota {
  /** Resolves when one call may be made; counts it. */
  take(pool: string, lane: Lane): Promise<void>
  /** What the CRM said of a pool's window in its response headers. */
  learn(pool: string, seen: { limit: number; remaining: number; intervalMs: number }): Promise<void>
  /** Nobody calls this pool for `forMs`: after a 429 or at the end of a daily limit. */
  pause(pool: string, forMs: number): Promise<void>
}

export interface RecordPage {
  readonly records: readonly SafeRecord[]
  /** Opaque; absent on the last page. */
  readonly next: string | undefined
}

export interface ReadResult {
  readonly records: readonly SafeRecord[]
  /** Asked for and not there any more: deleted, merged away or out of reach. */
  readonly missing: readonly RecordRef[]
}

export interface ChangePage {
  /** Records whose own fields were modified, with the fingerprint they have now. */
  readonly changed: readonly { readonly ref: RecordRef; readonly fingerprint: string }[]
  /** Records touched by a new or changed activity. */
  readonly touched: readonly RecordRef[]
  readonly deleted: readonly RecordRef[]
  /** Where the next poll starts; opaque JSON, stored after the marks are durable. */
  readonly cursor: unknown
}

export interface ProvisionStep {
  readonly object: RecordObject
  readonly kind: 'group' | 'property' | 'option' | 'permission'
  readonly name: string
  readonly action: 'create' | 'update' | 'keep'
}

/** Who the credentials belong to. */
export interface PortalIdentity {
  readonly id: PortalId
  readonly name: string
  readonly timeZone: string
}

/**
 * One CRM behind one port. Every method may throw TransientError or PermanentError and nothing else;
 * only allow-listed fields are asked for and returned.
 */
export interface Connector {
  readonly crm: Crm
  /** Objects to backfill, organisations first. */
  readonly objects: readonly RecordObject[]
  /** Records one write call carries. */
  readonly writeBatchSize: number
  /** Whether one write call may mix objects. */
  readonly writesMixedObjects: boolean
  /** One page of the whole portal, activities included, in a stable order. */
  list(object: RecordObject, cursor: string | undefined): Promise<RecordPage>
  /** At most 100 refs, activities included. */
  read(refs: readonly RecordRef[]): Promise<ReadResult>
  /** What changed since the cursor; `undefined` starts at `sinceMs`. */
  changes(cursor: unknown, sinceMs: number): Promise<ChangePage>
  provision(options: { dryRun: boolean }): Promise<readonly ProvisionStep[]>
  /** At most `writeBatchSize` intents, one result for each, in order. */
  write(intents: readonly Intent[]): Promise<readonly WriteResult[]>
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

/** What every connector is made from; clock, randomness and network are dependencies. */
export interface ConnectorDeps {
  readonly portal: Pick<Portal, 'id' | 'apiUrl'> & Partial<Pick<Portal, 'timeZone'>>
  readonly credentials: Credentials
  readonly quota: Quota
  readonly lane: Lane
  readonly log: Log
  readonly now: () => number
  readonly random: () => number
  readonly sleep: (ms: number) => Promise<void>
  /** Keeps a rotated refresh token; called before the new one is used. */
  readonly saveCredentials: (credentials: Credentials) => Promise<void>
}
