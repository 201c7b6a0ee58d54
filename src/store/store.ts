import type {
  AccountValues,
  Credentials,
  Intent,
  IntentValues,
  Lane,
  Portal,
  PortalId,
  RecordObject,
  RecordRef,
  SafeRecord,
  Tier,
} from '../ports.ts'
import type { AccessRepository } from './access-repositories.ts'
import type { AnalysisRepository } from './analysis-repositories.ts'
import type { BaselineRepository } from './drift-baselines.ts'
import type { ModelRepository, RunRepository } from './model-repositories.ts'
import type { ParkedRepository } from './parked-work.ts'
import type {
  AllowListRepository,
  ErasureRepository,
  LedgerRepository,
} from './privacy-repositories.ts'
import type { ScoreHistoryRepository } from './score-history.ts'
import type { SegmentRepository } from './segment-repositories.ts'

/** "This record may have changed"; the generation tells whether somebody marked again meanwhile. */
export interface DirtyMark extends RecordRef {
  readonly generation: number
  readonly lane: Lane
  /** Epoch ms. */
  readonly markedAt: number
}

export interface PortalRepository {
  /** Creates or updates; keeps the webhook key of a portal already known. */
  save(
    portal: Omit<Portal, 'webhookKey' | 'status' | 'statusReason'>,
    credentials: Credentials,
  ): Promise<Portal>
  find(id: PortalId): Promise<Portal | undefined>
  /** Throws PermanentError `portal-unknown`, whose hint names the portals there are. */
  require(id: PortalId): Promise<Portal>
  findByWebhookKey(key: string): Promise<Portal | undefined>
  list(): Promise<readonly Portal[]>
  /**
   * Decrypted. Throws PermanentError `secret-key-wrong` when no configured key opens them and
   * `portal-disconnected` when they were erased.
   */
  credentials(id: PortalId): Promise<Credentials>
  saveCredentials(id: PortalId, credentials: Credentials): Promise<void>
  /**
   * Seals them with the newest key; false where they were, or there are none. Throws PermanentError
   * `secret-key-wrong` when no configured key opens them.
   */
  resealCredentials(id: PortalId): Promise<boolean>
  setStatus(id: PortalId, status: Portal['status'], reason?: string): Promise<void>
}

export interface RecordRepository {
  /**
   * Replaces records whole, timeline included; one put with a later `readAt` stays. `readAt` is when the CRM
   * was asked for them, epoch ms; left out where they were not asked for but held.
   */
  put(portal: PortalId, records: readonly SafeRecord[], readAt?: number): Promise<void>
  get(portal: PortalId, refs: readonly RecordRef[]): Promise<readonly SafeRecord[]>
  /**
   * Within a transaction: these records as they stand. Until it ends nobody else changes, erases or holds
   * them. All that are needed are held at once, and before their intents.
   */
  hold(portal: PortalId, refs: readonly RecordRef[]): Promise<readonly SafeRecord[]>
  /** Keyed `object:id`; absent when we do not know the record. */
  fingerprints(portal: PortalId, refs: readonly RecordRef[]): Promise<ReadonlyMap<string, string>>
  /** People of these organisations. */
  membersOf(portal: PortalId, companyIds: readonly string[]): Promise<readonly RecordRef[]>
  /** People in id order, for runs; at most `limit` after `after`. */
  page(
    portal: PortalId,
    options: { object: RecordObject; after: string | undefined; limit: number },
  ): Promise<readonly SafeRecord[]>
  /**
   * Removes record, intent and marks of records the CRM no longer has, in one transaction; the ledger
   * says so; people of such an organisation are marked, for they belong elsewhere now. The records may
   * come back: for those that may not, see `erasure.forget`.
   */
  erase(portal: PortalId, refs: readonly RecordRef[]): Promise<void>
}

export interface PendingMarks {
  readonly waiting: number
  readonly parked: number
  /** When the oldest that waits was made, epoch ms. */
  readonly oldestAt: number | null
}

