import { compileActivityCondition } from './activity-conditions/registry.ts'
import type { CompiledRule } from './compiled-axis.ts'
import type { Lists } from './conditions/operator.ts'
import { compileFactCondition } from './conditions/registry.ts'
import type { EngagementRule, FitRule } from './model.ts'
import type { Tracks } from './tracks.ts'

const never = (): number => Infinity
const undated = (): undefined => undefined

/** A rule over one fact. */
export function compileFitRule(rule: FitRule, lists: Lists): CompiledRule {
  const { fact, points } = rule
  const { test, changesAt } = compileFactCondition(rule, lists)
  return {
    id: rule.id,
    text: rule.reason,
    points: ({ facts, nowMs }) => (test(facts[fact], nowMs) === true ? points : 0),
    latestAt: undated,
    breaksAt:
      changesAt === undefined
        ? never
        : ({ facts, nowMs }) => Math.min(...changesAt(facts[fact]).filter((at) => at > nowMs)),
  }
}

/** A rule over activities; opens the tracks it reads. */
export function compileEngagementRule(
  rule: EngagementRule,
  groupHalfLifeMs: number,
  tracks: Tracks,
): CompiledRule {
  const selector = { kinds: rule.activity, categories: rule.category }
  const { worth, latestAt, breaksAt } = compileActivityCondition(rule, selector, tracks)
  const halfLifeMs = rule.decays ? groupHalfLifeMs : Infinity
  return {
    id: rule.id,
    text: rule.reason,
    points: ({ hits, nowMs }) => rule.points * worth(hits, nowMs, halfLifeMs),
    latestAt: ({ hits }) => latestAt(hits),
    breaksAt: ({ hits, nowMs }) => breaksAt(hits, nowMs),
  }
}
