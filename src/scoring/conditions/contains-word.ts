import { code } from '../document/blocks.ts'
import { either } from '../document/plain-words.ts'
import { Words } from '../lists.ts'
import { oneOrMore } from '../one-or-more.ts'
import { defineOperator } from './operator.ts'
import { wordFinder } from './words.ts'

/** The text has one of these words or phrases in it, whole and in any case. */
export const containsWord = defineOperator(oneOrMore(Words), {
  test: (words) => {
    const find = wordFinder(words)
    return (value) => {
      if (typeof value === 'string') return find(value)
      return typeof value === 'object' ? value.some(find) : undefined
    }
  },
  inWords: (words) => ['contains ', ...either(words.map((word) => [code(word)]))],
  values: (words) => words,
  example: ([first]) => first,
  reads: () => undefined,
})
