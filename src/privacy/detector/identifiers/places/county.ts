import type { Candidate } from '../candidate.ts'
import { NOT_A_NAME } from '../names/words-of-capital.ts'
import type { TokenRule } from '../rule.ts'
import type { Scan } from '../scan.ts'
import { STATE_NAMES } from './states.ts'

const LONGEST_COUNTY = 3

function countyAt(scan: Scan, index: number): Candidate | undefined {
  const first = startOfCounty(scan, index)
  if (first === index) return undefined
  const [start = 0, end = 0] = [scan.tokens[first]?.start, scan.tokens[index]?.end]
  return { kind: 'geography', certainty: 'checked', start, end }
}

/** "Travis County", "Orleans Parish": the word before names it. */
export const COUNTY_RULES: readonly TokenRule[] = [
  { at: ['county', 'parish', 'township'], find: countyAt },
]

const isBlank = ({ text, tokens }: Scan, index: number): boolean =>
  text.slice(tokens[index]?.end, tokens[index + 1]?.start) === ' '

function startOfCounty(scan: Scan, index: number): number {
  const { tokens } = scan
  let first = index
  while (
    index - first < LONGEST_COUNTY &&
    tokens[first - 1]?.shape === 'capital' &&
    isBlank(scan, first - 1)
  )
    first -= 1
  const isOrdinary = (word: string): boolean => NOT_A_NAME.has(word) && !PLACE_FIRST.has(word)
  while (first < index && isOrdinary(tokens[first]?.word ?? '')) first += 1
  return first
}

const PLACE_FIRST = new Set(
  STATE_NAMES.flatMap((name) => name.split(' ')).concat(
    'los',
    'san',
    'santa',
    'saint',
    'st',
    'el',
    'la',
    'orange',
    'lake',
    'fort',
    'white',
    'black',
    'red',
    'green',
    'blue',
    'brown',
    'gold',
    'park',
    'king',
    'valley',
    'river',
    'grand',
    'general',
    'prince',
  ),
)