export interface MarkRepository {
  mark(portal: PortalId, refs: readonly RecordRef[], lane: Lane): Promise<void>
  /** Event lane first, oldest first; claimed marks are invisible until the lease ends. */
  claim(
    portal: PortalId,
    options: { limit: number; leaseMs: number },
  ): Promise<readonly DirtyMark[]>
  /** Removes marks nobody renewed since they were claimed; renewed ones become claimable at once. */
  settle(portal: PortalId, marks: readonly DirtyMark[]): Promise<void>
  /** Hands marks back, claimable at once. */
  release(portal: PortalId, marks: readonly DirtyMark[]): Promise<void>
  /** Counts a failed try; after `maxTries` the mark is parked with the code and no longer claimed. */
  fail(
    portal: PortalId,
    marks: readonly DirtyMark[],
    options: { code: string; maxTries: number; retryInMs: number },
  ): Promise<void>
  pending(portal: PortalId): Promise<PendingMarks>
}

export interface HeldIntent {
  readonly ref: RecordRef
  /** Claimed and not given back: its values may be on their way to the CRM. */
  readonly underWay: boolean
  /** A segment stands on the record, or did. */
  readonly segmented: boolean
}

/** What could be claimed now of one object. */
export interface WaitingIntents {
  readonly object: RecordObject
  readonly count: number
  /** Of these, what is in the event lane. */
  readonly event: number
  /** How long the oldest has waited. */
  readonly oldestMs: number
}

export interface PendingIntent extends Intent {
  readonly lane: Lane
  /** Names exactly these values; `written` is recorded against it. */
  readonly hash: string
  /** Nothing of ours was ever written on the record. */
  readonly first: boolean
  /** Epoch ms. */
  readonly intendedAt: number
}

export interface StoredIntent extends Intent {
  readonly nextChangeAt: number | undefined
  readonly written: boolean
  /** When it began to wait for its write, epoch ms. */
  readonly intendedAt: number
  /** When the CRM last took anything of it, epoch ms; `undefined` when that was before it was kept. */
  readonly writtenAt: number | undefined
  readonly parkedCode: string | undefined
}

export interface PortalTally {
  readonly records: number
  readonly scored: number
  readonly tiers: Readonly<Record<Tier, number>>
  readonly held: number
  readonly written: number
  readonly pending: number
  readonly parked: number
}

export interface WrittenIntent extends Intent {
  /** When the CRM said so, epoch ms; 0 when that was before it was kept. */
  readonly writtenAt: number
}

/** Intents of one object claimed together; `until` is epoch ms and names the reservation. */
interface Reservation {
  readonly object: RecordObject
  readonly until: number
}

/** What should be on a record, and until when. */
export interface DesiredIntent extends Intent {
  readonly nextChangeAt: number | undefined
  /** What `hashIntentValues` says of the values, where it was asked already. */
  readonly hash?: string
}

