import { describe, expect, test } from 'vitest'
import type { FactValue } from '#src/ports.ts'
import { DAY_MS, NOW, sampleModel } from './sample-model.ts'

/** Fit of one record under one rule of 10 points. */
function fitOf(condition: object, value: FactValue | undefined, lists: object = {}): number {
  const model = sampleModel({ fitRules: [{ fact: 'thing', ...condition }], lists })
  const facts = value === undefined ? {} : { thing: value }
  return model.evaluate({ facts, activities: [] }, NOW).fit
}

describe('a condition on a fact', () => {
  test.each<[string, object, FactValue | undefined, boolean]>([
    ['equals the code', { equals: 'a' }, 'a', true],
    ['equals another code', { equals: 'a' }, 'b', false],
    ['equals a number', { equals: 5 }, 5, true],
    ['equals false', { equals: false }, false, true],
    ['equals one of several codes', { equals: 'a' }, ['b', 'a'], true],
    ['equals, but nothing is known', { equals: 'a' }, undefined, false],
    ['in the codes', { in: ['a', 'b'] }, 'b', true],
    ['in none of the codes', { in: ['a', 'b'] }, 'c', false],
    ['in, with several codes', { in: ['a', 'b'] }, ['c', 'a'], true],
    ['at the lower end of a range', { range: { min: 5, max: 9 } }, 5, true],
    ['at the upper end of a range', { range: { min: 5, max: 9 } }, 9, true],
    ['above a range', { range: { min: 5, max: 9 } }, 9.5, false],
    ['in a range without an upper end', { range: { min: 5 } }, 1e9, true],
    ['a code where a range needs a number', { range: { min: 5 } }, '7', false],
    ['missing', { missing: true }, undefined, true],
    ['missing, but known', { missing: true }, false, false],
    ['present', { present: true }, 0, true],
    ['present, but nothing is known', { present: true }, undefined, false],
    ['a date within the days', { dateWithinDays: 30 }, NOW - 30 * DAY_MS, true],
    ['a date before the days', { dateWithinDays: 30 }, NOW - 30 * DAY_MS - 1, false],
    ['a date to come', { dateWithinDays: 30 }, NOW + 1, false],
  ])('%s', (_name, condition, value, counts) => {
    expect(fitOf(condition, value)).toBe(counts ? 10 : 0)
  })

  test('may name a list of the model', () => {
    const lists = { things: ['a', 'b'] }

    expect(fitOf({ inList: 'things' }, 'b', lists)).toBe(10)
    expect(fitOf({ inList: 'things' }, 'c', lists)).toBe(0)
  })
})
