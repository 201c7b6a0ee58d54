import { ACTIVITY_CATEGORIES, type ActivityCategory, type ActivityKind } from '../../ports.ts'
import { activityOperatorOf } from '../activity-conditions/registry.ts'
import {
  type EngagementEntry,
  engagementEntries,
  type FitEntry,
  fitEntries,
} from '../document/rule-entries.ts'
import type { Finding } from './finding.ts'
import type { Lint, LintContext } from './lint.ts'
import { pairsOf } from './pairs.ts'
import { ruleMatches, vocabularyValues } from './vocabulary-values.ts'

/** One signal that gives, or takes, points twice. Inside a group the cap is there to hold that. */
export const doubleCounting: Lint = (context) => {
  const fit = fitEntries(context.model)
  const engagement = engagementEntries(context.model)
  return [
    ...pairsOf(fit).flatMap((pair) => sameFact(pair, context)),
    ...pairsOf(engagement).flatMap(sameActivity),
    ...fit.flatMap((entry) => toldTwice(entry, engagement)),
    ...fit.flatMap((entry) => sameAsStage(entry, context)),
  ]
}

function twice(path: readonly PropertyKey[], message: string, fix: string): Finding {
  return { code: 'double-counting', severity: 'warning', path, message, fix }
}

function sameFact(
  [first, second]: readonly [FitEntry, FitEntry],
  context: LintContext,
): readonly Finding[] {
  const { rule: a } = first
  const { rule: b } = second
  if (a.fact !== b.fact || a.points > 0 !== b.points > 0) return []
  const isFirst = ruleMatches(a, context)
  const isSecond = ruleMatches(b, context)
  const values = vocabularyValues(a.fact, context)
  const shared = values.filter((value) => isFirst(value) && isSecond(value))
  if (shared.length === 0) return []
  const isSame = values.every((value) => isFirst(value) === isSecond(value))
  if (first.group === second.group && (!isSame || a.range !== undefined)) return []
  const when = shared[0] === undefined ? 'when it is missing' : `for "${String(shared[0])}"`
  return [
    twice(
      second.path,
      `"${a.id}" and "${b.id}" both count ${a.fact} ${when}`,
      'Keep one of the rules, or put both in one group whose cap holds them.',
    ),
  ]
}

function sameActivity([first, second]: readonly [
  EngagementEntry,
  EngagementEntry,
]): readonly Finding[] {
  const { rule: a } = first
  const { rule: b } = second
  if (a.points > 0 !== b.points > 0 || isPattern(a) !== isPattern(b)) return []
  const cells = cellsOf(b)
  const shared = [...cellsOf(a)].find((cell) => cells.has(cell))
  if (shared === undefined) return []
  if (first.group === second.group && !countsTheSame(a, b)) return []
  return [
    twice(
      second.path,
      `"${a.id}" and "${b.id}" both count ${shared}`,
      'Take it out of one of the two, or put both in one group whose cap holds them.',
    ),
  ]
}

/** Coming back, or doing one thing after another, says something that a single act does not. */
function isPattern(rule: EngagementEntry['rule']): boolean {
  const { counts } = activityOperatorOf(rule).operator
  return counts === 'days' || counts === 'order'
}

/** "page-viewed (pricing)" for every kind and category a rule looks at. */
function cellsOf({ activity, category }: EngagementEntry['rule']): ReadonlySet<string> {
  const about: readonly ActivityCategory[] = category ?? ACTIVITY_CATEGORIES
  return new Set(activity.flatMap((kind) => about.map((one) => `${kind} (${one})`)))
}

function countsTheSame(a: EngagementEntry['rule'], b: EngagementEntry['rule']): boolean {
  const asked = (rule: typeof a): string => {
    const { name, args } = activityOperatorOf(rule)
    return JSON.stringify([rule.activity.toSorted(), rule.category?.toSorted(), name, args])
  }
  return asked(a) === asked(b)
}

/** Facts that only tell what the activities of a record already told. */
const TOLD_BY: Readonly<Record<string, ActivityKind>> = {
  emailOpens: 'email-opened',
  lastEmailOpenAt: 'email-opened',
  emailClicks: 'email-clicked',
  lastEmailClickAt: 'email-clicked',
  emailReplies: 'email-replied',
  lastEmailReplyAt: 'email-replied',
  emailBounces: 'email-bounced',
  pageViews: 'page-viewed',
  lastPageViewAt: 'page-viewed',
  lastPageCategory: 'page-viewed',
  formSubmissions: 'form-submitted',
  lastFormAt: 'form-submitted',
  lastFormCategory: 'form-submitted',
}

function toldTwice(
  { rule, path }: FitEntry,
  engagement: readonly EngagementEntry[],
): readonly Finding[] {
  const kind = TOLD_BY[rule.fact]
  const other = engagement.find(({ rule: { activity } }) => kind && activity.includes(kind))
  if (kind === undefined || other === undefined) return []
  return [
    twice(
      path,
      `"${rule.id}" counts ${rule.fact}, and "${other.rule.id}" counts the ${kind} it comes from`,
      'Keep the rule over activities: it fades, and says when.',
    ),
  ]
}

function sameAsStage({ rule, path }: FitEntry, { model }: LintContext): readonly Finding[] {
  if (rule.fact !== model.adjustments.lifecycle?.fact) return []
  return [
    twice(
      path,
      `"${rule.id}" and the stage adjustment both count ${rule.fact}`,
      'Keep the adjustment, or the rule.',
    ),
  ]
}
