import type { Audience, PortalId } from '../ports.ts'

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

/** Every change is one transaction with its ledger entry. */
export interface ModelRepository {
  /** In force; `undefined`: the models that ship. */
  published(portal: PortalId): Promise<ModelSet | undefined>
  /** Throws PermanentError `model-version-unknown`. */
  require(portal: PortalId, version: number): Promise<ModelSet>
  /** Newest first. */
  list(portal: PortalId): Promise<readonly ModelSet[]>
  draft(
    portal: PortalId,
    draft: Pick<ModelSet, 'texts' | 'note' | 'parent'> & { readonly by: string },
  ): Promise<ModelSet>
  /** Throws PermanentError `approval-by-author` unless self-approval is allowed. */
  approve(
    portal: PortalId,
    version: number,
    approval: { readonly by: string; readonly selfApproval: boolean },
  ): Promise<ModelSet>
  /**
   * Puts an approved set in force and retires the one before. Throws PermanentError
   * `model-not-approved`, or `model-outdated` when its parent is not in force any more.
   */
  publish(portal: PortalId, version: number, by: string): Promise<ModelSet>
  discard(portal: PortalId, version: number, by: string): Promise<ModelSet>
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
}
