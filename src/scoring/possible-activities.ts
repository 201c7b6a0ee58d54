import { ACTIVITY_CATEGORIES, ACTIVITY_KINDS, type Activity } from '../ports.ts'
import { activityOperatorOf } from './activity-conditions/registry.ts'
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
  return [...singles, ...sequences(rules)]
}

/** What has to be done in an order. */
function sequences(rules: readonly EngagementRule[]): readonly PossibleActivity[] {
  return rules.flatMap((rule) => {
    const { operator, args } = activityOperatorOf(rule)
    if (operator.counts !== 'order' || rule.points < 0) return []
    const example = operator.example(args, rule, 0)
    const acts = example.map(({ kind, category }) => ({ kind, category }))
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

function looksAt({ activity, category }: EngagementRule, act: Act): boolean {
  return activity.includes(act.kind) && (category?.includes(act.category) ?? true)
}

function timesOf(rule: EngagementRule): number {
  const { operator, args } = activityOperatorOf(rule)
  return operator.repeats(args)
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
