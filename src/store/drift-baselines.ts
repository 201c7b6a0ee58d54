import type { JSONColumnType } from 'kysely'
import type { Audience, PortalId } from '../ports.ts'

/** What the records of one model were like at first. */
export interface StoredBaseline {
  readonly audience: Audience
  /** Such as `employer@2`. */
  readonly model: string
  /** When it was taken, epoch ms. */
  readonly at: number
  /** Counts as JSON; whoever reads them checks them. */
  readonly snapshot: object
}

export interface BaselineRepository {
  find(
    portal: PortalId,
    which: Pick<StoredBaseline, 'audience' | 'model'>,
  ): Promise<StoredBaseline | undefined>
  /** Replaces the one there is. */
  keep(portal: PortalId, baseline: StoredBaseline): Promise<void>
}

export interface DriftBaselineTable {
  portal: PortalId
  audience: Audience
  model: string
  at: number
  snapshot: JSONColumnType<object>
}
