import { z } from 'zod'
import { PermanentError } from '../../errors.ts'
import { oneOf } from './one-of.ts'
import { defineOperator } from './operator.ts'
import { wordFinder } from './words.ts'

/** The fact is one of the codes of a list named in the model, or has one of its words in it. */
export const inList = defineOperator(z.string().min(1), (name, lists) => {
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined
  if (list === undefined || list.codes.length + list.words.length === 0) {
    throw new PermanentError('model-invalid', `The model has no list "${name}", or it is empty.`)
  }
  const isCode = oneOf(list.codes)
  if (list.words.length === 0) return isCode
  const find = wordFinder(list.words)
  return (value) => {
    if (isCode(value, 0) === true) return true
    if (typeof value === 'string') return find(value)
    return typeof value === 'object' ? value.some(find) : isCode(value, 0)
  }
})
