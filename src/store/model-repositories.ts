import type { Audience, IntentValues, PortalId, RecordObject, SafeRecord, Tier } from '../ports.ts'

/** The scoring models of one portal as one numbered set. Version 0 stands for the models that ship. */
export interface ModelSet {
  readonly portal: PortalId
  /** Counts from 1 in each portal. */
  readonly version: number
  /** The version it was drafted from; what a rollback goes back to. */
  readonly parent: number
  readonly status: 'draft' | 'approved' | 'published' | 'retired' | 'discarded'
  /** Model files as YAML; an audience that is left out keeps the model that ships. */
  readonly texts: Readonly<Partial<Record<Audience, string>>>
  /** Why, in the words of whoever drafted it. */
  readonly note: string
  readonly createdBy: string
  readonly createdAt: number
  readonly approvedBy: string | undefined
  readonly publishedAt: number | undefined
}

/** Who does it: a person's name, or the name of an access token. */
interface By {
  readonly by: string
}

/** A person as stored, and what of their result was last intended for them. */
export interface ScoredRecord {
  readonly record: SafeRecord
  /** `undefined`: never scored. */
  readonly shown: ShownResult | undefined
}

/** What of a result a model decides; all that a preview looks at. */
export type ShownResult = Pick<
  IntentValues,
  'score' | 'fit' | 'engagement' | 'grade' | 'tier' | 'hold' | 'audience'
>

/**
 * Every change is one transaction with its ledger entry: `model-drafted`, `model-approved`,
 * `model-published`, `model-rolled-back` or `model-discarded`, with version and digest of the texts.
 */
export interface ModelRepository {
  /** In force; `undefined`: the models that ship. */
  published(portal: PortalId): Promise<ModelSet | undefined>
  /** Only its number: cheap enough for every job. 0: the models that ship. */
  publishedVersion(portal: PortalId): Promise<number>
  /** Those in force or once in force, the last one first. */
  everPublished(portal: PortalId, limit: number): Promise<readonly ModelSet[]>
  /** Throws PermanentError `model-version-unknown`. */
  require(portal: PortalId, version: number): Promise<ModelSet>
  /** Newest first. */
  list(portal: PortalId): Promise<readonly ModelSet[]>
  draft(
    portal: PortalId,
    draft: Pick<ModelSet, 'texts' | 'note' | 'parent'> & By,
  ): Promise<ModelSet>
  /**
   * Throws PermanentError `approval-by-author` unless self-approval is allowed, `model-not-draft` for
   * what is none.
   */
  approve(
    portal: PortalId,
    version: number,
    approval: By & { readonly selfApproval: boolean },
  ): Promise<ModelSet>
  /**
   * Puts an approved set in force and retires the one before. Throws PermanentError
   * `model-not-approved`, or `model-outdated` when its parent is not in force any more.
   */
  publish(portal: PortalId, version: number, by: string): Promise<ModelSet>
  /**
   * Puts the parent of what is in force in force again, as a set of its own: nothing in the history
   * changes. Throws PermanentError `nothing-to-roll-back` where the models that ship are in force.
   */
  rollBack(portal: PortalId, rollback: By & { readonly note: string }): Promise<ModelSet>
  /** Throws PermanentError `model-in-force` for what is or was published. */
  discard(portal: PortalId, version: number, by: string): Promise<ModelSet>
  /** People in id order with what was intended for them; at most `limit` after `after`. */
  scored(
    portal: PortalId,
    page: { object: RecordObject; after: string | undefined; limit: number },
  ): Promise<readonly ScoredRecord[]>
}

/** Scoring everything stored again. */
export interface Run {
  readonly portal: PortalId
  /** Counts from 1 in each portal. */
  readonly id: number
  readonly kind: 'publish' | 'rollback' | 'rescore'
  /** The version of the model set it scores with; 0: the models that ship. */
  readonly model: number
  readonly status: 'running' | 'done' | 'cancelled' | 'superseded'
  readonly by: string
  readonly startedAt: number
  readonly endedAt: number | undefined
  /** People to be scored, counted at the start. */
  readonly total: number
  readonly scored: number
  /** Of these, how many are to be written. */
  readonly changed: number
  /** Calls to the CRM that wrote what it decided, so far. */
  readonly writeCalls: number
}

/** What came of the records scored so far. */
export interface RunTally {
  readonly scored: number
  readonly changed: number
  /** People by the tier they had and the one they have, as `nurture>sales-ready`. */
  readonly tiers: Readonly<Record<string, number>>
  /** Records that could not be scored, by code; they keep what stands on them. */
  readonly failures: Readonly<Record<string, number>>
}

