import type { Activity, Audience, Facts, PortalId, RecordRef, Tier } from '../ports.ts'

/** The first time a person stood in a tier, and what was known of them then. Times are epoch ms. */
export interface TierEntry {
  readonly tier: Tier
  readonly at: number
  readonly score: number
  readonly fit: number
  readonly engagement: number
  readonly audience: Audience
  /** Such as `employer@2`. */
  readonly model: string
  /**
   * The organisation's overlaid by their own; none of consent, safety, Part 2, feedback or outcome.
   */
  readonly facts: Facts
  readonly activities: readonly Activity[]
}

/** A person who was scored, with what is known of them now. */
export interface ScoredPerson {
  readonly ref: RecordRef
  /** Oldest first, at least one. */
  readonly entries: readonly TierEntry[]
  /** As they are: all of them, the organisation's overlaid by their own. */
  readonly facts: Facts
  readonly activities: readonly Activity[]
}

export interface HistoryPage {
  /** Start after this one. */
  readonly after: RecordRef | undefined
  readonly limit: number
  /** Only who was of this audience when first scored. */
  readonly audience?: Audience | undefined
  /** Only who was first scored at or after this moment. */
  readonly since?: number | undefined
}

/** The store itself keeps it, in the statement that sets what should stand on a record. */
export interface ScoreHistoryRepository {
  /** By object and id. */
  page(portal: PortalId, page: HistoryPage): Promise<readonly ScoredPerson[]>
  /** Takes facts and activities out of entries that are there. */
  reduce(
    portal: PortalId,
    entries: readonly (RecordRef & Pick<TierEntry, 'tier' | 'facts' | 'activities'>)[],
  ): Promise<void>
}
