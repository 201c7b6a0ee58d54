import type { Activity, FactValue } from '../ports.ts'
import { createRater, possibleValues } from './fact-values.ts'
import type { Model } from './model.ts'
import { possibleActivities } from './possible-activities.ts'
import type { Subject } from './score.ts'

/** Something that could come to be: a fact known, or known otherwise, or an activity today. */
export type Move = FactMove | ActivityMove

interface Gains {
  /** What the move can add at most, before any cap; for leaving out what cannot be enough. */
  readonly fit: number
  readonly engagement: number
}

interface FactMove extends Gains {
  readonly kind: 'fact'
  readonly fact: string
  readonly value: FactValue
  readonly rules: readonly string[]
  readonly cost: 1
  readonly mostTimes: 1
}

interface ActivityMove extends Gains {
  readonly kind: 'activity'
  /** In this order; two for "A then B". */
  readonly acts: readonly Pick<Activity, 'kind' | 'category'>[]
  readonly rules: readonly string[]
  readonly cost: number
  readonly mostTimes: number
}

/** Every move that could add points, those that could add most for each step first. */
export function movesFrom(model: Model, subject: Subject, nowMs: number): readonly Move[] {
  return [...factMoves(model, subject, nowMs), ...activityMoves(model)].toSorted(
    (a, b) => (b.fit + b.engagement) / b.cost - (a.fit + a.engagement) / a.cost,
  )
}

/** Equal moves together with how often, facts before activities: as a person is told the steps. */
export function inSteps(moves: readonly Move[]): readonly { move: Move; times: number }[] {
  return [...new Set(moves)]
    .toSorted((a, b) => b.kind.localeCompare(a.kind))
    .map((move) => ({ move, times: moves.filter((other) => other === move).length }))
}

/** The subject after these moves, each repetition a second after the one before, the last one now. */
export function afterMoves(subject: Subject, moves: readonly Move[], nowMs: number): Subject {
  const facts: Record<string, FactValue> = { ...subject.facts }
  const activities = [...subject.activities]
  for (const { move, times } of inSteps(moves)) {
    if (move.kind === 'fact') facts[move.fact] = move.value
    else {
      const acts = Array.from({ length: times }, () => move.acts).flat()
      // "A then B" needs A strictly earlier, and done twice it is also "B then A".
      activities.push(
        ...acts.map((act, index) => ({ ...act, at: nowMs - (acts.length - 1 - index) * 1_000 })),
      )
    }
  }
  return { facts, activities }
}

/** Facts that may be otherwise on the way: those that are missing, and those the model lets change. */
export function openFacts(model: Model, { facts }: Subject): (fact: string) => boolean {
  return (fact) => facts[fact] === undefined || model.canChange.includes(fact)
}

function factMoves(model: Model, subject: Subject, nowMs: number): readonly FactMove[] {
  const isOpen = openFacts(model, subject)
  const rate = createRater(model, nowMs)
  return [...possibleValues(model, nowMs)]
    .filter(([fact]) => isOpen(fact))
    .flatMap(([fact, values]) => {
      const now = rate(fact, subject.facts[fact]).points
      return values.flatMap(({ value, rules, points }): FactMove[] => {
        const gains = gainsBetween(now, points)
        if (gains.fit + gains.engagement === 0) return []
        return [{ kind: 'fact', fact, value, rules, cost: 1, mostTimes: 1, ...gains }]
      })
    })
}

function gainsBetween(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Gains {
  const gains = { fit: 0, engagement: 0 }
  for (const group of new Set([...before.keys(), ...after.keys()])) {
    const gain = Math.max(0, (after.get(group) ?? 0) - (before.get(group) ?? 0))
    if (group === 'lifecycle') gains.engagement += gain
    else gains.fit += gain
  }
  return gains
}

function activityMoves(model: Model): readonly ActivityMove[] {
  return possibleActivities(model).map(({ acts, rules, most, mostTimes }) => ({
    kind: 'activity',
    acts,
    rules: rules.map(({ id }) => id),
    cost: acts.length,
    mostTimes,
    fit: 0,
    engagement: most,
  }))
}
