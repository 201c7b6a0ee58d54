import type { Activity, ActivityKind } from '../../ports.ts'
import { exampleOf } from '../document/example.ts'
import { signed } from '../document/plain-words.ts'
import { type RuleEntry, ruleEntries } from '../document/rule-entries.ts'
import { bestMatchExample } from '../document/sales-ready-example.ts'
import { mostOfRule } from './attainable.ts'
import type { Finding } from './finding.ts'
import type { Lint, LintContext } from './lint.ts'

/** The part of what sales-ready needs above which one signal drowns all others. */
const SWAMPING = 2 / 3

/** Signals that decide the tier by themselves. */
export const swampingPoints: Lint = (context) => [
  ...ruleEntries(context.model).flatMap((entry) => decidesAlone(entry, context)),
  ...oneVisitDecides(context),
]

function decidesAlone(
  entry: RuleEntry,
  { model, compiled, nowMs }: LintContext,
): readonly Finding[] {
  const { id } = entry.rule
  const alone = compiled.evaluate(exampleOf(entry, model, nowMs), nowMs)
  if (entry.rule.points > 0 && alone.tier === 'sales-ready') {
    return [
      {
        code: 'decides-alone',
        severity: 'error',
        path: [...entry.path, 'points'],
        message: `"${id}" makes anybody sales-ready all by itself (score ${alone.score})`,
        fix: 'Lower its points, or ask for both fit and engagement in tiers.sales-ready.',
      },
    ]
  }
  const points = entry.axis === 'fit' ? entry.rule.points : mostOfRule(entry.rule)
  const counted = Math.min(points, entry.group.cap, model[entry.axis].cap)
  const needed = model.tiers['sales-ready'].score
  if (counted <= needed * SWAMPING) return []
  return [
    {
      code: 'swamping-points',
      severity: 'warning',
      path: [...entry.path, 'points'],
      message: `"${id}" gives ${signed(counted)} of the ${needed} that sales-ready needs; the other rules hardly matter`,
      fix: 'Lower its points or its cap, or spread them over several signals.',
    },
  ]
}

/** What people do in passing. */
const IN_PASSING: readonly ActivityKind[] = ['page-viewed', 'email-opened', 'email-clicked']

/** One visit or opened email that is enough for the best match there is. */
function oneVisitDecides({ model, compiled, nowMs }: LintContext): readonly Finding[] {
  const { subject } = bestMatchExample(model, nowMs)
  return model.engagement.groups.flatMap(({ rules }, groupIndex) =>
    rules.flatMap((rule, index): Finding[] => {
      const kind = rule.activity.find((one) => IN_PASSING.includes(one))
      if (kind === undefined || rule.points < 0) return []
      const activity: Activity = { kind, category: rule.category?.[0] ?? 'other', at: nowMs }
      const { tier } = compiled.evaluate({ ...subject, activities: [activity] }, nowMs)
      if (tier !== 'sales-ready') return []
      return [
        {
          code: 'one-visit-decides',
          severity: 'error',
          path: ['engagement', 'groups', groupIndex, 'rules', index, 'points'],
          message: `One ${kind} (${activity.category}) makes a good match sales-ready ("${rule.id}")`,
          fix: 'Lower its points, or ask for more engagement in tiers.sales-ready.',
        },
      ]
    }),
  )
}
