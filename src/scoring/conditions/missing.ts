import { z } from 'zod'
import { defineOperator } from './operator.ts'

const True = z.literal(true, { error: 'must be true; use "present" for the opposite' })

/** Nothing is known of the fact. */
export const missing = defineOperator(True, {
  test: () => (value) => value === undefined,
  inWords: () => ['is not known'],
  values: () => [],
  example: () => undefined,
  reads: () => undefined,
})
