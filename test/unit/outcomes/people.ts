import type { Case } from '#src/outcomes/case.ts'
import { makeCase } from '#src/outcomes/make-case.ts'
import {
  DEFAULT_OUTCOMES,
  endsFor,
  type OutcomeDefinition,
} from '#src/outcomes/outcome-definition.ts'
import type { Activity, ActivityKind, Facts } from '#src/ports.ts'
import type { ScoredPerson, TierEntry } from '#src/store/score-history.ts'

export const NOW = Date.UTC(2026, 10, 20, 9, 30)
const DAY_MS = 86_400_000

export const daysAgo = (days: number): number => NOW - days * DAY_MS

export const act = (kind: ActivityKind, days: number): Activity => ({
  kind,
  category: 'pricing',
  at: daysAgo(days),
})

/** Somebody of an employer who came 100 days ago and was scored at once. */
export const CAME: TierEntry = {
  tier: 'nurture',
  at: daysAgo(100),
  score: 40,
  fit: 30,
  engagement: 10,
  audience: 'employer',
  model: 'employer@2',
  facts: { createdAt: daysAgo(100.01), role: 'hr', companySize: 250, lifecycle: 'lead' },
  activities: [act('form-submitted', 100.01)],
}

export function person(changes: Partial<ScoredPerson> = {}): ScoredPerson {
  const [first = CAME] = changes.entries ?? []
  return {
    ref: { object: 'contact', id: '1' },
    entries: [CAME],
    facts: first.facts,
    activities: first.activities,
    ...changes,
  }
}

/** The same, in the CRM for years before anybody scored them. */
export function latecomer(facts: Facts = {}, activities: readonly Activity[] = []): ScoredPerson {
  const known = { ...CAME.facts, createdAt: daysAgo(900), ...facts }
  const entry = { ...CAME, facts: known, activities }
  return person({ entries: [entry], facts: known, activities })
}

export function caseOf(
  scored: ScoredPerson,
  definition: OutcomeDefinition = DEFAULT_OUTCOMES,
): Case | undefined {
  const audience = scored.entries[0]?.audience ?? 'employer'
  return makeCase(scored, endsFor(definition, audience), NOW)
}
