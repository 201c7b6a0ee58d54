import { z } from 'zod'
import { defineOperator } from './operator.ts'

const True = z.literal(true, { error: 'must be true; use "missing" for the opposite' })

/** Something is known of the fact, whatever it is. */
export const present = defineOperator(True, {
  test: () => (value) => value !== undefined,
  inWords: () => ['is known'],
  values: () => [],
  example: () => true,
  reads: () => undefined,
})
