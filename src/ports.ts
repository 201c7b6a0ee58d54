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

/** The language a rep reads notes in. */
export type NoteLanguage = 'en' | 'es'

/** What a portal's owner decided about consent; kept with its allow-list and approved with it. */
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
  /** Deleted; or merged away, and then into whom where the CRM tells. */
  | { readonly ref: RecordRef; readonly outcome: 'gone'; readonly mergedInto?: RecordRef }
  | { readonly ref: RecordRef; readonly outcome: 'refused'; readonly code: string }
  | { readonly ref: RecordRef; readonly outcome: 'retry'; readonly code: string }

/** An intent among very many. `first`: nothing of ours was ever written on the record. */
export interface BulkIntent extends Intent {
  readonly first: boolean
}

/** A record that shows something else than we last wrote on it. */
export interface RecordEdit {
  readonly ref: RecordRef
  /** Names of ours that differ. */
  readonly fields: readonly string[]
  /** Somebody changed one by hand, not a program. */
  readonly byPerson: boolean
}

/** How one bulk write outlives the process that began it. */
export interface BulkProgress {
  /** What an earlier call with the same intents saved last; `undefined` begins anew. */
  readonly resume: unknown
  /** Keeps opaque JSON, without ids of records or values. */
  save(state: unknown): Promise<void>
}

/** Event work goes before bulk work; bulk may use all that is left. */
export type Lane = 'event' | 'bulk'

/** The call budget of one portal, shared by every process. Pools are named by the connector. */
export interface Quota {
  /** Resolves when one call may be made; counts it. */
  take(pool: string, lane: Lane): Promise<void>
  /** What the CRM said of a pool's window in its response headers. */
  learn(pool: string, seen: { limit: number; remaining: number; intervalMs: number }): Promise<void>
  /**
   * Nobody calls this pool for `forMs`: after a 429 or at the end of a daily limit. Whoever wants to
   * during a long pause gets a TransientError of this code.
   */
  pause(pool: string, forMs: number, code?: string): Promise<void>
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
  /** What an update changes, as it is and as it will be. */
  readonly changes?: readonly ProvisionChange[]
}

export interface ProvisionChange {
  readonly what: string
  readonly from: string
  readonly to: string
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
  /** Every field of the objects the allow-list may name, readable by us or not; schema only. */
  schema(): Promise<readonly CrmField[]>
  /** Asks every source once and tells those this connection may not read. */
  notices?(): Promise<readonly SourceNotice[]>
  /** At most `writeBatchSize` intents, one result for each, in order. */
  write(intents: readonly Intent[]): Promise<readonly WriteResult[]>
  /**
   * Where the CRM has a way for very many records of one object at once; at most `writeManyMost`. A
   * TransientError means: call again with the same intents and what was saved.
   */
  readonly writeManyMost?: number
  /** Which of these, as last written, show something else now. */
  edits?(written: readonly Intent[]): Promise<readonly RecordEdit[]>
  writeMany?(
    intents: readonly BulkIntent[],
    progress: BulkProgress,
  ): Promise<readonly WriteResult[]>
}

/** A source of signals that cannot be read: which, why as a code, and what somebody has to see to. */
export interface SourceNotice {
  readonly source: string
  readonly code: string
  readonly needs: string
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

/** One field of a CRM object as its own schema describes it; no value of any record. */
export interface CrmField {
  /** A `FieldSource` of the allow-list, such as `contact` or `task`. */
  readonly source: string
  readonly field: string
  readonly label: string
  readonly type:
    | 'text'
    | 'long-text'
    | 'number'
    | 'boolean'
    | 'date'
    | 'choice'
    | 'choices'
    | 'reference'
    | 'other'
  readonly custom: boolean
  readonly sensitivity: 'none' | 'sensitive' | 'highly-sensitive'
  /** Classes its owner put on it, such as `HIPAA`, `PII` or `Restricted`. */
  readonly classes: readonly string[]
  /** Values of a choice, as the CRM stores them. */
  readonly options: readonly string[]
}
