import type { ColumnType } from 'kysely'
import type { ApprovedSegments, PortalId, SegmentDefinition } from '../ports.ts'

/** The segments of one portal as they were approved, or that they were withdrawn. */
export interface SegmentSet {
  readonly portal: PortalId
  /** Counts from 1 in each portal. */
  readonly version: number
  /** `undefined`: withdrawn. */
  readonly approved: ApprovedSegments | undefined
  readonly by: string
  /** Epoch ms. */
  readonly at: number
}

/** The newest version is in force. Every change is one transaction with its ledger entry. */
export interface SegmentRepository {
  /** Only its number: cheap enough for every job. 0: none were ever approved. */
  version(portal: PortalId): Promise<number>
  /** `undefined`: none were ever approved. */
  current(portal: PortalId): Promise<SegmentSet | undefined>
  /** Newest first. */
  list(portal: PortalId): Promise<readonly SegmentSet[]>
  approve(portal: PortalId, approved: ApprovedSegments, by: string): Promise<SegmentSet>
  /** Throws PermanentError `segments-none` where none are in force. */
  withdraw(portal: PortalId, by: string): Promise<SegmentSet>
}

export interface SegmentSetTable {
  portal: PortalId
  version: number
  /** Null where they were withdrawn. */
  definition: ColumnType<SegmentDefinition | null, string | null, never>
  names: ColumnType<ApprovedSegments['names'], string, never>
  approved_by: string
  approved_at: number
}
