import { z } from 'zod'
import { PermanentError } from '../../errors.ts'
import { oneOf } from './one-of.ts'
import { defineOperator } from './operator.ts'

/** The fact is one of the codes of a list named in the model. */
export const inList = defineOperator(z.string().min(1), (name, lists) => {
  const codes = lists[name]
  if (codes === undefined) {
    throw new PermanentError('model-invalid', `The model has no list "${name}".`)
  }
  return oneOf(codes)
})
