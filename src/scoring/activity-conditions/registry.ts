import type { z } from 'zod'
import type { Selector, Tracks } from '../tracks.ts'
import type { ActivityOperator, ActivityTest } from './activity-operator.ts'
import { after } from './after.ts'
import { atLeast } from './at-least.ts'
import { distinctDays } from './distinct-days.ts'
import { latest } from './latest.ts'
import { repeated } from './repeated.ts'

/** Every way to count activities, by its key in YAML. */
export const ACTIVITY_OPERATOR_NAMES = [
  'latest',
  'atLeast',
  'repeated',
  'distinctDays',
  'after',
] as const
export type ActivityOperatorName = (typeof ACTIVITY_OPERATOR_NAMES)[number]

const ACTIVITY_OPERATORS: Readonly<Record<ActivityOperatorName, ActivityOperator>> = {
  latest,
  atLeast,
  repeated,
  distinctDays,
  after,
}

/** At most one operator, as written. */
export type ActivityCondition = { readonly [Name in ActivityOperatorName]?: unknown }

/** The keys of an activity condition, to be spread into a rule's schema. */
export const activityOperatorKeys = Object.fromEntries(
  ACTIVITY_OPERATOR_NAMES.map((name) => [name, ACTIVITY_OPERATORS[name].args.optional()]),
) as Record<ActivityOperatorName, z.ZodOptional<z.ZodType>>

/** The operators a condition uses; none means `latest`. */
export function activityOperatorsOf(condition: ActivityCondition): readonly ActivityOperatorName[] {
  return ACTIVITY_OPERATOR_NAMES.filter((name) => condition[name] !== undefined)
}

/** The operator a condition asks with, `latest` where it names none, and what it asks for. */
export function activityOperatorOf(condition: ActivityCondition): {
  readonly name: ActivityOperatorName
  readonly operator: ActivityOperator
  readonly args: unknown
} {
  const name = activityOperatorsOf(condition)[0] ?? 'latest'
  return { name, operator: ACTIVITY_OPERATORS[name], args: condition[name] ?? {} }
}

/** Whether time alone ends it. */
export function endsByItself(condition: ActivityCondition): boolean {
  const { operator, args } = activityOperatorOf(condition)
  return operator.endsAfterDays(args) !== undefined
}

/** Opens the tracks the condition reads and gives back how to read them. */
export function compileActivityCondition(
  condition: ActivityCondition,
  selector: Selector,
  tracks: Tracks,
): ActivityTest {
  const { operator, args } = activityOperatorOf(condition)
  return operator.compile(args, selector, tracks)
}
