import type { Activity, Audience, Facts, Hold, Tier } from '../../ports.ts'

/** What an account score may know of one person: their own score, their role and when they acted. */
export interface AccountPerson {
  readonly audience: Audience | null
  readonly hold: Hold | null
  readonly fit: number | null
  readonly engagement: number | null
  /** Role code. */
  readonly role: string | undefined
  readonly activities: readonly Activity[]
}

export interface AccountSubject {
  /** The people of one organisation; who does not count is left out by the score itself. */
  readonly people: readonly AccountPerson[]
  /** What is known of the organisation itself. */
  readonly facts: Facts
}

/** One line that accounts for whole points; the lines add up to the score exactly. Names nobody. */
export interface AccountReason {
  readonly part: 'people' | 'roles' | 'recency' | 'organisation' | 'score'
  readonly kind: 'rule' | 'cap' | 'floor'
  /** `place-1`, a rule id, or the part for its cap or floor. */
  readonly rule: string
  readonly points: number
  readonly text: string
  /** When those behind it last acted; epoch ms. */
  readonly at: number | undefined
}

export interface AccountScore {
  /** Whole, 0–100. */
  readonly score: number
  readonly tier: Tier
  /** How many people count. */
  readonly engagedContacts: number
  readonly reasons: readonly AccountReason[]
  /** First instant (epoch ms) at which score or tier change if no person's own score does. */
  readonly nextChangeAt: number | undefined
}
