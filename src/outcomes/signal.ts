import { z } from 'zod'
import { ACTIVITY_KINDS } from '../ports.ts'
import { AUDIT_ONLY } from '../privacy/audit-only.ts'
import { FactName } from '../scoring/conditions/registry.ts'
import { oneOrMore } from '../scoring/one-or-more.ts'

const Value = z.union([z.string(), z.number(), z.boolean()])

/** Who somebody is, is no outcome: points would be learned from it. */
const OutcomeFact = FactName.refine((fact) => !AUDIT_ONLY.has(fact), {
  error: 'is held for auditing only and tells no outcome',
})

/**
 * Something by which a portal knows that a person came so far: an activity of one of these kinds, or a
 * fact with one of these values (with any, where none are named), dated by the fact `at`.
 */
export const Signal = z
  .strictObject({
    activity: oneOrMore(z.enum(ACTIVITY_KINDS)).optional(),
    fact: OutcomeFact.optional(),
    values: z.preprocess((one) => (Array.isArray(one) ? one : [one]), z.array(Value)).optional(),
    at: FactName.optional(),
  })
  .superRefine(({ activity, fact, values, at }, context) => {
    if ((activity === undefined) === (fact === undefined)) {
      context.addIssue({ code: 'custom', message: 'needs either activity or fact' })
    } else if (activity !== undefined && (values !== undefined || at !== undefined)) {
      context.addIssue({ code: 'custom', message: 'has an activity, which is dated by itself' })
    }
  })
export type Signal = z.output<typeof Signal>
