import type { EngagementGroup, FitGroup, Model } from '../model.ts'
import type { EngagementRule, FitRule } from '../model-rules.ts'

interface Entry<Axis extends 'fit' | 'engagement', Group, Rule> {
  readonly axis: Axis
  readonly group: Group
  readonly rule: Rule
  /** Where the rule stands in the file, by keys and list positions. */
  readonly path: readonly PropertyKey[]
}
export type FitEntry = Entry<'fit', FitGroup, FitRule>
export type EngagementEntry = Entry<'engagement', EngagementGroup, EngagementRule>
export type RuleEntry = FitEntry | EngagementEntry

/** Every rule over facts with the group it is in, in the order of the file. */
export function fitEntries({ fit }: Model): readonly FitEntry[] {
  return fit.groups.flatMap((group, groupIndex) =>
    group.rules.map((rule, index) => {
      const path = ['fit', 'groups', groupIndex, 'rules', index]
      return { axis: 'fit' as const, group, rule, path }
    }),
  )
}

/** Every rule over activities with the group it is in, in the order of the file. */
export function engagementEntries({ engagement }: Model): readonly EngagementEntry[] {
  return engagement.groups.flatMap((group, groupIndex) =>
    group.rules.map((rule, index) => {
      const path = ['engagement', 'groups', groupIndex, 'rules', index]
      return { axis: 'engagement' as const, group, rule, path }
    }),
  )
}

export function ruleEntries(model: Model): readonly RuleEntry[] {
  return [...fitEntries(model), ...engagementEntries(model)]
}
