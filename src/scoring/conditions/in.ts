import { z } from 'zod'
import { oneOf } from './one-of.ts'
import { defineOperator } from './operator.ts'

/** A code or number, as lists hold them. */
export const ListedCode = z.union([z.string().min(1), z.number()], {
  error: 'must be a code or a number',
})

/** The fact is one of the codes written here. */
export const isIn = defineOperator(z.array(ListedCode).min(1), (codes) => oneOf(codes))
