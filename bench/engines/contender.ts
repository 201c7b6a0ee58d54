import type { Grade, Tier } from '#src/ports.ts'
import type { Subject } from '#src/scoring/score.ts'

/** A rule that counted, and for how much: the same from every engine. */
export interface CountedRule {
  readonly rule: string
  readonly points: number
  readonly text: string
}

/** What every engine must arrive at for a contact. */
export interface Outcome {
  readonly score: number
  readonly fit: number
  readonly engagement: number
  readonly grade: Grade
  readonly tier: Tier
  readonly reasons: readonly CountedRule[]
}

/** One engine doing the bench model. */
export interface Contender {
  readonly name: string
  /** Contacts one round is measured on: fewer for slow engines, since a rate is per contact. */
  readonly perRound: number
  /** Calls back for each contact, in order. */
  scoreAll(
    subjects: readonly Subject[],
    nowMs: number,
    take: (outcome: Outcome) => void,
  ): Promise<void>
}
