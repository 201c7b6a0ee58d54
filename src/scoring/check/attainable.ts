import { activityOperatorOf } from '../activity-conditions/registry.ts'
import { STAGES } from '../adjustments.ts'
import { type FitEntry, fitEntries } from '../document/rule-entries.ts'
import type { EngagementGroup } from '../model.ts'
import type { EngagementRule } from '../model-rules.ts'
import type { LintContext } from './lint.ts'
import { ruleMatches, vocabularyValues } from './vocabulary-values.ts'

/** Points each group gets, in the order of the groups. */
type GroupSums = readonly number[]

// More than any model people write by hand needs; beyond it the bound is still true, if not exact.
const MOST_KEPT = 2_000

/**
 * The most fit any record can have; with `given`, any record for which that rule counts.
 * `undefined` where it counts for none.
 */
export function mostFit(context: LintContext, given?: FitEntry): number | undefined {
  const { fit } = context.model
  const byFact = Map.groupBy(fitEntries(context.model), ({ rule }) => rule.fact)
  let best: readonly GroupSums[] = [fit.groups.map(() => 0)]
  for (const [fact, entries] of byFact) {
    const choices = choicesOf(fact, entries, context, given)
    best = undominated(best.flatMap((sums) => choices.map((choice) => added(sums, choice))))
  }
  const totals = best.map((sums) =>
    fit.groups.reduce(
      (total, { cap, floor }, index) => total + within(sums[index] ?? 0, cap, floor),
      0,
    ),
  )
  return totals.length === 0 ? undefined : within(Math.max(...totals), fit.cap, fit.floor)
}

/** What the values of one fact can give each group. */
function choicesOf(
  fact: string,
  entries: readonly FitEntry[],
  context: LintContext,
  given: FitEntry | undefined,
): readonly GroupSums[] {
  const { groups } = context.model.fit
  const rules = entries.map(({ rule, group }) => ({
    matches: ruleMatches(rule, context),
    points: rule.points,
    group: groups.indexOf(group),
  }))
  const mustMatch = given?.rule.fact === fact ? ruleMatches(given.rule, context) : () => true
  return undominated(
    vocabularyValues(fact, context)
      .filter(mustMatch)
      .map((value) => {
        const sums = groups.map(() => 0)
        for (const { matches, points, group } of rules) {
          if (matches(value)) sums[group] = (sums[group] ?? 0) + points
        }
        return sums
      }),
  )
}

/** Those that no other beats in every group: more points in a group never lower a score. */
function undominated(all: readonly GroupSums[]): readonly GroupSums[] {
  const kept: GroupSums[] = []
  for (const sums of all.toSorted((a, b) => totalOf(b) - totalOf(a))) {
    if (kept.length >= MOST_KEPT) return [bestOfEach(all)]
    if (!kept.some((other) => sums.every((points, index) => points <= (other[index] ?? 0)))) {
      kept.push(sums)
    }
  }
  return kept
}

function bestOfEach(all: readonly GroupSums[]): GroupSums {
  return (all[0] ?? []).map((_points, index) => Math.max(...all.map((sums) => sums[index] ?? 0)))
}

function added(a: GroupSums, b: GroupSums): GroupSums {
  return a.map((points, index) => points + (b[index] ?? 0))
}

function totalOf(sums: GroupSums): number {
  return sums.reduce((total, points) => total + points, 0)
}

function within(points: number, cap: number, floor: number): number {
  return Math.max(floor, Math.min(cap, points))
}

/** The most engagement any record can have: everything good just now, and nothing else. */
export function mostEngagement({ model }: LintContext): number {
  const { engagement, adjustments } = model
  const groups = engagement.groups.reduce((total, group) => total + mostOfGroup(group), 0)
  const steps = [...(adjustments.recency?.steps ?? [])].map(({ points }) => points)
  const stages = STAGES.map((stage) => adjustments.lifecycle?.stages[stage]?.points ?? 0)
  const total = groups + Math.max(0, ...steps) + Math.max(0, ...stages)
  return within(total, engagement.cap, engagement.floor)
}

function mostOfGroup({ rules, cap, floor }: EngagementGroup): number {
  const most = rules.reduce((total, rule) => total + Math.max(0, mostOfRule(rule)), 0)
  return within(most, cap, floor)
}

/** What a rule gives at most, all its repetitions together. */
export function mostOfRule(rule: EngagementRule): number {
  const { operator, args } = activityOperatorOf(rule)
  return rule.points * operator.mostTimes(args)
}
