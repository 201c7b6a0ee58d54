import { z } from 'zod'
import { ACTIVITY_CATEGORIES, type ActivityKind } from '../ports.ts'
import { WithinDays } from './activity-conditions/within-days.ts'
import { FactName } from './conditions/registry.ts'
import { ListedCode } from './lists.ts'
import { saidPoints } from './model-rules.ts'
import { oneOrMore } from './one-or-more.ts'
import { SCORABLE_KINDS } from './scorable-kinds.ts'

/** What happens to a person without their doing, or ends the contact, is no sign that they are there. */
const NO_SIGNS: readonly ActivityKind[] = [
  'email-bounced',
  'meeting-missed',
  'call-no-answer',
  'unsubscribed',
  'feedback-given',
]

/** Activities by which a person shows that they are there. */
export const SIGNS_OF_LIFE: readonly ActivityKind[] = SCORABLE_KINDS.filter(
  (kind) => !NO_SIGNS.includes(kind),
)

/** Points by how long ago anything last happened. The first step that is wide enough counts. */
const Recency = z.strictObject({
  activity: oneOrMore(z.enum(SCORABLE_KINDS)).default([...SIGNS_OF_LIFE]),
  category: oneOrMore(z.enum(ACTIVITY_CATEGORIES)).optional(),
  steps: z.array(z.strictObject({ withinDays: WithinDays, ...saidPoints })).min(1),
  /** Longer ago than every step, or never. */
  otherwise: z.strictObject(saidPoints).optional(),
})
export type Recency = z.output<typeof Recency>

/** How far a person is, in the order people get there. */
export const STAGES = ['researching', 'evaluating', 'ready'] as const

const StageRule = z.strictObject({ codes: z.array(ListedCode).min(1), ...saidPoints })

/** Points by the stage the CRM gives; the model says which of its codes mean which stage. */
const Lifecycle = z.strictObject({
  fact: FactName,
  stages: z.strictObject({
    researching: StageRule.optional(),
    evaluating: StageRule.optional(),
    ready: StageRule.optional(),
  }),
})
export type Lifecycle = z.output<typeof Lifecycle>

/** What is added to engagement besides its groups. */
export const Adjustments = z
  .strictObject({ recency: Recency.optional(), lifecycle: Lifecycle.optional() })
  .default({})
export type Adjustments = z.output<typeof Adjustments>
