import type { Audience, Tier } from '../ports.ts'

/** What became of a record, as the portal's own words for won and lost say. */
export type Outcome = 'won' | 'lost' | 'open'

/** What a rep said of a score. */
export type Feedback = 'useful' | 'not-useful'

/** One scored record and what became of it. Every time is epoch milliseconds. */
export interface OutcomeRecord {
  /** Shown only where a person asked for cases to review. */
  readonly id: string
  readonly audience: Audience
  readonly tier: Tier
  /** 0–100, as it stood at `scoredAt`. */
  readonly score: number
  readonly segment?: string | undefined
  readonly source?: string | undefined
  readonly scoredAt: number
  readonly firstContactAt?: number | undefined
  readonly bookedAt?: number | undefined
  readonly outcome: Outcome
  /** When it was won or lost; without it the record counts, but tells nothing about how long a win takes. */
  readonly outcomeAt?: number | undefined
  /** Coded facts as they stood at `scoredAt`; `undefined` is a fact that is missing. */
  readonly facts: Readonly<Record<string, string | number | boolean | undefined>>
  /** Points by rule; they add up to the score before it is kept within 0–100. */
  readonly points: Readonly<Record<string, number>>
  readonly feedback?: Feedback | undefined
}
