import { boundsOf } from '../conditions/range.ts'
import { inNumbers, signed } from '../document/plain-words.ts'
import { type FitEntry, fitEntries } from '../document/rule-entries.ts'
import type { Finding } from './finding.ts'
import type { Lint } from './lint.ts'
import { pairsOf } from './pairs.ts'

/** Two ranges of one fact that some number is in both of: it then counts twice. */
export const overlappingRanges: Lint = ({ model }) =>
  pairsOf(fitEntries(model).filter(({ rule }) => rule.range !== undefined)).flatMap(
    ([first, second]) => {
      const shared = sharedRange(first, second)
      if (shared === undefined) return []
      const both = first.rule.points + second.rule.points
      const finding: Finding = {
        code: 'overlapping-ranges',
        severity: 'warning',
        path: [...second.path, 'range'],
        message: `"${first.rule.id}" and "${second.rule.id}" both count for ${first.rule.fact} ${shared} (${signed(both)} together)`,
        fix: 'End one where the other begins.',
      }
      return [finding]
    },
  )

function sharedRange(first: FitEntry, second: FitEntry): string | undefined {
  if (first.rule.fact !== second.rule.fact) return undefined
  const [a, b] = [boundsOf(first.rule.range), boundsOf(second.rule.range)]
  const [min, max] = [Math.max(a.min, b.min), Math.min(a.max, b.max)]
  if (min > max) return undefined
  if (min === max) return inNumbers(min)
  if (max === Infinity) return min === -Infinity ? 'of any size' : `from ${inNumbers(min)}`
  return min === -Infinity ? `up to ${inNumbers(max)}` : `${inNumbers(min)} to ${inNumbers(max)}`
}