export interface IntentRepository {
  /**
   * Sets what should be on the CRM records. `scoredAt` alone is no difference: an intent equal in
   * all else keeps its earlier `scoredAt` and causes no write.
   */
  intend(
    portal: PortalId,
    intents: readonly DesiredIntent[],
    lane: Lane,
  ): Promise<{ changed: number }>
  get(portal: PortalId, refs: readonly RecordRef[]): Promise<readonly StoredIntent[]>
  /** Within a transaction that erases: these intents, claimed by nobody else until it ends. */
  hold(portal: PortalId, refs: readonly RecordRef[]): Promise<readonly HeldIntent[]>
  /** Intents that differ from what was last written; event lane first, then by object and id. */
  claim(
    portal: PortalId,
    options: { limit: number; leaseMs: number; objects: readonly RecordObject[] },
  ): Promise<readonly PendingIntent[]>
  claimable(portal: PortalId): Promise<readonly WaitingIntents[]>
  written(portal: PortalId, intents: readonly Pick<PendingIntent, 'ref' | 'hash'>[]): Promise<void>
  /** The CRM said no for good: kept with the code until the intent changes or a person retries. */
  park(portal: PortalId, refs: readonly RecordRef[], code: string): Promise<void>
  fail(
    portal: PortalId,
    refs: readonly RecordRef[],
    options: { code: string; maxTries: number; retryInMs: number },
  ): Promise<void>
  release(portal: PortalId, refs: readonly RecordRef[]): Promise<void>
  /**
   * Claims intents of one object until `until`, the bulk lane's too, for a write that outlives the
   * process: `reserved` gives them again, but for those intended anew meanwhile.
   */
  reserve(portal: PortalId, reservation: Reservation & { limit: number }): Promise<void>
  reserved(portal: PortalId, reservation: Reservation): Promise<readonly PendingIntent[]>
  /**
   * Ends what is left of a reservation. Records emptied meanwhile are pending again, because the
   * reserved write may have come after the one that emptied them.
   */
  endReservation(portal: PortalId, reservation: Reservation): Promise<void>
  /** Of these records, those that show what is intended, as far as we know. */
  lastWritten(portal: PortalId, refs: readonly RecordRef[]): Promise<readonly WrittenIntent[]>
  /** People and organisations picked by chance that show what is intended, as far as we know. */
  sampleWritten(portal: PortalId, limit: number): Promise<readonly WrittenIntent[]>
  /** The CRM shows something else: what is intended is pending again. */
  unwrite(portal: PortalId, refs: readonly RecordRef[]): Promise<void>
  /** People we still have whose visible result changes at or before `at` if nothing happens. */
  due(portal: PortalId, at: number, limit: number): Promise<readonly RecordRef[]>
  /** The values last intended for people, before this scoring; keyed `object:id`. */
  values(portal: PortalId, refs: readonly RecordRef[]): Promise<ReadonlyMap<string, IntentValues>>
  /**
   * Removes up to `limit` intents of people that were written and are empty in every value, and says
   * whose they were: the CRM shows nothing of ours any more.
   */
  eraseCleared(portal: PortalId, limit: number): Promise<readonly RecordRef[]>
  tally(portal: PortalId): Promise<PortalTally>
  /** Unwritten, unparked intents, claimed or not. */
  pending(portal: PortalId): Promise<number>
}

/** A person as last scored, with the record that was scored. */
export interface AccountMemberRow {
  readonly record: SafeRecord
  readonly values: IntentValues
}

/**
 * Organisations to be scored. The store itself notes, in the same statement, whenever something an
 * account score is made of changes: a person's result, record or organisation, or the organisation.
 */
export interface AccountRepository {
  /** Whether any organisation waits to be scored, for a change noted or because its time has come. */
  waiting(portal: PortalId, at: number): Promise<boolean>
  /**
   * Takes up to `limit` organisations that wait and forgets what was noted of them. Inside a
   * transaction only: others who take from this portal wait until it ends, and undone it forgets nothing.
   */
  take(portal: PortalId, options: { at: number; limit: number }): Promise<readonly string[]>
  /**
   * People of these organisations who deal with us for an organisation and are not held; whoever
   * seeks care is not even read. Keyed by company id.
   */
  members(
    portal: PortalId,
    companyIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly AccountMemberRow[]>>
  /** The values last intended for organisations, by company id. */
  values(
    portal: PortalId,
    companyIds: readonly string[],
  ): Promise<ReadonlyMap<string, AccountValues>>
}

export interface CursorRepository {
  get(portal: PortalId, name: string): Promise<unknown>
  set(portal: PortalId, name: string, value: unknown): Promise<void>
  remove(portal: PortalId, name: string): Promise<void>
}

/** Everything that must survive. The same code on PGlite and on a Postgres server. */
export interface Store {
  readonly portals: PortalRepository
  readonly records: RecordRepository
  readonly marks: MarkRepository
  readonly intents: IntentRepository
  readonly history: ScoreHistoryRepository
  readonly accounts: AccountRepository
  readonly parked: ParkedRepository
  readonly cursors: CursorRepository
  readonly baselines: BaselineRepository
  readonly allowLists: AllowListRepository
  readonly models: ModelRepository
  readonly runs: RunRepository
  readonly segments: SegmentRepository
  readonly analyses: AnalysisRepository
  readonly access: AccessRepository
  readonly ledger: LedgerRepository
  readonly erasure: ErasureRepository
  /** All or nothing: the callback's repositories share one transaction. */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>
  /** Round trip in ms; throws TransientError when the database does not answer. */
  ping(): Promise<number>
  close(): Promise<void>
}
