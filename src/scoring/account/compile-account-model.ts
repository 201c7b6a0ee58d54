import type { Tier } from '../../ports.ts'
import { compileFactCondition } from '../conditions/registry.ts'
import {
  type FactRule,
  line,
  organisationLines,
  placeLines,
  roleLines,
  total,
  within,
} from './account-lines.ts'
import type { AccountModel } from './account-model.ts'
import { latestAt, nextRecencyChange, recencyPoints } from './account-recency.ts'
import type { AccountReason, AccountScore, AccountSubject } from './account-score.ts'
import { type Engaged, engagedOf } from './engaged-people.ts'

/** An account model turned into closures once; `score` is pure. */
export interface AccountScorer {
  readonly id: string
  readonly version: number
  score(subject: AccountSubject, nowMs: number): AccountScore
}

const NOBODY: AccountScore = {
  score: 0,
  tier: 'unqualified',
  engagedContacts: 0,
  reasons: [],
  nextChangeAt: undefined,
}

export function compileAccountModel(model: AccountModel): AccountScorer {
  const factRules = model.organisation.rules.map((rule): FactRule => {
    const { test } = compileFactCondition(rule, {})
    // No rule here may look at the clock, so any instant will do.
    return { ...rule, holds: (facts) => test(facts[rule.fact], 0) === true }
  })
  return {
    id: model.id,
    version: model.version,
    score: ({ people, facts }, nowMs) => {
      const engaged = engagedOf(model, people)
      if (engaged.length === 0) return NOBODY
      const steady = [
        ...placeLines(model, engaged, nowMs),
        ...roleLines(model, engaged, nowMs),
        ...organisationLines(model, factRules, { facts, engaged }),
      ]
      return scoreOf(model, steady, { engaged, nowMs })
    },
  }
}

/** Every line is whole by itself and only recency moves with time, so no remainder needs sharing out. */
function scoreOf(
  model: AccountModel,
  steady: readonly AccountReason[],
  { engaged, nowMs }: { engaged: readonly Engaged[]; nowMs: number },
): AccountScore {
  const { recency } = model
  const base = total(steady)
  const times = engaged.flatMap((person) => person.times).toSorted((a, b) => a - b)
  const latest = latestAt(times, nowMs)
  const points = recencyPoints(recency, latest, nowMs)
  const lately = line('recency', { rule: 'recency', points, text: recency.reason, at: latest })
  const score = clamped(base + points)
  return {
    score,
    tier: tierOf(model, score, engaged.length),
    engagedContacts: engaged.length,
    reasons: within([...steady, lately], { part: 'score', cap: 100, floor: 0 }).filter(
      (reason) => reason.points !== 0,
    ),
    nextChangeAt: nextRecencyChange(recency, times, {
      nowMs,
      same: (other) => clamped(base + other) === score,
    }),
  }
}

function clamped(points: number): number {
  return Math.max(0, Math.min(100, points))
}

function tierOf({ tiers }: AccountModel, score: number, people: number): Tier {
  const ready = tiers['sales-ready']
  if (score >= ready.score && people >= ready.people) return 'sales-ready'
  return score >= tiers.nurture.score ? 'nurture' : 'unqualified'
}
