import type { Audience, Crm, Portal, PortalId, RecordRef } from '#src/ports.ts'
import type { ParkedGroup, ParkedWork } from '#src/store/parked-work.ts'
import type { PortalTally, Store } from '#src/store/store.ts'

type LedgerEntry = Awaited<ReturnType<Store['ledger']['list']>>[number]

/** Whose view of a record is shown, as the allow-list grants fields to people who work with records. */
export const RECORD_VIEWS = [
  'analytics',
  'marketing',
  'admissions',
  'clinical-intake',
  'admin',
] as const
export type RecordView = (typeof RECORD_VIEWS)[number]

/** A portal without what is secret of it, how far along it is, and what somebody has to do. */
export interface PortalStanding
  extends Pick<Portal, 'id' | 'crm' | 'name' | 'timeZone' | 'sandbox' | 'status' | 'statusReason'> {
  readonly tally: PortalTally
  readonly words: { readonly what: string; readonly todo: string } | undefined
}

interface PortalDetail extends PortalStanding {
  /** Marks that wait to be read. */
  readonly toRead: number
  readonly parked: readonly ParkedGroup[]
  /** What goes wrong just now though the portal is connected. Epoch ms. */
  readonly trouble: { code: string; since: number; until?: number | undefined } | undefined
}

interface AllowListInForce {
  readonly crm: Crm
  /** 0: the list that ships. */
  readonly version: number
  /** The list as YAML, to be edited and approved. */
  readonly text: string
  readonly approvals: readonly {
    readonly version: number
    readonly approvedBy: string
    readonly approvedAt: number
  }[]
}

interface AllowListApproval {
  readonly version: number
  readonly changes: number
  /** Fields of the list that this portal lacks. */
  readonly absent: readonly string[]
}

/**
 * What the API does with portals. Every method throws PermanentError `portal-unknown` for a portal
 * that is none; `by` goes into the ledger with what was changed.
 */
export interface PortalService {
  list(): Promise<readonly PortalStanding[]>
  get(portal: PortalId): Promise<PortalDetail>
  /** By stage, code, object and id; those after `after`. */
  parked(
    portal: PortalId,
    which: { code: string | undefined; after: ParkedWork | undefined; limit: number },
  ): Promise<readonly ParkedWork[]>
  retryParked(portal: PortalId, code: string | undefined, by: string): Promise<number>
  allowList(portal: PortalId): Promise<AllowListInForce>
  /** Throws PermanentError `allow-list-invalid`, `allow-list-unfit` or `allow-list-outdated`. */
  approveAllowList(
    portal: PortalId,
    list: { readonly text: string; readonly replaces: number },
    by: string,
  ): Promise<AllowListApproval>
  /** Newest first. */
  ledger(
    portal: PortalId,
    page: { limit: number; before: number | undefined },
  ): Promise<readonly LedgerEntry[]>
  /** Oldest first, all of it. */
  exportLedger(portal: PortalId): Promise<AsyncIterable<LedgerEntry>>
  /** Throws PermanentError `record-unknown`. */
  explain(portal: PortalId, ref: RecordRef, view: RecordView): Promise<object>
  erase(
    portal: PortalId,
    ref: RecordRef,
    by: string,
  ): Promise<{
    /** Whether the CRM record shows nothing of ours any more. */
    readonly cleared: boolean
    readonly removed: Readonly<Record<string, number>>
    /** Where the record lives on, merged away or converted: forgotten as well. */
    readonly heirs: readonly RecordRef[]
    /** The CRM did not tell where it lives on, if it does. */
    readonly heirsUnknown: boolean
    readonly remains: readonly { readonly table: string; readonly rows: number }[]
  }>
  /** Asks for what is new, or with `full` for everything; others do the work. */
  sync(portal: PortalId, options: { readonly full: boolean }, by: string): Promise<void>
}

/** Model files as YAML; an audience that is left out keeps the model that ships. */
type ModelTexts = Readonly<Partial<Record<Audience, string>>>

/** A set of scoring models without its texts. */
interface ModelSetSummary {
  readonly version: number
  readonly parent: number
  readonly status: string
  readonly note: string
  readonly createdBy: string
  readonly createdAt: number
  readonly approvedBy: string | undefined
  readonly publishedAt: number | undefined
}

export interface ModelSetDetail extends ModelSetSummary {
  readonly texts: ModelTexts
}

/** A draft or what is in force, and what speaks against it. */
interface CheckedModels {
  readonly set: ModelSetDetail
  /** Errors among them keep it from being approved. */
  readonly findings: readonly object[]
}

