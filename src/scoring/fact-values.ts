import type { Facts, FactValue } from '../ports.ts'
import { compileFactCondition, valuesNamedBy } from './conditions/registry.ts'
import { DAY_MS } from './decay.ts'
import type { Model } from './model.ts'
import type { FitRule } from './model-rules.ts'

/** A value a fact could have, and the points it would give, group by group and before any limit. */
export interface PossibleValue {
  readonly fact: string
  readonly value: FactValue
  /** Rules and stages that would count and give points. */
  readonly rules: readonly string[]
  /** Points by group id; the stage counts under `lifecycle`. */
  readonly points: ReadonlyMap<string, number>
}

/**
 * For each fact the model asks about, one value for each way its rules can answer. A value that gives
 * no group more than another value, and some less, is left out: nobody would be told to wish for it.
 */
export function possibleValues(
  model: Model,
  nowMs: number,
): ReadonlyMap<string, readonly PossibleValue[]> {
  const rate = createRater(model, nowMs)
  const facts = new Map<string, readonly PossibleValue[]>()
  for (const [fact, values] of answersByFact(model, nowMs)) {
    const rated = values.map((value) => rate(fact, value))
    facts.set(
      fact,
      rated.filter((one, index) => !rated.some((other, at) => outdoes(other, one, at < index))),
    )
  }
  return facts
}

/** Rates one value of one fact by the rules that look at it. */
export function createRater(
  model: Model,
  nowMs: number,
): (fact: string, value: FactValue | undefined) => PossibleValue {
  const rules = model.fit.groups.flatMap((group) =>
    group.rules.map((rule) => {
      const { test } = compileFactCondition(rule, model.lists)
      return { group: group.id, rule, counts: (v: Facts[string] | undefined) => test(v, nowMs) }
    }),
  )
  return (fact, value) => {
    const points = new Map<string, number>()
    const gained: string[] = []
    for (const { group, rule, counts } of rules) {
      if (rule.fact !== fact || counts(value) !== true) continue
      points.set(group, (points.get(group) ?? 0) + rule.points)
      if (rule.points > 0) gained.push(rule.id)
    }
    const stage = stageOf(model, fact, value)
    if (stage !== undefined) {
      points.set('lifecycle', stage.points)
      if (stage.points > 0) gained.push(stage.id)
    }
    return { fact, value: value ?? '', rules: gained, points }
  }
}

function stageOf({ adjustments: { lifecycle } }: Model, fact: string, value: unknown) {
  if (lifecycle?.fact !== fact) return undefined
  const found = Object.entries(lifecycle.stages).find(([, stage]) =>
    stage?.codes.some((code) => code === value),
  )
  const points = found?.[1]?.points
  return points === undefined ? undefined : { id: `lifecycle-${found?.[0]}`, points }
}

function outdoes(other: PossibleValue, one: PossibleValue, earlier: boolean): boolean {
  if (other === one) return false
  const groups = new Set([...other.points.keys(), ...one.points.keys()])
  let better = false
  for (const group of groups) {
    const gap = (other.points.get(group) ?? 0) - (one.points.get(group) ?? 0)
    if (gap < 0) return false
    if (gap > 0) better = true
  }
  return better || earlier
}

function answersByFact(model: Model, nowMs: number): ReadonlyMap<string, readonly FactValue[]> {
  const rulesOf = new Map<string, FitRule[]>()
  for (const rule of model.fit.groups.flatMap(({ rules }) => rules)) {
    rulesOf.set(rule.fact, [...(rulesOf.get(rule.fact) ?? []), rule])
  }
  const { lifecycle } = model.adjustments
  if (lifecycle !== undefined && !rulesOf.has(lifecycle.fact)) rulesOf.set(lifecycle.fact, [])
  return new Map(
    [...rulesOf].map(([fact, rules]) => {
      const stages = lifecycle?.fact === fact ? Object.values(lifecycle.stages) : []
      const codes = stages.flatMap((stage) => stage?.codes ?? [])
      return [fact, [...new Set([...answersOf(rules, model, nowMs), ...codes])]]
    }),
  )
}

function answersOf(rules: readonly FitRule[], { lists }: Model, nowMs: number): FactValue[] {
  const ages = rules.flatMap(({ dateWithinDays: days }) => (typeof days === 'number' ? [days] : []))
  const dates = ages.length === 0 ? [] : [0, ...ages, ...ages.map((days) => days + 1)]
  const named = rules.flatMap((rule) => valuesNamedBy(rule, { lists, nowMs }))
  // Of several that give the same the first is told: a bound, or a whole number of days.
  return [
    ...numbersIn(rules),
    ...dates.map((days) => nowMs - days * DAY_MS),
    ...named,
    ...(rules.some(({ present }) => present !== undefined) ? ['other'] : []),
  ]
}

/** Both ends of every range, what lies between neighbouring ends, and what lies beyond them all. */
function numbersIn(rules: readonly FitRule[]): number[] {
  const ends = rules
    .flatMap(({ range }) => Object.values((range as Record<string, number> | undefined) ?? {}))
    .toSorted((a, b) => a - b)
  const between = ends.flatMap((end, index) => {
    const next = ends[index + 1]
    return next === undefined ? [] : [Math.round((end + next) / 2)]
  })
  const [first, last] = [ends[0], ends.at(-1)]
  if (first === undefined || last === undefined) return []
  return [...ends, ...between, last + 1, first - 1]
}
