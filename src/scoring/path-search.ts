import type { Minima } from './bands.ts'
import type { Move } from './path-moves.ts'
import type { Score } from './score.ts'

// About a fifth of a second of evaluating; real models need a few hundred tries.
const MOST_TRIES = 20_000
const LONGEST = 12

export interface Search {
  readonly now: Score
  readonly minima: Minima
  /** Those that can add most for each step first. */
  readonly moves: readonly Move[]
  /** Points that may be added besides the gains of the moves. */
  readonly slack: number
  readonly scoreAfter: (moves: readonly Move[]) => Score
  readonly isThere: (score: Score) => boolean
}

interface Found {
  readonly found: readonly Move[] | undefined
  /** Whether everything that could lead there was looked at. */
  readonly complete: boolean
}

/** Tries every set of one step, then of two, and so on, leaving out what cannot add up to enough. */
export function searchSmallest(search: Search): Found {
  const reach = createReach(search)
  let tries = 0
  const extend = (chosen: readonly Move[], from: number, left: number): Move[] | undefined => {
    if (left === 0) {
      tries += 1
      return search.isThere(search.scoreAfter(chosen)) ? [...chosen] : undefined
    }
    for (let index = from; index < search.moves.length; index += 1) {
      if (tries > MOST_TRIES || !reach(chosen, index, left)) return undefined
      const move = search.moves[index]
      if (move === undefined || move.cost > left || !fits(chosen, move)) continue
      const found = extend([...chosen, move], index, left - move.cost)
      if (found !== undefined) return found
    }
    return undefined
  }
  const longest = Math.min(LONGEST, longestOf(search.moves))
  for (let steps = 1; steps <= longest; steps += 1) {
    const found = extend([], 0, steps)
    if (found !== undefined) return { found, complete: true }
    if (tries > MOST_TRIES) return { found: undefined, complete: false }
  }
  return { found: undefined, complete: longest < LONGEST }
}

/** Takes the move that helps most until there, then drops what was not needed after all. */
export function searchGreedily(search: Search): readonly Move[] | undefined {
  const lackOf = (moves: readonly Move[]): number => lack(search.scoreAfter(moves), search.minima)
  let chosen: readonly Move[] = []
  while (chosen.length < 10 * LONGEST) {
    const before = lackOf(chosen)
    const options = search.moves
      .filter((move) => fits(chosen, move))
      .map((move) => [...chosen, ...Array.from({ length: move.mostTimes }, () => move)])
    const best = options.toSorted((a, b) => lackOf(a) - lackOf(b))[0]
    if (best === undefined || lackOf(best) >= before) return undefined
    chosen = best
    if (search.isThere(search.scoreAfter(chosen))) break
  }
  for (const move of chosen) {
    const at = chosen.indexOf(move)
    const without = chosen.filter((_, index) => index !== at)
    if (search.isThere(search.scoreAfter(without))) chosen = without
  }
  return search.isThere(search.scoreAfter(chosen)) ? chosen : undefined
}

/** A fact has one value, and an activity counts so many times and no more. */
function fits(chosen: readonly Move[], move: Move): boolean {
  if (move.kind === 'fact') {
    return !chosen.some((other) => other.kind === 'fact' && other.fact === move.fact)
  }
  return chosen.filter((other) => other === move).length < move.mostTimes
}

function longestOf(moves: readonly Move[]): number {
  const facts = new Set(moves.flatMap((move) => (move.kind === 'fact' ? [move.fact] : [])))
  const acts = moves.map((move) => (move.kind === 'fact' ? 0 : move.cost * move.mostTimes))
  return acts.reduce((sum, cost) => sum + cost, facts.size)
}

/** Whether so many more steps, from this move on, can add up to what is lacking. */
function createReach({ now, minima, moves, slack }: Search) {
  const best = moves.map((_, index) => {
    const rest = moves.slice(index)
    const most = (gain: (move: Move) => number): number =>
      Math.max(...rest.map((move) => gain(move) / move.cost))
    return {
      fit: most((move) => move.fit),
      engagement: most((move) => move.engagement),
      both: most((move) => move.fit + move.engagement),
    }
  })
  return (chosen: readonly Move[], index: number, left: number): boolean => {
    const each = best[index]
    if (each === undefined) return false
    const fit = chosen.reduce((sum, move) => sum + move.fit, now.fit)
    const engagement = chosen.reduce((sum, move) => sum + move.engagement, now.engagement)
    return (
      fit + left * each.fit >= (minima.fit ?? -Infinity) &&
      engagement + left * each.engagement + slack >= (minima.engagement ?? -Infinity) &&
      fit + engagement + left * each.both + slack >= minima.score
    )
  }
}

function lack({ score, fit, engagement }: Score, minima: Minima): number {
  return (
    Math.max(0, minima.score - score) +
    Math.max(0, (minima.fit ?? -Infinity) - fit) +
    Math.max(0, (minima.engagement ?? -Infinity) - engagement)
  )
}
