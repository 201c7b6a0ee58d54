import { z } from 'zod'
import { defineOperator } from './operator.ts'

const Range = z
  .strictObject({ min: z.number().optional(), max: z.number().optional() })
  .refine(({ min, max }) => min !== undefined || max !== undefined, {
    error: 'needs min, max or both',
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    error: 'has min above max, so nothing is in it',
  })

/** The number is at least `min` and at most `max`; either end may stay open. */
export const range = defineOperator(Range, ({ min = -Infinity, max = Infinity }) => (value) => {
  return typeof value === 'number' ? value >= min && value <= max : undefined
})
