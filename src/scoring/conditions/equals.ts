import { z } from 'zod'
import { valueInWords } from '../document/plain-words.ts'
import { defineOperator } from './operator.ts'

const Code = z.union([z.string(), z.number(), z.boolean()], {
  error: 'must be a code, a number, true or false',
})

/** The fact is this code; a fact of several codes is it when one of them is. */
export const equals = defineOperator(Code, {
  test: (expected) => (value) => {
    if (value === undefined) return undefined
    return typeof value === 'object' ? value.includes(String(expected)) : value === expected
  },
  inWords: (expected) => ['is ', valueInWords(expected)],
  values: (expected) => [expected],
  example: (expected) => expected,
  reads: (expected) => (typeof expected === 'string' ? undefined : typeName(expected)),
})

function typeName(expected: number | boolean): 'number' | 'boolean' {
  return typeof expected === 'number' ? 'number' : 'boolean'
}
