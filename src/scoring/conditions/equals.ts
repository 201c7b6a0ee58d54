import { z } from 'zod'
import { defineOperator } from './operator.ts'

const Code = z.union([z.string(), z.number(), z.boolean()], {
  error: 'must be a code, a number, true or false',
})

/** The fact is this code; a fact of several codes is it when one of them is. */
export const equals = defineOperator(Code, (expected) => (value) => {
  if (value === undefined) return undefined
  return typeof value === 'object' ? value.includes(String(expected)) : value === expected
})
