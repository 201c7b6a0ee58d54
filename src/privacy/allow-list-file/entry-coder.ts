import type { Coder } from '../allowed-field.ts'
import type { Entry } from './allow-list-schema.ts'

/** The keys each way of coding takes besides `as`. */
export const CODER_KEYS = {
  number: ['max'],
  boolean: ['yes', 'no'],
  date: [],
  vocabulary: ['vocabulary'],
  codes: ['codes'],
  'code-list': ['vocabulary', 'codes'],
  matches: ['names'],
  revocation: [],
  'crisis-terms': [],
} as const satisfies Record<Coder['as'], readonly (keyof Entry)[]>

/** `undefined` when a key the coder needs is missing. */
export function coderOf(entry: Entry): Coder | undefined {
  const { as, max, yes, no, vocabulary: name, codes, names } = entry
  switch (as) {
    case 'number':
      return { as, ...(max === undefined ? {} : { max }) }
    case 'boolean':
      return { as, ...(yes === undefined ? {} : { yes }), ...(no === undefined ? {} : { no }) }
    case 'date':
    case 'revocation':
    case 'crisis-terms':
      return { as }
    case 'vocabulary':
      return name === undefined ? undefined : { as, name }
    case 'codes':
      return codes === undefined ? undefined : { as, codes }
    case 'code-list':
      if ((name === undefined) === (codes === undefined)) return undefined
      return name === undefined ? { as, codes: codes ?? {} } : { as, name }
    case 'matches':
      return names === undefined ? undefined : { as, names }
  }
}

/** The same the other way round, in the order it is written. */
export function keysOfCoder(coder: Coder): {
  readonly as: Coder['as']
  readonly [key: string]: unknown
} {
  const { as, ...more } = coder
  if (!('name' in more)) return { as, ...more }
  const { name, ...rest } = more
  return { as, vocabulary: name, ...rest }
}
