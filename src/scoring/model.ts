import { z } from 'zod'
import { ACTIVITY_CATEGORIES, ACTIVITY_KINDS, NEXT_ACTIONS } from '../ports.ts'
import {
  ACTIVITY_OPERATOR_NAMES,
  activityOperatorKeys,
  activityOperatorsOf,
} from './activity-conditions/registry.ts'
import { ListedCode } from './conditions/in.ts'
import {
  type FactCondition,
  factConditionKeys,
  OPERATOR_NAMES,
  operatorsOf,
} from './conditions/registry.ts'

/** Every audience there is, in the order people read them. */
export const AUDIENCES = [
  'individual',
  'employer',
  'health-plan',
  'referral-partner',
  'provider-org',
] as const

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/
const Id = z.string().regex(kebabCase, 'must be lower-case words joined by hyphens')
const Sentence = z.string().trim().min(1)

const ruleKeys = {
  id: Id,
  points: z
    .int()
    .min(-100)
    .max(100)
    .refine((points) => points !== 0, 'must not be 0: the rule would say nothing'),
  /** Shown to reps: plain, kind, nothing clinical. */
  reason: Sentence.max(160),
  /** Why the rule exists; for whoever changes the model next. */
  because: Sentence,
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

export const FitRule = z
  .strictObject({ ...ruleKeys, ...factConditionKeys })
  .superRefine(oneOperator)
export type FitRule = z.output<typeof FitRule>

const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(item).min(1))

export const EngagementRule = z
  .strictObject({
    ...ruleKeys,
    activity: oneOrMore(z.enum(ACTIVITY_KINDS)),
    category: oneOrMore(z.enum(ACTIVITY_CATEGORIES)).optional(),
    decays: z.boolean().default(true),
    ...activityOperatorKeys,
  })
  .superRefine((rule, context) => {
    if (activityOperatorsOf(rule).length > 1) {
      const message = `has more than one of ${ACTIVITY_OPERATOR_NAMES.join(', ')}; keep one`
      context.addIssue({ code: 'custom', message })
    }
    if (!rule.decays && rule.points > 0) {
      const message = 'may be false only for negative points: interest always fades'
      context.addIssue({ code: 'custom', path: ['decays'], message })
    }
  })
export type EngagementRule = z.output<typeof EngagementRule>

const Cap = z.int().min(0).max(100)
const groupKeys = { id: Id, cap: Cap, floor: z.int().min(-100).max(0) }

const FitGroup = z.strictObject({ ...groupKeys, rules: z.array(FitRule).min(1) })
const EngagementGroup = z.strictObject({
  ...groupKeys,
  halfLifeDays: z.number().positive().max(3_650),
  rules: z.array(EngagementRule).min(1),
})

const Threshold = z.int().min(0).max(100)
const adviceKeys = {
  label: Sentence,
  nextAction: z.enum(NEXT_ACTIONS),
  respondWithinMinutes: z.int().positive().optional(),
  theme: Sentence.optional(),
}

/** A scoring model as a person writes it. */
export const Model = z.strictObject({
  id: Id,
  version: z.int().min(1),
  audience: z.enum(AUDIENCES),
  description: Sentence,
  lists: z.record(Id, z.array(ListedCode).min(1)).default({}),
  fit: z.strictObject({ cap: Cap, groups: z.array(FitGroup).min(1) }),
  engagement: z.strictObject({ cap: Cap, groups: z.array(EngagementGroup) }),
  grades: z.strictObject({
    fit: z.strictObject({ A: Threshold, B: Threshold }),
    engagement: z.strictObject({ 1: Threshold, 2: Threshold }),
  }),
  tiers: z.strictObject({
    'sales-ready': z.strictObject({
      score: Threshold,
      fit: Threshold,
      engagement: Threshold,
      ...adviceKeys,
    }),
    nurture: z.strictObject({ score: Threshold, ...adviceKeys }),
    unqualified: z.strictObject(adviceKeys),
  }),
})
export type Model = z.output<typeof Model>
