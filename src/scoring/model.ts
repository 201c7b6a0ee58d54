import { z } from 'zod'
import { AUDIENCES, NEXT_ACTIONS } from '../ports.ts'
import { Adjustments } from './adjustments.ts'
import { FactName } from './conditions/registry.ts'
import { Id, ModelLists } from './lists.ts'
import { EngagementRule, FitRule, Sentence } from './model-rules.ts'

/** Both may be left out: nothing ends above 100 or below -100 anyway. */
const limitKeys = {
  cap: z.int().min(0).max(100).default(100),
  floor: z.int().min(-100).max(0).default(-100),
}

export const FitGroup = z.strictObject({
  id: Id,
  ...limitKeys,
  rules: z.array(FitRule).min(1),
})
export type FitGroup = z.output<typeof FitGroup>

export const EngagementGroup = z
  .strictObject({
    id: Id,
    ...limitKeys,
    /** Points halve every so many days. */
    halfLifeDays: z.number().positive().max(3_650).optional(),
    /** Points lose so many percent in every 91 days, continuously. */
    percentPerQuarter: z.number().min(1).max(99).optional(),
    rules: z.array(EngagementRule).min(1),
  })
  .superRefine(({ halfLifeDays, percentPerQuarter }, context) => {
    const given = [halfLifeDays, percentPerQuarter].filter((decay) => decay !== undefined).length
    if (given === 1) return
    const message =
      given === 0
        ? 'needs halfLifeDays or percentPerQuarter: interest always fades'
        : 'has both halfLifeDays and percentPerQuarter; keep one'
    context.addIssue({ code: 'custom', message })
  })
export type EngagementGroup = z.output<typeof EngagementGroup>

const Threshold = z.int().min(0).max(100)
const adviceKeys = {
  label: Sentence.max(80),
  nextAction: z.enum(NEXT_ACTIONS),
  respondWithinMinutes: z.int().positive().optional(),
  theme: Sentence.max(160).optional(),
}

/** A scoring model as a person writes it; its lists may still name files. */
export const Model = z.strictObject({
  id: Id,
  version: z.int().min(1),
  audience: z.enum(AUDIENCES),
  description: Sentence,
  lists: ModelLists,
  /** Facts that may come to be otherwise, such as a verification; a path to the next tier may use them. */
  canChange: z.array(FactName).default([]),
  fit: z.strictObject({ ...limitKeys, groups: z.array(FitGroup).min(1) }),
  engagement: z.strictObject({ ...limitKeys, groups: z.array(EngagementGroup).default([]) }),
  adjustments: Adjustments,
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
    nurture: z.strictObject({
      score: Threshold,
      fit: Threshold.optional(),
      engagement: Threshold.optional(),
      ...adviceKeys,
    }),
    unqualified: z.strictObject(adviceKeys),
  }),
  /** A reason, label or theme above, word for word, and the same in Spanish. */
  spanish: z.record(z.string(), Sentence.max(200)).optional(),
})
export type Model = z.output<typeof Model>
