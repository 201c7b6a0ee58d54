import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ACTIVITY_OPERATOR_NAMES,
  type ActivityOperatorName,
  activityOperatorOf,
} from '#src/scoring/activity-conditions/registry.ts'
import {
  compileFactCondition,
  OPERATOR_NAMES,
  type OperatorName,
  operatorOf,
} from '#src/scoring/conditions/registry.ts'
import { asPlain } from '#src/scoring/document/plain-words.ts'
import { anyModel as anyModelOfGuide } from '../scoring-reference/random-models.ts'
import { anyWrittenModel } from './random-models.ts'
import { NOW, sampleModel } from './sample-model.ts'

const LISTS = { titles: { codes: ['a'], words: ['vice b'] } }

/** What each is asked with here; a new one has to say so. */
const FACT_ARGS: Readonly<Record<OperatorName, readonly unknown[]>> = {
  equals: ['a', 5, true],
  in: [['a', 'b']],
  range: [{ min: 5 }, { max: 5 }, { min: 5, max: 900 }],
  inList: ['titles'],
  containsWord: ['vice', ['vice', 'head']],
  missing: [true],
  present: [true],
  dateWithinDays: [0.5, 30],
}

const ACTIVITY_ARGS: Readonly<Record<ActivityOperatorName, readonly object[]>> = {
  latest: [{}, { withinDays: 3 }],
  atLeast: [{ times: 3 }, { times: 2, withinDays: 0.5 }],
  repeated: [{ maxTimes: 3 }, { maxTimes: 1, withinDays: 5 }],
  distinctDays: [{ days: 3 }, { days: 2, withinDays: 9 }],
  after: [{ activity: 'email-opened', withinDays: 0.25 }],
}

describe('what an operator on a fact says of itself', () => {
  const all = OPERATOR_NAMES.flatMap((name) =>
    FACT_ARGS[name].map((args) => [name, { fact: 'role', [name]: args }] as const),
  )
  const context = { lists: LISTS, nowMs: NOW }

  test.each(all)('%s: its example meets it, and is what one would say: %j', (_name, condition) => {
    const asked = operatorOf(condition)
    const { test: isMet } = compileFactCondition(condition, LISTS)

    expect(isMet(asked?.operator.example(asked.args, context), NOW)).toBe(true)
    expect(asPlain(asked?.operator.inWords(asked.args) ?? '')).toMatch(/^(is|contains) \S/)
  })

  test.each(all.filter(([name]) => name !== 'missing' && name !== 'present'))(
    '%s: of the values it tells apart some meet it: %j',
    (_name, condition) => {
      const asked = operatorOf(condition)
      const { test: isMet } = compileFactCondition(condition, LISTS)
      const values = asked?.operator.values(asked.args, context) ?? []

      expect(values.some((value) => isMet(value, NOW) === true)).toBe(true)
    },
  )
})

describe('what an operator on activities says of itself', () => {
  test.each(
    ACTIVITY_OPERATOR_NAMES.flatMap((name) =>
      ACTIVITY_ARGS[name].map((args) => [name, { [name]: args }] as const),
    ),
  )('%s: its example counts in full, as often as it says: %j', (_name, condition) => {
    const { operator, args } = activityOperatorOf(condition)
    const looked = { activity: ['page-viewed'] } as const
    const rule = { activity: 'page-viewed', ...condition, points: 3 }
    const model = sampleModel({ engagementRules: [rule] })
    const activities = operator.example(args, looked, NOW)

    const { engagement } = model.evaluate({ facts: {}, activities }, NOW)

    expect(engagement).toBe(3 * operator.mostTimes(args))
  })
})

describe('random models', () => {
  test.each([
    ['of the unit tests', anyWrittenModel({ longestDays: 30 })],
    ['of the reference', anyModelOfGuide],
  ])('%s ask with every operator there is', (_name, model: fc.Arbitrary<unknown>) => {
    const written = fc.sample(model, { numRuns: 150, seed: 7 }).map((one) => JSON.stringify(one))
    const isUsed = (name: string): boolean => written.some((one) => one.includes(`"${name}":`))

    const names = [...OPERATOR_NAMES, ...ACTIVITY_OPERATOR_NAMES]

    expect(names.filter((name) => !isUsed(name))).toEqual([])
  })
})
