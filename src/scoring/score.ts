import type { Activity, Audience, Facts, Grade, NextAction, Tier } from '../ports.ts'

/** What a model is evaluated on: coded facts (own and the organisation's) and dated activities. */
export interface Subject {
  readonly facts: Facts
  readonly activities: readonly Activity[]
}

/**
 * One line that accounts for whole points. The lines of fit add up to fit, those of engagement to
 * engagement, and all together to the score: caps, floors and the 0–100 bound are lines of their own.
 */
export interface Reason {
  /** `total` is the 0–100 bound only; it changes the score and neither axis. */
  readonly axis: 'fit' | 'engagement' | 'total'
  readonly kind: 'rule' | 'adjustment' | 'cap' | 'floor'
  readonly group: string
  /** Rule id, or the group id for a cap or floor. */
  readonly rule: string
  readonly points: number
  /** Sentence from the model, non-clinical, shown to reps. */
  readonly text: string
  /** When the latest activity behind it happened; epoch ms. */
  readonly at: number | undefined
}

export interface Score {
  /** Whole, 0–100: fit + engagement, clamped. */
  readonly score: number
  /** Whole; not changed by the clamp of the score. */
  readonly fit: number
  /** Whole; not changed by the clamp of the score. */
  readonly engagement: number
  readonly grade: Grade
  readonly tier: Tier
  readonly reasons: readonly Reason[]
  /**
   * First whole second after the evaluation (epoch ms) at which score, fit or engagement differ by
   * more than the tolerance, or grade or tier differ, if nothing happens. Worked out when read; a
   * spread copy of a score does not have it.
   */
  readonly nextChangeAt: number | undefined
}

/** What a rep is told to do in a tier. */
export interface TierAdvice {
  readonly label: string
  readonly nextAction: NextAction
  readonly respondWithinMinutes: number | undefined
  readonly theme: string | undefined
}

/** A model turned into closures once; `evaluate` is pure and does no I/O. */
export interface CompiledModel {
  readonly id: string
  readonly version: number
  readonly audience: Audience
  readonly description: string
  readonly tiers: Readonly<Record<Tier, TierAdvice>>
  /** Reasons, labels and themes as they are, each with the same in Spanish where the model says it. */
  readonly spanish: ReadonlyMap<string, string>
  evaluate(subject: Subject, nowMs: number): Score
}
