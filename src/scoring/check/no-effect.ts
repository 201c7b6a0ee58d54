import { signed } from '../document/plain-words.ts'
import { type RuleEntry, ruleEntries } from '../document/rule-entries.ts'
import { mostEngagement, mostFit } from './attainable.ts'
import type { Finding } from './finding.ts'
import type { Lint, LintContext } from './lint.ts'

/** Rules whose points can never show, show in part only, or can never lead to a tier. */
export const noEffect: Lint = (context) =>
  ruleEntries(context.model).flatMap((entry) => {
    const swallowed = swallowedBy(entry, context)
    if (swallowed !== undefined) return [swallowed]
    return [...cutShort(entry), ...leadsNowhere(entry, context)]
  })

/** A limit of 0 swallows points, unless the group or axis also has points of the other sign. */
function swallowedBy(
  { axis, group, rule, path }: RuleEntry,
  { model }: LintContext,
): Finding | undefined {
  const gives = rule.points > 0
  const ofAxis = model[axis].groups.flatMap(({ rules }) => [...rules])
  const isSwallowed = (
    limits: { readonly cap: number; readonly floor: number },
    rules: readonly { readonly points: number }[],
  ): boolean =>
    (gives ? limits.cap : limits.floor) === 0 && rules.every(({ points }) => points > 0 === gives)
  const what = gives ? 'cap' : 'floor'
  const whose = isSwallowed(group, group.rules)
    ? `the group "${group.id}"`
    : isSwallowed(model[axis], ofAxis) && axis
  if (whose === false) return undefined
  return {
    code: 'no-effect',
    severity: 'error',
    path,
    message: `"${rule.id}" never changes a score: ${whose} has a ${what} of 0`,
    fix: `Move the ${what} away from 0, or remove the rule.`,
  }
}

/** Points beyond what the group can give. */
function cutShort({ group, rule, path }: RuleEntry): readonly Finding[] {
  const { points, id } = rule
  const hasOpposite = group.rules.some((other) => other.points > 0 !== points > 0)
  const limit = points > 0 ? group.cap : group.floor
  if (hasOpposite || Math.abs(points) <= Math.abs(limit)) return []
  return [
    {
      code: 'points-beyond-limit',
      severity: 'warning',
      path: [...path, 'points'],
      message: `"${id}" is worth ${signed(points)}, but the group "${group.id}" ends at ${signed(limit)}`,
      fix: `Make it ${signed(limit)}, or move the limit of the group.`,
    },
  ]
}

/** Points for something that no record of any tier worth having can have. */
function leadsNowhere(entry: RuleEntry, context: LintContext): readonly Finding[] {
  const { nurture } = context.model.tiers
  if (entry.axis === 'engagement' || entry.rule.points < 0) return []
  const fit = mostFit(context, entry)
  if (fit === undefined) return []
  if (fit >= (nurture.fit ?? 0) && fit + mostEngagement(context) >= nurture.score) return []
  return [
    {
      code: 'reaches-no-tier',
      severity: 'warning',
      path: entry.path,
      message: `"${entry.rule.id}" gives points, but no record it counts for can reach nurture (fit ${fit} at most)`,
      fix: 'Look for a rule that takes more points for the same value, or remove this one.',
    },
  ]
}
