import { compileActivityCondition } from './activity-conditions/registry.ts'
import { SIGNS_OF_LIFE } from './adjustments.ts'
import type { CompiledRule, View } from './compiled-axis.ts'
import { compileFactCondition } from './conditions/registry.ts'
import { NO_FADING } from './decay.ts'
import type { FactSlots } from './fact-slots.ts'
import type { Lists } from './lists.ts'
import type { EngagementRule, FitRule } from './model-rules.ts'
import { NEVER, type Tracks } from './tracks.ts'

/** A rule over one fact. */
export function compileFitRule(rule: FitRule, lists: Lists, slots: FactSlots): CompiledRule {
  const { points } = rule
  const slot = slots.open(rule.fact)
  const { test, changesAt } = compileFactCondition(rule, lists)
  return {
    id: rule.id,
    text: rule.reason,
    points: ({ values, nowMs }) => (test(values[slot], nowMs) === true ? points : 0),
    inFull: undefined,
    latestAt: undefined,
    breaksAt:
      changesAt &&
      (({ values, nowMs }) => Math.min(...changesAt(values[slot]).filter((at) => at > nowMs))),
  }
}

/** A rule over activities; opens the tracks it reads. */
export function compileEngagementRule(
  rule: EngagementRule,
  groupRate: number,
  tracks: Tracks,
): CompiledRule {
  const { points } = rule
  const selector = { kinds: rule.activity, categories: rule.category }
  const { worth, latestAt } = compileActivityCondition(rule, selector, tracks)
  const rate = rule.decays ? groupRate : NO_FADING
  const clockOf = points > 0 ? now : lastSignOfLife(tracks)
  return {
    id: rule.id,
    text: rule.reason,
    points: (view) => points * worth(view.hits, clockOf(view), rate),
    inFull: rule.decays ? (view) => points * worth(view.hits, clockOf(view), NO_FADING) : undefined,
    latestAt: ({ hits }) => latestAt(hits),
    breaksAt: undefined,
  }
}

type Clock = (view: View) => number

const now: Clock = ({ nowMs }) => nowMs

/** Points taken off fade no further than this, so that engagement never rises by waiting. */
function lastSignOfLife(tracks: Tracks): Clock {
  const track = tracks.open({ kinds: SIGNS_OF_LIFE, categories: undefined }, 1)
  return ({ hits: { newest } }) => newest[track] ?? NEVER
}
