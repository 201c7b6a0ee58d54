import type { Tier } from '../ports.ts'
import { type Minima, reaches } from './bands.ts'
import type { ExplainableModel } from './compile-model.ts'
import { afterMoves, inSteps, type Move, movesFrom } from './path-moves.ts'
import { searchGreedily, searchSmallest } from './path-search.ts'
import { whyOutOfReach } from './reach.ts'
import type { Score, Subject } from './score.ts'

/** One thing that would have to come about. */
export type PathStep = (
  | Pick<Extract<Move, { kind: 'fact' }>, 'kind' | 'fact' | 'value'>
  | (Pick<Extract<Move, { kind: 'activity' }>, 'kind' | 'acts'> & { readonly times: number })
) & {
  /** Rules that would count more, and their reasons. */
  readonly rules: readonly string[]
  readonly text: string
}

/** What leads to the tier above, or why nothing does. */
export type PathToTier =
  | {
      readonly tier: Tier
      readonly reachable: true
      /** False where there are too many ways to be sure that no smaller set would do. */
      readonly smallest: boolean
      readonly steps: readonly PathStep[]
    }
  | { readonly tier: Tier; readonly reachable: false; readonly why: string }

/**
 * A smallest set of missing facts, changeable facts and activities today that leads to the tier above;
 * an activity counts as often as it is done. `undefined` for who is sales-ready.
 */
export function pathToNextTier(
  model: ExplainableModel,
  subject: Subject,
  nowMs: number,
): PathToTier | undefined {
  const now = model.evaluate(subject, nowMs)
  if (now.tier === 'sales-ready') return undefined
  const tier = now.tier === 'nurture' ? 'sales-ready' : 'nurture'
  const minima: Minima = model.source.tiers[tier]
  const why = whyOutOfReach(model.source, subject, { tier, minima, nowMs })
  if (why !== undefined) return { tier, reachable: false, why }
  const search = {
    now,
    minima,
    moves: movesFrom(model.source, subject, nowMs),
    slack: slackOf(model, now),
    scoreAfter: (moves: readonly Move[]) =>
      model.evaluate(afterMoves(subject, moves, nowMs), nowMs),
    isThere: (score: Score) => reaches(score, minima),
  }
  const { found, complete } = searchSmallest(search)
  const moves = found ?? (complete ? undefined : searchGreedily(search))
  if (moves === undefined) {
    return { tier, reachable: false, why: 'No facts and activities the model knows lead there' }
  }
  const steps = stepsOf(moves, model, now, search.scoreAfter(moves))
  return { tier, reachable: true, smallest: found !== undefined, steps }
}

/** What a sign of life can add by itself: recency, and points taken off that then fade. */
function slackOf({ source }: ExplainableModel, { reasons }: Score): number {
  const steps = source.adjustments.recency?.steps ?? []
  const taken = reasons.filter(({ axis, points }) => axis === 'engagement' && points < 0)
  const recency = Math.max(0, ...steps.map(({ points }) => points))
  return recency + taken.reduce((sum, { points }) => sum - points, 0) + 1
}

function stepsOf(
  moves: readonly Move[],
  { source }: ExplainableModel,
  before: Score,
  after: Score,
): readonly PathStep[] {
  const pointsIn = ({ reasons }: Score, id: string): number =>
    reasons.find(({ kind, rule }) => kind !== 'cap' && kind !== 'floor' && rule === id)?.points ?? 0
  const textOf = (id: string): string =>
    after.reasons.find(({ rule }) => rule === id)?.text ?? source.id
  return inSteps(moves).map(({ move, times }): PathStep => {
    const rules = move.rules.filter((id) => pointsIn(after, id) > pointsIn(before, id))
    const text = rules.map(textOf).join('; ')
    if (move.kind === 'fact') {
      return { kind: 'fact', fact: move.fact, value: move.value, rules, text }
    }
    return { kind: 'activity', acts: move.acts, times, rules, text }
  })
}
