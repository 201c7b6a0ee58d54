import { type Card, createCard } from './card.ts'
import type { FitTable } from './fit-table.ts'
import type { FirstPoints } from './full-card.ts'
import { type PointRule, PointsFit } from './points-fit.ts'
import { countsOf, polish } from './polish.ts'

const MOST_RULES = 20
const RARE_SHARE = 0.1

export interface ShortCardOptions {
  readonly mostRules: number
  /** Prior of no points: what keeps small groups modest. */
  readonly ridge: number
  /** A rule that gains less, in nats, is not added. */
  readonly leastGain: number
  /** Rules of the full card with fewer points than this are not worth a place. */
  readonly leastLeftPoints: number
}

export const DEFAULT_SHORT_CARD: ShortCardOptions = {
  mostRules: MOST_RULES,
  ridge: 5,
  leastGain: 1.5,
  leastLeftPoints: 3,
}

/**
 * Rules one by one, each the group of neighbouring bins that explains most of what the card so far does
 * not, all points polished after every step. Places left over go to the strongest rules of the full
 * card, however rare: what is rare now may be common next year, and costs nothing until then.
 */
export function learnShortCard(
  table: FitTable,
  first: FirstPoints,
  options = DEFAULT_SHORT_CARD,
): Card {
  const columns = new Set(table.binnings.keys())
  const fit = new PointsFit(table, { unit: first.unit, ridge: options.ridge })
  let rules: readonly PointRule[] = []
  while (rules.length < options.mostRules) {
    const found = bestRule(fit, rules, columns)
    if (found === undefined || found.promise < options.leastGain) break
    rules = polish(fit, [...rules, found.rule], [], 3)
  }
  rules = polish(fit, rules, [])
  const strong = strongestLeft(table, first, rules, options)
  return createCard(table, [...rules, ...strong], first.unit)
}

function strongestLeft(
  table: FitTable,
  { rules }: FirstPoints,
  taken: readonly PointRule[],
  options: ShortCardOptions,
): readonly PointRule[] {
  const isTaken = ({ column, bins }: PointRule): boolean =>
    taken.some((rule) => rule.column === column && bins.some((bin) => rule.bins.includes(bin)))
  // What is common and was not chosen above is said by other rules already.
  const isRare = ({ column, bins }: PointRule): boolean =>
    bins.every((bin) => (table.binnings[column]?.bins[bin]?.rows ?? 0) < RARE_SHARE * table.rows)
  return rules
    .filter((rule) => !isTaken(rule) && isRare(rule))
    .filter(({ points }) => Math.abs(points) >= options.leastLeftPoints)
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, options.mostRules - taken.length)
}

interface Candidate {
  readonly rule: PointRule
  readonly promise: number
}

export function bestRule(
  fit: PointsFit,
  rules: readonly PointRule[],
  columns: ReadonlySet<number>,
): Candidate | undefined {
  let best: Candidate | undefined
  fit.table.binnings.forEach((_, column) => {
    if (!columns.has(column)) return
    const counts = fit.countColumn(column)
    const taken = new Set(
      rules.filter((rule) => rule.column === column).flatMap(({ bins }) => bins),
    )
    for (const bins of freeRuns(counts.length, taken)) {
      const promise = fit.promiseOf(countsOf(counts, bins))
      if (promise > (best?.promise ?? 0)) best = { rule: { column, bins, points: 0 }, promise }
    }
  })
  return best
}

/** Every run of neighbouring bins that no rule has yet; `other` belongs to none. */
function freeRuns(count: number, taken: ReadonlySet<number>): readonly (readonly number[])[] {
  const runs: number[][] = []
  for (let start = 1; start < count; start += 1) {
    for (let end = start; end < count && !taken.has(end); end += 1) {
      runs.push(Array.from({ length: end - start + 1 }, (_, index) => start + index))
    }
  }
  return runs
}
