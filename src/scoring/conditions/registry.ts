import { z } from 'zod'
import type { FactValue } from '../../ports.ts'
import type { Lists } from '../lists.ts'
import { containsWord } from './contains-word.ts'
import { dateWithinDays } from './date-within-days.ts'
import { equals } from './equals.ts'
import { isIn } from './in.ts'
import { inList } from './in-list.ts'
import { missing } from './missing.ts'
import type { FactTest, Operator, ValueContext } from './operator.ts'
import { present } from './present.ts'
import { range } from './range.ts'

/** Every question that can be asked of a fact, by its key in YAML. */
export const OPERATOR_NAMES = [
  'equals',
  'in',
  'range',
  'inList',
  'containsWord',
  'missing',
  'present',
  'dateWithinDays',
] as const
export type OperatorName = (typeof OPERATOR_NAMES)[number]

export const OPERATORS: Readonly<Record<OperatorName, Operator>> = {
  equals,
  in: isIn,
  range,
  inList,
  containsWord,
  missing,
  present,
  dateWithinDays,
}

/** A fact and exactly one operator, as written. */
export type FactCondition = { readonly fact: string } & {
  readonly [Name in OperatorName]?: unknown
}

const operatorKeys = Object.fromEntries(
  OPERATOR_NAMES.map((name) => [name, OPERATORS[name].args.optional()]),
) as Record<OperatorName, z.ZodOptional<z.ZodType>>

export const FactName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'must be a fact name such as companySize')

/** The keys of a fact condition, to be spread into a rule's schema. */
export const factConditionKeys = {
  fact: FactName,
  ...operatorKeys,
}

/** The operators a condition uses; a good one uses exactly one. */
export function operatorsOf(condition: FactCondition): readonly OperatorName[] {
  return OPERATOR_NAMES.filter((name) => condition[name] !== undefined)
}

/** The operator a condition asks with and what it asks for; a condition without one says nothing. */
export function operatorOf(
  condition: FactCondition,
): { readonly operator: Operator; readonly args: unknown } | undefined {
  const [name] = operatorsOf(condition)
  return name && { operator: OPERATORS[name], args: condition[name] }
}

/** Values that a condition tells apart, as far as it names any. */
export function valuesNamedBy(
  condition: FactCondition,
  context: ValueContext,
): readonly FactValue[] {
  const asked = operatorOf(condition)
  return asked?.operator.values(asked.args, context) ?? []
}

/** A condition without an operator says nothing. Throws PermanentError `model-invalid` for an unknown list. */
export function compileFactCondition(condition: FactCondition, lists: Lists): FactTest {
  const asked = operatorOf(condition)
  if (asked === undefined) return { test: () => undefined, changesAt: undefined }
  return asked.operator.compile(asked.args, lists)
}
