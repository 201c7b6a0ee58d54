import type { PortalId, RecordRef } from '../ports.ts'

/** Work on a record that waits for a person. */
export interface ParkedWork extends RecordRef {
  readonly stage: 'read' | 'write'
  readonly code: string
}

export interface ParkedGroup extends Pick<ParkedWork, 'stage' | 'code'> {
  readonly count: number
}

export interface ParkedRepository {
  /** The commonest reason first. */
  groups(portal: PortalId): Promise<readonly ParkedGroup[]>
  /** By stage, reason and record; those behind `after` where it is given. */
  list(
    portal: PortalId,
    which: { code: string | undefined; limit: number; after?: ParkedWork | undefined },
  ): Promise<readonly ParkedWork[]>
  /** What of one record is parked; reading, which everything else waits for, first. */
  of(portal: PortalId, ref: RecordRef): Promise<readonly ParkedWork[]>
  /** Makes it work again, all of it or what was parked with this code; returns how much. */
  retry(portal: PortalId, code: string | undefined): Promise<number>
}
