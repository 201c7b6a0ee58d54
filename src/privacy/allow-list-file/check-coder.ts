import { didYouMean } from '#src/scoring/suggest.ts'
import type { FactDefinition } from '../fact-definition.ts'
import { plainWords } from '../vocabularies/vocabulary.ts'
import { VOCABULARIES } from '../vocabulary-tables.ts'
import { type Entry, keysAt } from './allow-list-schema.ts'
import { CUSTOM_CODERS, codersFor } from './coders-for.ts'
import { CODER_KEYS, coderOf } from './entry-coder.ts'

/** Something wrong with a key of one entry. */
export interface EntryProblem {
  readonly key: string
  readonly what: string
}

const OWN_KEYS = new Set(Object.values(CODER_KEYS).flat())
const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Whether an entry's way of coding fits its fact; `undefined` stands for a portal's own fact. */
export function checkCoder(
  entry: Entry,
  definition: FactDefinition | undefined,
): readonly EntryProblem[] {
  const allowed = definition === undefined ? CUSTOM_CODERS : codersFor(definition)
  if (!allowed.includes(entry.as)) {
    return [{ key: 'as', what: `must be ${allowed.join(' or ')} for this fact` }]
  }
  const keys: readonly string[] = CODER_KEYS[entry.as]
  const foreign = keysAt(['fields', '', 0]).filter(
    (key) => OWN_KEYS.has(key as never) && !keys.includes(key) && key in entry,
  )
  const problems = foreign.map((key) => ({ key, what: `does not go with as: ${entry.as}` }))
  if (coderOf(entry) === undefined) {
    problems.push({
      key: 'as',
      what: `needs ${keys.length > 1 ? 'either ' : ''}${keys.join(' or ')}`,
    })
  }
  return [...problems, ...checkVocabulary(entry, definition), ...checkSpellings(entry)]
}

function checkVocabulary(
  { vocabulary, codes = {} }: Entry,
  definition: FactDefinition | undefined,
): readonly EntryProblem[] {
  if (definition === undefined) return checkOwnCodes(vocabulary, codes)
  if (!('vocabulary' in definition.kind)) return []
  const wanted = definition.kind.vocabulary
  const problems: EntryProblem[] = []
  if (vocabulary !== undefined && vocabulary !== wanted) {
    problems.push({ key: 'vocabulary', what: `must be ${wanted} for this fact` })
  }
  const known = VOCABULARIES[wanted].codes
  const unknown = Object.keys(codes).filter((code) => !known.includes(code))
  return [
    ...problems,
    ...unknown.map((code) => ({
      key: 'codes',
      what: `has a code the fact does not know${didYouMean(code, known)}; known: ${known.join(', ')}`,
    })),
  ]
}

function checkOwnCodes(vocabulary: string | undefined, codes: object): readonly EntryProblem[] {
  if (vocabulary !== undefined) {
    return [{ key: 'vocabulary', what: 'belongs to the facts that ship; write codes instead' }]
  }
  return Object.keys(codes).every((code) => CODE.test(code))
    ? []
    : [{ key: 'codes', what: 'must have codes of small letters, digits and hyphens' }]
}

/** One spelling under two codes would be read as whichever stands first. */
function checkSpellings({ codes = {}, yes = [], no = [] }: Entry): readonly EntryProblem[] {
  const groups = [...Object.entries(codes), ['yes', yes], ['no', no]] as const
  const owners = new Map<string, string>()
  const problems: EntryProblem[] = []
  for (const [code, spellings] of groups) {
    const key = code in codes ? 'codes' : code
    for (const words of [...(key === 'codes' ? [code] : []), ...spellings].map(plainWords)) {
      const owner = owners.get(words) ?? code
      owners.set(words, owner)
      if (owner !== code) problems.push({ key, what: 'has one spelling under two codes' })
      if (words === '') problems.push({ key, what: 'has a spelling without letters or digits' })
    }
  }
  return problems
}
