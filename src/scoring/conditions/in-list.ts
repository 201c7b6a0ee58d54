import { z } from 'zod'
import { PermanentError } from '../../errors.ts'
import { code } from '../document/blocks.ts'
import type { Lists, NamedList } from '../lists.ts'
import { oneOf } from './one-of.ts'
import { defineOperator } from './operator.ts'
import { wordFinder } from './words.ts'

/** The fact is one of the codes of a list named in the model, or has one of its words in it. */
export const inList = defineOperator(z.string().min(1), {
  test: (name, lists) => {
    const list = listOf(name, lists)
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
  },
  inWords: (name) => ['is on the list ', code(name)],
  values: (name, { lists }) => {
    const list = listOf(name, lists)
    return [...(list?.codes ?? []), ...(list?.words ?? [])]
  },
  example: (name, { lists }) => {
    const list = listOf(name, lists)
    return list?.codes[0] ?? list?.words[0]
  },
  reads: () => undefined,
})

function listOf(name: string, lists: Lists): NamedList | undefined {
  return Object.hasOwn(lists, name) ? lists[name] : undefined
}
