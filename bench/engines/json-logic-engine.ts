import { LogicEngine } from 'json-logic-engine'
import type { Activity } from '#src/ports.ts'
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
 * All rules as one compiled expression, the way its documentation says is fastest: it gives a list of
 * what each rule found. Walking activities is in its language, so it is done there.
 */
export function createJsonLogicEngine(): Contender {
  const rules = [...FIT_CONDITIONS.map(onFact), ...ACTIVITY_CONDITIONS.map(onActivities)]
  const run = new LogicEngine().build(rules)
  return {
    name: 'json-logic-engine',
    perRound: 10_000,
    async scoreAll(subjects, nowMs, take) {
      for (const subject of subjects) {
        const { facts, activities } = subject
        const found = hitsOf(run({ facts, activities, now: nowMs }))
        take(settle(found, clockOf(subject, nowMs)))
      }
    },
  }
}

/** Fit rules found true or false, engagement rules the activities that count, newest first. */
function hitsOf(found: readonly unknown[]): Hits {
  const hits: Hits[number][] = []
  for (let place = 0; place < found.length; place += 1) {
    const own = ACTIVITY_CONDITIONS[place - FIT_CONDITIONS.length]
    if (own === undefined) hits.push(found[place] === true ? true : undefined)
    else
      hits.push(
        hitOf(
          own,
          (found[place] as readonly Activity[]).map(({ at }) => at),
        ),
      )
  }
  return hits
}

function onFact({ fact, ...asked }: FitCondition): object {
  const value = { var: `facts.${fact}` }
  const known = { '!==': [value, null] }
  if (asked.equals !== undefined) return { '===': [value, asked.equals] }
  if (asked.in !== undefined) return { in: [value, asked.in] }
  if (asked.inList !== undefined) return { in: [value, LISTS[asked.inList]] }
  if (asked.range !== undefined) {
    const { min = -Infinity, max = Infinity } = asked.range
    if (min === -Infinity) return { and: [known, { '<=': [value, max] }] }
    if (max === Infinity) return { and: [known, { '>=': [value, min] }] }
    return { and: [known, { '<=': [min, value, max] }] }
  }
  if (asked.dateWithinDays !== undefined) {
    const ageMs = { '-': [{ var: 'now' }, value] }
    return { and: [known, { '<=': [ageMs, asked.dateWithinDays * DAY_MS] }] }
  }
  return asked.missing === true ? { '===': [value, null] } : known
}

function onActivities({ activity, category, atLeast }: ActivityCondition): object {
  const asked = [isOneOf('kind', activity)]
  if (category !== undefined) asked.push(isOneOf('category', category))
  if (atLeast !== undefined) {
    const sinceMs = { '-': [{ val: [[2], 'now'] }, atLeast.withinDays * DAY_MS] }
    asked.push({ '>=': [{ var: 'at' }, sinceMs] })
  }
  const condition = asked.length === 1 ? asked[0] : { and: asked }
  return { filter: [{ var: 'activities' }, condition] }
}

/** `===` for one code: it is faster than `in`. */
function isOneOf(name: string, codes: readonly string[]): object {
  const value = { var: name }
  return codes.length === 1 ? { '===': [value, codes[0]] } : { in: [value, codes] }
}
