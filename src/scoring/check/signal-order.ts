import type { ActivityKind } from '../../ports.ts'
import { activityOperatorOf } from '../activity-conditions/registry.ts'
import { signed } from '../document/plain-words.ts'
import { type EngagementEntry, engagementEntries } from '../document/rule-entries.ts'
import type { Finding } from './finding.ts'
import type { Lint } from './lint.ts'

/** What takes more of a person, first; opened emails are often the mail program's doing. */
const LADDER: readonly (readonly [more: ActivityKind, less: ActivityKind])[] = [
  ['email-replied', 'email-clicked'],
  ['email-clicked', 'email-opened'],
  ['webinar-attended', 'webinar-registered'],
  ['demo-attended', 'demo-booked'],
]

/** Points that turn the order of effort around; only rules that count a single act are compared. */
export const signalOrder: Lint = ({ model }) => {
  const single = engagementEntries(model).filter(
    ({ rule }) =>
      rule.points > 0 &&
      rule.category === undefined &&
      activityOperatorOf(rule).operator.counts === 'each',
  )
  const strongest = (kind: ActivityKind): EngagementEntry | undefined =>
    single
      .filter(({ rule }) => rule.activity.includes(kind))
      .toSorted((a, b) => b.rule.points - a.rule.points)[0]
  return LADDER.flatMap(([more, less]): Finding[] => {
    const upper = strongest(more)
    const lower = strongest(less)
    if (upper === undefined || lower === undefined || upper === lower) return []
    if (lower.rule.points < upper.rule.points) return []
    return [
      {
        code: 'signal-order',
        severity: 'warning',
        path: [...lower.path, 'points'],
        message: `"${lower.rule.id}" (${less}, ${signed(lower.rule.points)}) counts as much as "${upper.rule.id}" (${more}, ${signed(upper.rule.points)}), which takes more of a person`,
        fix: 'Give the one that takes more effort more points.',
      },
    ]
  })
}
