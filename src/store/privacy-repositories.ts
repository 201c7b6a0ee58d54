import type { ChainFault } from '../ledger/chain.ts'
import type {
  ErasureReason,
  LedgerEntry,
  LedgerInput,
  RecordEntry,
} from '../ledger/ledger-entry.ts'
import type { PortalId, RecordRef } from '../ports.ts'
import type { AllowList } from '../privacy/allowed-field.ts'

/** The reviewed lists of a portal, one version after the other. */
export interface AllowListRepository {
  /** `undefined`: none was approved, the list that ships is in force. */
  current(portal: PortalId): Promise<AllowList | undefined>
  /** Oldest first. */
  history(portal: PortalId): Promise<readonly ApprovedList[]>
  /** Takes the next version, from 1, and says so in the ledger. */
  approve(
    portal: PortalId,
    list: Omit<AllowList, 'version'>,
    approvedBy: string,
  ): Promise<AllowList>
}

interface ApprovedList {
  readonly version: number
  readonly approvedBy: string
  /** Epoch ms. */
  readonly approvedAt: number
  readonly list: AllowList
}

/**
 * What was read, decided, sent and erased: one chain of entries for each portal, each bound to the one
 * before. `undefined` for the portal means the entries of none.
 */
export interface LedgerRepository {
  /**
   * Inside a transaction the entries are added just before it commits. Throws PermanentError
   * `ledger-entry-invalid` for anything but names, counts and codes.
   */
  append(portal: PortalId | undefined, entries: LedgerInput | readonly LedgerInput[]): Promise<void>
  /** Newest first, all portals when none is named; those before `before` in the portal's chain. */
  list(options: {
    portal: PortalId | undefined
    limit: number
    before?: number
  }): Promise<readonly LedgerEntry[]>
  /** Every entry that names this record, oldest first. */
  about(portal: PortalId, ref: RecordRef): Promise<readonly RecordEntry[]>
  /** Checks the chain of a portal, or all there are. */
  verify(portal?: PortalId): Promise<{ entries: number; brokenAt?: BrokenChain }>
  /** Oldest first, chain after chain when no portal is named. */
  export(portal: PortalId | undefined): AsyncIterable<LedgerEntry>
  /** Seals the heads anew with the newest key, but for those that no configured key has sealed. */
  reseal(): Promise<Resealed<ChainName>>
  /** How the heads are sealed. Reads no entry: `verify` finds more and costs more. */
  heads(): Promise<SealedHeads>
}

/** A portal's chain, or the one of no portal. */
export type ChainName = PortalId | ''

/** What one kind of thing that is sealed came to; `failed` stays sealed as it was. */
export interface Resealed<Name> {
  /** Under the newest key from now on. */
  readonly resealed: number
  /** Under the newest key before. */
  readonly kept: number
  /** That no configured key has sealed. */
  readonly failed: readonly Name[]
}

export interface SealedHeads {
  readonly chains: number
  /** Of these, how many an older key has sealed. */
  readonly older: number
  /** Whose head no configured key has sealed as it is, or that have none. */
  readonly unknown: readonly ChainName[]
}

export interface BrokenChain {
  readonly portal: PortalId | undefined
  readonly seq: number
  readonly why: ChainFault
}

/** Rows that went, by table. */
export type Removed = Readonly<Record<string, number>>

/** Taking records and portals out for good. */
export interface ErasureRepository {
  /**
   * Removes every row of these records in one transaction and keeps that they were forgotten: whoever
   * puts them again afterwards puts nothing, but for an intent that empties every value. Then clears
   * what deleted rows left in the tables' pages.
   */
  forget(portal: PortalId, refs: readonly RecordRef[], reason: ErasureReason): Promise<Removed>
  /** Those of these records that were forgotten, and why; keyed `object:id`. */
  forgotten(
    portal: PortalId,
    refs: readonly RecordRef[],
  ): Promise<ReadonlyMap<string, ErasureReason>>
  /** Whether any record of the portal was forgotten for good; cheap enough for every batch. */
  anyForGood(portal: PortalId): Promise<boolean>
  /** Lets them be read and scored again. */
  lift(portal: PortalId, refs: readonly RecordRef[]): Promise<void>
  /** Where the id still stands, in whatever table and column; empty when nowhere. */
  remains(portal: PortalId, ref: RecordRef): Promise<readonly Remains[]>
  /** Disconnects: everything goes but the portal's row without name and credentials, its tombstones and its ledger. */
  portal(portal: PortalId): Promise<Removed>
}

export interface Remains {
  readonly table: string
  readonly rows: number
}
