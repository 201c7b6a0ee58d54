import { ZenEngine } from '@gorules/zen-engine'
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

interface Row {
  readonly place: number
  readonly found: readonly number[]
}

/**
 * One decision table that collects the rules that count: the fastest of the ways its documentation
 * gives (expression nodes take a fifth longer). Its arithmetic is decimal and its power approximate,
 * so decay is left to the code the peers share.
 */
export function createZenEngine(): Contender {
  const decision = new ZenEngine().createDecision(graphOf(tableContent()))
  return {
    name: 'zen-engine',
    perRound: 500,
    async scoreAll(subjects, nowMs, take) {
      for (const subject of subjects) {
        const { result } = await decision.evaluate(toInput(subject, nowMs))
        take(settle(hitsOf(result as readonly Row[]), clockOf(subject, nowMs)))
      }
    },
  }
}

/** Contacts in one call; above this nothing is gained. */
const BATCH = 200

/** The same table looping over many contacts in one call, for those who can wait for a batch. */
export function createBatchedZenEngine(): Contender {
  const loop = { inputField: 'contacts', executionMode: 'loop' }
  const decision = new ZenEngine().createDecision(graphOf({ ...tableContent(), ...loop }))
  return {
    name: 'zen-engine, 200 contacts a call',
    perRound: 1_000,
    async scoreAll(subjects, nowMs, take) {
      for (let from = 0; from < subjects.length; from += BATCH) {
        const batch = subjects.slice(from, from + BATCH)
        const contacts = batch.map((subject) => toInput(subject, nowMs))
        const { result } = await decision.evaluate({ contacts })
        batch.forEach((subject, index) => {
          const rows = (result as readonly Row[][])[index] ?? []
          take(settle(hitsOf(rows), clockOf(subject, nowMs)))
        })
      }
    },
  }
}

const toInput = ({ facts, activities }: Subject, now: number): object => ({
  facts,
  activities,
  now,
})

function hitsOf(rows: readonly Row[]): Hits {
  const hits: Hits[number][] = []
  for (const { place, found } of rows) {
    const own = ACTIVITY_CONDITIONS[place - FIT_CONDITIONS.length]
    hits[place] = own === undefined ? true : hitOf(own, found)
  }
  return hits
}

function tableContent(): object {
  const fit = FIT_CONDITIONS.map((condition) => ({ when: onFact(condition), found: '[]' }))
  const rules = [...fit, ...ACTIVITY_CONDITIONS.map(onActivities)]
  return {
    hitPolicy: 'collect',
    inputs: [{ id: 'when', name: 'When' }],
    outputs: [
      { id: 'place', field: 'place', name: 'Place' },
      { id: 'found', field: 'found', name: 'Found' },
    ],
    rules: rules.map((rule, place) => ({ _id: String(place), place: String(place), ...rule })),
  }
}

function onFact({ fact: name, ...asked }: FitCondition): string {
  const fact = `facts.${name}`
  if (asked.equals !== undefined) return `${fact} == ${JSON.stringify(asked.equals)}`
  if (asked.in !== undefined) return `${fact} in ${JSON.stringify(asked.in)}`
  if (asked.inList !== undefined) return `${fact} in ${JSON.stringify(LISTS[asked.inList])}`
  if (asked.range !== undefined) {
    const { min, max } = asked.range
    const atLeast = min === undefined ? '' : ` and ${fact} >= ${min}`
    return `${fact} != null${atLeast}${max === undefined ? '' : ` and ${fact} <= ${max}`}`
  }
  if (asked.dateWithinDays !== undefined) {
    return `${fact} != null and now - ${fact} <= ${asked.dateWithinDays * DAY_MS}`
  }
  return asked.missing === true ? `${fact} == null` : `${fact} != null`
}

/** The condition asks whether any activity counts; what they are is worked out only where one does. */
function onActivities({ activity, category, atLeast }: ActivityCondition): object {
  const since = atLeast === undefined ? '' : ` and #.at >= now - ${atLeast.withinDays * DAY_MS}`
  const its = `${isOneOf('kind', activity)}${category === undefined ? '' : ` and ${isOneOf('category', category)}`}${since}`
  const when =
    atLeast === undefined
      ? `some(activities, ${its})`
      : `count(activities, ${its}) >= ${atLeast.times}`
  return { when, found: `map(filter(activities, ${its}), #.at)` }
}

/** `==` for one code: it is faster than `in`. */
function isOneOf(name: string, codes: readonly string[]): string {
  return codes.length === 1
    ? `#.${name} == ${JSON.stringify(codes[0])}`
    : `#.${name} in ${JSON.stringify(codes)}`
}

function graphOf(content: object): object {
  const position = { x: 0, y: 0 }
  return {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'Contacts', position },
      { id: 'rules', type: 'decisionTableNode', name: 'Rules', position, content },
      { id: 'out', type: 'outputNode', name: 'Counted', position },
    ],
    edges: [
      { id: 'first', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'second', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  }
}