/**
 * Drafts, preview, approval and publishing of scoring models: the functions the commands use. Throws
 * PermanentError `model-version-unknown`, `model-invalid`, `model-unfit` (the check found errors),
 * `approval-by-author`, `model-not-approved`, `model-outdated`.
 */
export interface ModelService {
  /** Newest first; those with a version below `before`. */
  list(portal: PortalId, page: NumberedPage): Promise<readonly ModelSetSummary[]>
  get(portal: PortalId, version: number): Promise<ModelSetDetail>
  /** `from`: whose other models are kept; the version in force when unset, 0 for those that ship. */
  draft(
    portal: PortalId,
    draft: { models: readonly string[]; note: string; from?: number | undefined },
    by: string,
  ): Promise<CheckedModels>
  /** What publishing it would change. */
  preview(portal: PortalId, version: number): Promise<object>
  approve(portal: PortalId, version: number, by: string): Promise<ModelSetDetail>
  /** Puts it in force and starts a run. */
  publish(portal: PortalId, version: number, by: string): Promise<PublishedModels>
  /** Puts what was in force before back in force, and starts a run. */
  rollback(portal: PortalId, note: string | undefined, by: string): Promise<PublishedModels>
  discard(portal: PortalId, version: number, by: string): Promise<ModelSetDetail>
}

/** Of a list that counts, newest first. */
interface NumberedPage {
  readonly limit: number
  readonly before: number | undefined
}

interface PublishedModels {
  readonly set: ModelSetDetail
  readonly run: RunStanding
}

/** A run and how far it is. Times are epoch ms. */
export interface RunStanding {
  readonly id: number
  readonly kind: 'publish' | 'rollback' | 'rescore'
  readonly model: number
  readonly status: 'running' | 'done' | 'cancelled' | 'superseded'
  readonly by: string
  readonly startedAt: number
  readonly endedAt: number | undefined
  readonly total: number
  readonly scored: number
  readonly changed: number
  readonly perSecond: number
  /** `null` while there is nothing to go by. */
  readonly secondsLeft: number | null
}

/** Runs of a portal. Throws PermanentError `run-unknown`, or `run-ended` for one to be cancelled. */
export interface RunService {
  /** Newest first; those with an id below `before`. */
  list(portal: PortalId, page: NumberedPage): Promise<readonly RunStanding[]>
  /** Cheap: asked every second for each listener. */
  get(portal: PortalId, id: number): Promise<RunStanding>
  /** What came of it so far, or at its end: matrix, calls, failures by reason. */
  report(portal: PortalId, id: number): Promise<object>
  cancel(portal: PortalId, id: number, by: string): Promise<RunStanding>
  /** Scores everything stored again with the models in force. */
  rescore(portal: PortalId, by: string): Promise<RunStanding>
}

interface ApprovedNames {
  readonly version: number
  /** By key, as they stand in the CRM. */
  readonly names: Readonly<Record<string, string>>
  readonly by: string
  readonly at: number
}

/** What a report proposed last, and what is in force. Times are epoch ms. */
export interface SegmentStanding {
  readonly proposed: {
    /** Names exactly these, for whoever approves them. */
    readonly id: string
    readonly at: number
    readonly looked: number
    readonly segments: readonly {
      readonly key: string
      readonly records: number
      readonly traits: readonly string[]
      readonly closing: {
        readonly count: number
        readonly of: number
        readonly rate: number
        readonly low: number
        readonly high: number
      }
    }[]
  } | null
  readonly approved: ApprovedNames | null
}

interface ChangedSegments {
  readonly approved: ApprovedNames | null
  readonly run: RunStanding
}

/** Segments of a portal; changing them starts a run that writes or empties them. */
export interface SegmentService {
  get(portal: PortalId): Promise<SegmentStanding>
  /** Throws PermanentError `segments-outdated`, `segment-names-unfit` or `segments-not-provisioned`. */
  approve(
    portal: PortalId,
    approval: { readonly proposal: string; readonly names: Readonly<Record<string, string>> },
    by: string,
  ): Promise<ChangedSegments>
  /** Throws PermanentError `segments-none`. */
  withdraw(portal: PortalId, by: string): Promise<ChangedSegments>
}

/** What `leadwell doctor` finds. */
export interface DoctorService {
  /** All portals when none is named. */
  findings(portal: PortalId | undefined): Promise<
    readonly {
      readonly area: string
      readonly check: string
      readonly level: 'ok' | 'note' | 'problem'
      readonly says: string
      readonly todo?: string
    }[]
  >
}
