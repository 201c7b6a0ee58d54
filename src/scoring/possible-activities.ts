import { ACTIVITY_CATEGORIES, ACTIVITY_KINDS, type Activity } from '../ports.ts'
import type { Model } from './model.ts'
import type { EngagementRule } from './model-rules.ts'

type Act = Pick<Activity, 'kind' | 'category'>

/** Something a person could do today that engagement rules would give points for. */
export interface PossibleActivity {
  /** In this order; two for "A then B". */
  readonly acts: readonly Act[]
  /** Rules that look at it and give points. */
  readonly rules: readonly EngagementRule[]
  /** What it can add at most, before fading and caps. */
  readonly most: number
  /** How often doing it again can still add points. */
  readonly mostTimes: number
}

/**
 * One activity for each set of rules that look at the same ones; one that gives points by fewer rules
 * than another, and is taken points off by no fewer, is left out.
 */
export function possibleActivities(model: Model): readonly PossibleActivity[] {
  const rules = model.engagement.groups.flatMap((group) => group.rules)
  const found: (PossibleActivity & { readonly against: readonly EngagementRule[] })[] = []
  for (const kind of ACTIVITY_KINDS) {
    for (const category of ACTIVITY_CATEGORIES) {
      const act = { kind, category }
      const looking = rules.filter((rule) => looksAt(rule, act))
      const one = {
        acts: [act],
        rules: looking.filter(({ points }) => points > 0),
        against: looking.filter(({ points }) => points < 0),
        most: mostOf(rules, [act]),
        mostTimes: Math.max(1, ...looking.map(timesOf)),
      }
      if (one.rules.length > 0 && !found.some((other) => covers(other, one))) found.push(one)
    }
  }
  const singles = found.filter((one) => !found.some((other) => other !== one && covers(other, one)))
  return [...singles, ...pairs(rules)]
}

function pairs(rules: readonly EngagementRule[]): readonly PossibleActivity[] {
  return rules.flatMap((rule) => {
    const first = rule.after as Selection | undefined
    if (first === undefined || rule.points < 0) return []
    const acts = [firstOf(first), firstOf(rule)]
    return [{ acts, rules: [rule], most: mostOf(rules, acts), mostTimes: 1 }]
  })
}

function mostOf(rules: readonly EngagementRule[], acts: readonly Act[]): number {
  let most = 0
  for (const rule of rules) {
    for (const act of acts) if (rule.points > 0 && looksAt(rule, act)) most += rule.points
  }
  return most
}

type Selection = Pick<EngagementRule, 'activity' | 'category'>

function firstOf({ activity, category }: Selection): Act {
  return { kind: activity[0] ?? 'page-viewed', category: category?.[0] ?? 'other' }
}

function looksAt({ activity, category }: Selection, act: Act): boolean {
  return activity.includes(act.kind) && (category?.includes(act.category) ?? true)
}

function timesOf(rule: EngagementRule): number {
  const { atLeast, repeated } = rule as {
    atLeast?: { times: number }
    repeated?: { maxTimes: number }
  }
  return atLeast?.times ?? repeated?.maxTimes ?? 1
}

interface Covering extends PossibleActivity {
  readonly against: readonly EngagementRule[]
}

function covers(other: Covering, one: Covering): boolean {
  return (
    one.rules.every((rule) => other.rules.includes(rule)) &&
    other.against.every((rule) => one.against.includes(rule))
  )
}
