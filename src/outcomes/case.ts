import type { Feedback, Outcome } from '../calibration/outcome-record.ts'
import type { Activity, Audience, Facts, RecordRef, Tier } from '../ports.ts'
import type { Subject } from '../scoring/score.ts'

/** The first time a person stood in a tier. */
export interface Reached {
  readonly tier: Tier
  /** Epoch ms. */
  readonly at: number
  readonly score: number
  readonly fit: number
  readonly engagement: number
  /** What was scored then; as of `asOf` where the outcome was known by then. */
  readonly subject: Subject
}

/** A scored person and what became of them; times are epoch ms. */
export interface Case {
  readonly ref: RecordRef
  readonly audience: Audience
  /** In force when they were first scored, such as `employer@2`. */
  readonly model: string
  /** Oldest first and none after the outcome, but for the first where all of them are. */
  readonly reached: readonly [Reached, ...Reached[]]
  /** When the facts and activities below stood; never after `outcomeAt`. */
  readonly asOf: number
  /** The organisation's overlaid by their own; none of consent, safety, feedback or outcome. */
  readonly facts: Facts
  /** None after `asOf`, and none that tells the outcome. */
  readonly activities: readonly Activity[]
  readonly outcome: Outcome
  /** `undefined` where nothing says when. */
  readonly outcomeAt?: number
  readonly firstContactAt?: number
  readonly bookedAt?: number
  readonly feedback?: Feedback
  /** By what an audit may divide people; nothing is ever learned from it. */
  readonly auditFacts: Facts
}
