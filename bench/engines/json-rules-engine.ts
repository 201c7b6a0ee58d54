import { type ConditionProperties, Engine, type RuleResult } from 'json-rules-engine'
import type { Activity } from '#src/ports.ts'
import type { Subject } from '#src/scoring/score.ts'
import type { Contender } from './contender.ts'
import {
  ACTIVITY_CONDITIONS,
  type ActivityCondition,
  FIT_CONDITIONS,
  type FitCondition,
  LISTS,
} from './model.ts'
import { clockOf, type Hits, hitOf, settle } from './settle.ts'
import { DAY_MS } from './subjects.ts'

/**
 * Its language compares facts and cannot walk a list, so activities come through one fact with
 * params, as its documentation computes things: the rules stay data. Without a clock of its own it
 * is given the age of the record as a fact.
 */
export function createJsonRulesEngine(): Contender {
  const engine = createEngine()
  const conditions = [...FIT_CONDITIONS.map(onFact), ...ACTIVITY_CONDITIONS.map(onActivities)]
  conditions.forEach((all, place) => {
    engine.addRule({ conditions: { all }, event: { type: 'counts', params: { place } } })
  })
  return {
    name: 'json-rules-engine',
    perRound: 400,
    async scoreAll(subjects, nowMs, take) {
      for (const subject of subjects) {
        // One at a time: together they are no faster and hold far more memory.
        const { results } = await engine.run(runtimeFacts(subject, nowMs))
        take(settle(hitsOf(results), clockOf(subject, nowMs)))
      }
    },
  }
}

function createEngine(): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true })
  const isMissing = (value: unknown, wanted: boolean): boolean => (value === undefined) === wanted
  engine.addOperator('isMissing', isMissing)
  engine.addOperator('hasAtLeast', (ats: readonly number[], times: number) => ats.length >= times)
  engine.addFact(
    'instants',
    async (params, almanac) => {
      const activities = await almanac.factValue<readonly Activity[]>('activities')
      return instantsOf(params as ActivityCondition, activities, await almanac.factValue('now'))
    },
    // No rule asks for what another asked; hashing the params to find out takes longer than asking.
    { cache: false },
  )
  return engine
}

function instantsOf(
  { activity, category, atLeast }: ActivityCondition,
  activities: readonly Activity[],
  nowMs: number,
): readonly number[] {
  const since = atLeast === undefined ? -Infinity : nowMs - atLeast.withinDays * DAY_MS
  const instants: number[] = []
  for (const { kind, category: own, at } of activities) {
    const counts = at >= since && activity.includes(kind) && (category?.includes(own) ?? true)
    if (counts) instants.push(at)
  }
  return instants
}

function runtimeFacts({ facts, activities }: Subject, nowMs: number): Record<string, unknown> {
  const { createdAt } = facts
  const ageDays = typeof createdAt === 'number' ? (nowMs - createdAt) / DAY_MS : undefined
  return { ...facts, ageDays, activities, now: nowMs }
}

function onFact({ fact, ...asked }: FitCondition): ConditionProperties[] {
  const on = (operator: string, value: unknown): ConditionProperties => ({ fact, operator, value })
  if (asked.equals !== undefined) return [on('equal', asked.equals)]
  if (asked.in !== undefined) return [on('in', asked.in)]
  if (asked.inList !== undefined) return [on('in', LISTS[asked.inList])]
  if (asked.range !== undefined) {
    const { min, max } = asked.range
    return [
      ...(min === undefined ? [] : [on('greaterThanInclusive', min)]),
      ...(max === undefined ? [] : [on('lessThanInclusive', max)]),
    ]
  }
  if (asked.dateWithinDays !== undefined) {
    return [{ fact: 'ageDays', operator: 'lessThanInclusive', value: asked.dateWithinDays }]
  }
  return [on('isMissing', asked.missing === true)]
}

function onActivities(params: ActivityCondition): ConditionProperties[] {
  const value = params.atLeast?.times ?? 1
  return [{ fact: 'instants', params: { ...params }, operator: 'hasAtLeast', value }]
}

function hitsOf(results: readonly RuleResult[]): Hits {
  const hits: Hits[number][] = []
  for (const { event, conditions } of results) {
    const place = Number(event?.params?.['place'])
    const own = ACTIVITY_CONDITIONS[place - FIT_CONDITIONS.length]
    hits[place] = own === undefined ? true : hitOf(own, foundBy(conditions))
  }
  return hits
}

function foundBy(conditions: RuleResult['conditions']): readonly number[] {
  const first = 'all' in conditions ? conditions.all[0] : undefined
  return first !== undefined && 'factResult' in first ? (first.factResult as number[]) : []
}
