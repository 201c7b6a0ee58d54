import { z } from 'zod'
import { either, valueInWords } from '../document/plain-words.ts'
import { ListedCode } from '../lists.ts'
import { oneOf } from './one-of.ts'
import { defineOperator } from './operator.ts'

/** The fact is one of the codes written here. */
export const isIn = defineOperator(z.array(ListedCode).min(1), {
  test: (codes) => oneOf(codes),
  inWords: (codes) => ['is ', ...either(codes.map((one) => [valueInWords(one)]))],
  values: (codes) => codes,
  example: ([first]) => first,
  reads: () => undefined,
})
