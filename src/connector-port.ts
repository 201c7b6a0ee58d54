/**
 * What a CRM looks like to the rest of the product. Types only; no logic.
 */

import type { Crm, Intent, Lane, RecordObject, RecordRef, SafeRecord } from './ports.ts'

/** What became of one intent. `refused` waits for a person; `retry` is tried again by the writer. */
export type WriteResult =
  | { readonly ref: RecordRef; readonly outcome: 'written' }
  /** Deleted; or merged away, and then into whom where the CRM tells. */
  | { readonly ref: RecordRef; readonly outcome: 'gone'; readonly mergedInto?: RecordRef }
  | { readonly ref: RecordRef; readonly outcome: 'refused'; readonly code: string }
  | {
      readonly ref: RecordRef
      readonly outcome: 'retry'
      readonly code: string
      /** No sooner than this, where the reason tells: a record locked by an approval waits for hours. */
      readonly retryAfterMs?: number
      /** It could not be asked what became of the record: no fault of its own, so it is tried for ever. */
      readonly unbounded?: true
    }

/** An intent among very many. `first`: nothing of ours was ever written on the record. */
export interface BulkIntent extends Intent {
  readonly first: boolean
}

/** A record that shows something else than we last wrote on it. */
export interface RecordEdit {
  readonly ref: RecordRef
  /** What differs, by its name in `IntentValues` or `AccountValues`. */
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

/** What a CRM lets us call with. */
export interface AccessToken {
  readonly value: string
  /** Epoch ms, early enough that a call under way still gets through. */
  readonly expiresAt: number
  /** Where the API of this account answers, for CRMs that tell with the token. */
  readonly instanceUrl?: string | undefined
  /** Where the CRM says whose token it is. */
  readonly identityUrl?: string | undefined
}

/** What all processes that serve a portal share: its access token, and whose turn it is to renew it. */
export interface TokenVault {
  /**
   * The token in use, other than the one the CRM `refused`. When there is none, `renew` gets one, in one
   * process at a time, and all others take what it got. Throws TransientError `token-renewal-busy` when
   * another process holds on to the turn too long.
   */
  take(refused: string | undefined, renew: () => Promise<AccessToken>): Promise<AccessToken>
}

export interface RecordPage {
  readonly records: readonly SafeRecord[]
  /** Opaque; absent on the last page. */
  readonly next: string | undefined
}

/** A record that was merged away or converted, and the one it lives on in. */
export interface Succession {
  readonly gone: RecordRef
  readonly heir: RecordRef
}

export interface ReadResult {
  readonly records: readonly SafeRecord[]
  /** Asked for and not there any more: deleted, merged away or out of reach. */
  readonly missing: readonly RecordRef[]
}

/** A record whose own fields were modified, with the fingerprint it has now. */
export interface ChangedRecord {
  readonly ref: RecordRef
  readonly fingerprint: string
  /** By the clock of the CRM, epoch ms, where it tells. */
  readonly modifiedAt?: number
}

export interface ChangePage {
  readonly changed: readonly ChangedRecord[]
  /** Records touched by a new or changed activity. */
  readonly touched: readonly RecordRef[]
  readonly deleted: readonly RecordRef[]
  /** Where the next poll starts; opaque JSON, stored after the marks are durable. */
  readonly cursor: unknown
}

export interface ProvisionStep {
  readonly object: RecordObject
  /** `manual`: no call can do it or tell whether it was done; `instruction` says what a person does. */
  readonly kind: 'group' | 'property' | 'option' | 'permission' | 'manual'
  readonly name: string
  readonly action: 'create' | 'update' | 'keep'
  /** What an update changes, as it is and as it will be. */
  readonly changes?: readonly ProvisionChange[]
  readonly instruction?: string
}

export interface ProvisionChange {
  readonly what: string
  readonly from: string
  readonly to: string
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
  /** Which of these, as last written, show something else now. */
  edits(written: readonly Intent[]): Promise<readonly RecordEdit[]>
  /** What these records took over by merges and conversions, in however many steps; each is an `heir`. */
  takenOver?(refs: readonly RecordRef[]): Promise<readonly Succession[]>
  /** Where a record lives on that was merged away or converted, step by step. */
  heirsOf?(ref: RecordRef): Promise<readonly RecordRef[]>
  /** Where the CRM has a way of its own for very many records. */
  readonly bulkWrites?: BulkWrites
}

/** A way to write very many records of one object at once, outside the batches. */
export interface BulkWrites {
  /** Waiting records of one object from which this costs less than batches. */
  readonly from: number
  readonly most: number
  /**
   * One result for each intent, in order. A TransientError means: call again with the same intents
   * and what was saved.
   */
  write(intents: readonly BulkIntent[], progress: BulkProgress): Promise<readonly WriteResult[]>
}

/** Changes a CRM pushed, and where to go on once they are kept. */
export interface PushedChanges {
  readonly refs: readonly RecordRef[]
  /** Something changed of which only a poll can tell on whom it hangs. */
  readonly poll: boolean
  /** Objects of which not every change was told. */
  readonly resync: readonly RecordObject[]
  /** Opaque. */
  readonly position: string
}

/** A CRM's stream of changes. */
export interface ChangeStream {
  /** Resolves once aborted; TransientError `push-position-lost` asks to begin anew. */
  listen(options: ListenOptions): Promise<void>
}

export interface ListenOptions {
  readonly channel: string
  /** After which change to go on; `undefined` takes what comes from now on. */
  readonly position: string | undefined
  readonly signal: AbortSignal
  /** Must be durable when it resolves: only then more is asked for. */
  keep(changes: PushedChanges): Promise<void>
}

/** A source of signals that cannot be read: which, why as a code, and what somebody has to see to. */
export interface SourceNotice {
  readonly source: string
  readonly code: string
  readonly needs: string
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