/** A range of people that one worker scores at a time. */
export interface RunChunk extends Pick<Run, 'portal' | 'model'> {
  readonly run: number
  readonly number: number
  readonly object: RecordObject
  /** Everything was last scored by this version of the set; `undefined`: nobody can tell. */
  readonly basis: number | undefined
  /** From here on, up to but without `until`; `undefined`: to the end. */
  readonly from: string
  readonly until: string | undefined
  /** Epoch ms; names the claim. */
  readonly claimedUntil: number
}

/** A person as stored, not yet decoded, and what was last intended for them. */
export interface RunRow {
  readonly id: string
  readonly companyId: string | null
  /** JSON. */
  readonly facts: string
  readonly timeline: Uint8Array
  /** Names this state of the record. */
  readonly version: string
  /** Null where nothing was ever intended. */
  readonly hash: string | null
  readonly tier: Tier | null
  /** Of sales-ready people only. */
  readonly respondBy: number | null
  readonly model: string | null
  readonly nextChangeAt: number | null
  /** A segment stands on the record, or did. */
  readonly segmented: boolean
}

/** Of whom nothing can have changed: decided by one of these models, and not by time since. */
export interface Standing {
  /** Models, by name, that are as they were. */
  readonly unchanged: readonly string[]
  /**
   * Models that say something else to those alone who have one of these codes in these facts, own or
   * of their organisation, or something that is no single code.
   */
  readonly narrowed: readonly {
    readonly model: string
    readonly codes: Readonly<Record<string, readonly string[]>>
  }[]
  /** Epoch ms. */
  readonly at: number
}

interface ChunkPeople {
  readonly rows: readonly RunRow[]
  readonly standing: Readonly<Record<string, number>>
}

export interface RunRepository {
  /** Counts and cuts up what is stored; a run that goes on in the portal is superseded. */
  begin(portal: PortalId, run: Pick<Run, 'kind' | 'model' | 'by'>): Promise<Run>
  active(portal: PortalId): Promise<Run | undefined>
  /** Throws PermanentError `run-unknown`. */
  get(portal: PortalId, id: number): Promise<Run>
  /** Newest first; those begun before this one where it is given. */
  list(
    portal: PortalId,
    page: { readonly limit: number; readonly before?: number | undefined },
  ): Promise<readonly Run[]>
  /** What came of it so far, or at its end. Throws PermanentError `run-unknown`. */
  tally(portal: PortalId, id: number): Promise<RunTally>
  /** Intents of people decided by bulk work that the CRM was given at or after this moment. */
  written(portal: PortalId, since: number): Promise<number>
  /** Counts calls that wrote what was decided at these moments to the newest run, if some fall into it. */
  countCalls(
    portal: PortalId,
    counted: { readonly calls: number; readonly decidedAt: readonly number[] },
  ): Promise<void>
  /** What was done stays done. Throws PermanentError `run-ended` where it is over. */
  cancel(portal: PortalId, id: number, by: string): Promise<Run>
  /** How many chunks of the run that goes on could be claimed now. */
  claimable(portal: PortalId): Promise<number>
  /** `undefined` where nothing is left to claim. */
  claimChunk(portal: PortalId, leaseMs: number): Promise<RunChunk | undefined>
  /** Those of a chunk who do not stand as they are, in id order, and how many do, by tier. */
  people(chunk: RunChunk, standing: Standing): Promise<ChunkPeople>
  /** Allows somebody else to take it at once. */
  releaseChunk(chunk: RunChunk): Promise<void>
  /**
   * Within a transaction: counts the chunk as done. False when the claim is lost or the run over;
   * nothing of the chunk may then be kept.
   */
  settleChunk(chunk: RunChunk, tally: RunTally): Promise<boolean>
  /**
   * Within a transaction: of these people, those whose record and intent stand as they were read.
   * Holds the records of all of them until it ends, as `records.hold` does.
   */
  holdUnchanged(
    chunk: RunChunk,
    rows: readonly Pick<RunRow, 'id' | 'version' | 'hash'>[],
  ): Promise<ReadonlySet<string>>
  /** Moves only the time at which people's values change next. */
  moveNextChange(
    chunk: RunChunk,
    rows: readonly (Pick<RunRow, 'id' | 'hash'> & { readonly nextChangeAt: number | null })[],
  ): Promise<void>
  /** Ends the run that goes on once all its chunks are done; `undefined` while some are not. */
  finish(portal: PortalId): Promise<Run | undefined>
}
