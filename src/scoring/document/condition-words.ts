import { activityOperatorOf } from '../activity-conditions/registry.ts'
import { operatorOf } from '../conditions/registry.ts'
import type { EngagementRule, FitRule } from '../model-rules.ts'
import { activitiesInWords } from './activity-words.ts'
import type { Inline } from './blocks.ts'
import { asWords } from './plain-words.ts'

type FactAsked = Omit<FitRule, 'id' | 'points' | 'reason' | 'because'>

/** What a rule asks of a fact, such as "company size is from 200 to 999". */
export function factInWords(rule: FactAsked): readonly Inline[] {
  const asked = operatorOf(rule)
  return [asWords(rule.fact), ' ', ...(asked?.operator.inWords(asked.args) ?? [])]
}

/** What a rule asks of activities, such as "opens an email, at least 3 times within 30 days". */
export function activityInWords(rule: EngagementRule): readonly Inline[] {
  const { operator, args } = activityOperatorOf(rule)
  return [...activitiesInWords(rule), ...operator.inWords(args)]
}
