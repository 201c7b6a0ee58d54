import { z } from 'zod'
import { ACTIVITY_CATEGORIES } from '../../ports.ts'
import { factConditionKeys } from '../conditions/registry.ts'
import { oneOperator } from '../model-rules.ts'
import { SCORABLE_KINDS } from '../scorable-kinds.ts'

/**
 * Whose engagement may speak for an organisation. Whoever seeks care is not among them, and no
 * configuration can add them: what they do is theirs, not their employer's.
 */
const ORGANISATION_AUDIENCES = [
  'employer',
  'health-plan',
  'referral-partner',
  'provider-org',
] as const
export type OrganisationAudience = (typeof ORGANISATION_AUDIENCES)[number]

const Code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
const Sentence = z.string().trim().min(1)
const Points = z.int().min(1).max(100)
const Cap = z.int().min(0).max(100)
const Threshold = z.int().min(0).max(100)
const Audiences = z.array(z.enum(ORGANISATION_AUDIENCES)).min(1)

const why = {
  /** Shown to whoever works the account: plain, and nobody's name. */
  reason: Sentence.max(160),
  because: Sentence,
}

const OrganisationRule = z
  .strictObject({
    id: Code,
    points: z
      .int()
      .min(-100)
      .max(100)
      .refine((points) => points !== 0, 'must not be 0: the rule would say nothing'),
    /** Only where one of these is among the engaged people; without it, for every organisation. */
    for: Audiences.optional(),
    ...why,
    ...factConditionKeys,
  })
  .superRefine(oneOperator)

/** How the people of one organisation make its score, as a person writes it. */
export const AccountModel = z.strictObject({
  id: Code,
  version: z.int().min(1),
  description: Sentence,
  audiences: Audiences,
  /** Whom to count as engaged, by their own score. */
  counts: z.strictObject({
    engagement: Points,
    fit: z.int().min(-100).max(100),
    exceptRoles: z.array(Code).default([]),
  }),
  people: z.strictObject({
    cap: Cap,
    /** The engagement from which a person gives the whole points of their place. */
    fullEngagement: Points,
    /** The most engaged person takes the first place, the next the second, and so on. */
    places: z.array(z.strictObject({ points: Points, ...why })).min(1),
  }),
  roles: z.strictObject({
    cap: Cap,
    rules: z.array(
      z.strictObject({ id: Code, points: Points, roles: z.array(Code).min(1), ...why }),
    ),
  }),
  recency: z.strictObject({
    points: Points,
    halfLifeDays: z.number().positive().max(3_650),
    activity: z.array(z.enum(SCORABLE_KINDS)).min(1),
    exceptCategories: z.array(z.enum(ACTIVITY_CATEGORIES)).default([]),
    ...why,
  }),
  organisation: z.strictObject({
    cap: Cap,
    floor: z.int().min(-100).max(0),
    rules: z.array(OrganisationRule),
  }),
  tiers: z.strictObject({
    'sales-ready': z.strictObject({ score: Threshold, people: z.int().min(1).max(100) }),
    nurture: z.strictObject({ score: Threshold }),
  }),
})
export type AccountModel = z.output<typeof AccountModel>
