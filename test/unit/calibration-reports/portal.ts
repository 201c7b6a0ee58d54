import type { Feedback, Outcome, OutcomeRecord } from '#src/calibration/outcome-record.ts'
import type { Audience, Tier } from '#src/ports.ts'

export const DAY_MS = 86_400_000
export const NOW = Date.UTC(2026, 10, 1)

/** Mulberry32: small, seeded, good enough for made-up portals. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function successes(of: number, chance: number, random: () => number): number {
  let count = 0
  for (let trial = 0; trial < of; trial += 1) if (random() < chance) count += 1
  return count
}

/** A record long since lost, changed as told. */
export function record(changes: Partial<OutcomeRecord> = {}): OutcomeRecord {
  return {
    id: 'r-1',
    audience: 'individual',
    tier: 'nurture',
    score: 50,
    scoredAt: NOW - 400 * DAY_MS,
    outcome: 'lost',
    outcomeAt: NOW - 390 * DAY_MS,
    facts: {},
    points: {},
    ...changes,
  }
}

/** So many of the same. */
export function many(count: number, changes: Partial<OutcomeRecord>): readonly OutcomeRecord[] {
  return Array.from({ length: count }, (_, at) => record({ id: `r-${at}`, ...changes }))
}

function tierOf(score: number): Tier {
  if (score >= 70) return 'sales-ready'
  return score >= 40 ? 'nurture' : 'unqualified'
}

export interface MadeUp {
  readonly seed: number
  readonly size: number
  /** The chance that a record with this score is won. */
  readonly chanceAt?: (score: number) => number
}

const AUDIENCES: readonly Audience[] = [
  'individual',
  'individual',
  'individual',
  'employer',
  'health-plan',
]
const SOURCES = ['search', 'search', 'referral', 'referral', 'event', 'partner', 'podcast']

/** A year of a made-up portal: wins come within 60 days, the youngest are open. */
export function madeUpPortal({ seed, size, chanceAt = rising }: MadeUp): readonly OutcomeRecord[] {
  const random = seeded(seed)
  return Array.from({ length: size }, (_, at) => {
    const score = Math.floor(random() * 101)
    const scoredAt = NOW - Math.floor(random() * 365) * DAY_MS
    const outcomeAt = scoredAt + Math.ceil(random() * 60) * DAY_MS
    const won = random() < chanceAt(score)
    const contacted = random() < 0.8
    const visited = random() < 0.5
    return {
      id: `r-${at}`,
      audience: AUDIENCES[Math.floor(random() * AUDIENCES.length)] ?? 'individual',
      tier: tierOf(score),
      score,
      source: SOURCES[Math.floor(random() ** 2 * SOURCES.length)],
      scoredAt,
      firstContactAt: contacted ? scoredAt + Math.floor(random() * 20) * 60_000 : undefined,
      bookedAt: contacted && random() < 0.3 ? scoredAt + DAY_MS : undefined,
      outcome: outcomeOf(outcomeAt, won),
      outcomeAt: outcomeAt > NOW ? undefined : outcomeAt,
      facts: {
        state: random() < 0.6 ? 'WA' : 'OR',
        insurance: random() < 0.9 ? 'plan' : undefined,
      },
      points: { visited: visited ? 20 : 0, rest: score - (visited ? 20 : 0) },
      feedback: random() < 0.3 ? saidOf(random()) : undefined,
    }
  })
}

function outcomeOf(outcomeAt: number, won: boolean): Outcome {
  if (outcomeAt > NOW) return 'open'
  return won ? 'won' : 'lost'
}

function saidOf(luck: number): Feedback {
  return luck < 0.7 ? 'useful' : 'not-useful'
}

function rising(score: number): number {
  return 1 / (1 + Math.exp(-(score - 85) / 15))
}
