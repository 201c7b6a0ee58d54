import { z } from 'zod'
import { ACTIVITY_CATEGORIES } from '../ports.ts'
import {
  ACTIVITY_OPERATOR_NAMES,
  activityOperatorKeys,
  activityOperatorsOf,
  endsByItself,
} from './activity-conditions/registry.ts'
import {
  type FactCondition,
  factConditionKeys,
  OPERATOR_NAMES,
  operatorsOf,
} from './conditions/registry.ts'
import { Id } from './lists.ts'
import { oneOrMore } from './one-or-more.ts'
import { SCORABLE_KINDS } from './scorable-kinds.ts'

export const Sentence = z.string().trim().min(1)

const said = {
  /** Shown to reps: plain, kind, nothing clinical. */
  reason: Sentence.max(160),
  /** Why it exists; for whoever changes the model next. */
  because: Sentence,
}

/** Points that may be none, with their reason; a part of an adjustment. */
export const saidPoints = { points: z.int().min(-100).max(100), ...said }

const ruleKeys = {
  id: Id,
  points: saidPoints.points.refine((points) => points !== 0, {
    error: 'must not be 0: the rule would say nothing',
  }),
  ...said,
}

/** Refuses a fact condition that asks nothing, or more than one thing. */
export function oneOperator(rule: FactCondition, context: z.RefinementCtx): void {
  const used = operatorsOf(rule)
  if (used.length === 1) return
  const message =
    used.length === 0
      ? `needs one condition: ${OPERATOR_NAMES.join(', ')}`
      : `has more than one condition: ${used.join(', ')}; keep one`
  context.addIssue({ code: 'custom', message })
}

/** Points for one fact. */
export const FitRule = z
  .strictObject({ ...ruleKeys, ...factConditionKeys })
  .superRefine(oneOperator)
export type FitRule = z.output<typeof FitRule>

/** Points for activities. */
export const EngagementRule = z
  .strictObject({
    ...ruleKeys,
    activity: oneOrMore(z.enum(SCORABLE_KINDS)),
    category: oneOrMore(z.enum(ACTIVITY_CATEGORIES)).optional(),
    decays: z.boolean().default(true),
    ...activityOperatorKeys,
  })
  .superRefine((rule, context) => {
    if (activityOperatorsOf(rule).length > 1) {
      const message = `has more than one of ${ACTIVITY_OPERATOR_NAMES.join(', ')}; keep one`
      context.addIssue({ code: 'custom', message })
    }
    if (!rule.decays && rule.points > 0 && !endsByItself(rule)) {
      const message =
        'may be false only for negative points or within a window (withinDays): interest always ends'
      context.addIssue({ code: 'custom', path: ['decays'], message })
    }
  })
export type EngagementRule = z.output<typeof EngagementRule>
