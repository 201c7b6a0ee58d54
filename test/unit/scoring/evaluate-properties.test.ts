import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Score } from '#src/scoring/score.ts'
import {
  anyActivity,
  anyModel,
  anySubject,
  anyWrittenModel,
  compiled,
  isPositive,
  type WrittenModel,
} from './random-models.ts'
import { DAY_MS, NOW } from './sample-model.ts'

const MONTHS = { longestDays: 120 }

interface Countable {
  readonly axis: string
  readonly points: number
}

const sumOf = (lines: readonly Countable[], axis?: string): number =>
  lines.reduce((sum, line) => sum + (line.axis === (axis ?? line.axis) ? line.points : 0), 0)

function expectAddsUp(lines: readonly Countable[], { fit, engagement, score }: Score): void {
  expect(sumOf(lines, 'fit')).toBe(fit)
  expect(sumOf(lines, 'engagement')).toBe(engagement)
  expect(sumOf(lines)).toBe(score)
  expect(lines.every(({ points }) => Number.isInteger(points) && points !== 0)).toBe(true)
}

/** The model without one of its rules that take points off; `undefined` when it has none. */
function withoutNegativeRule(model: WrittenModel, which: number): WrittenModel | undefined {
  const copy = structuredClone(model) as Record<
    'fit' | 'engagement',
    { groups: { rules: { points: number }[] }[] }
  >
  const found = [...copy.fit.groups, ...copy.engagement.groups].flatMap((group) =>
    group.rules.filter(({ points }) => points < 0).map((rule) => ({ group, rule })),
  )
  const chosen = found[which % Math.max(1, found.length)]
  // A group has to have a rule: one that can never count stands in for the last one.
  const never = { id: 'never', points: 1, reason: 'x', because: 'x' }
  const idle =
    chosen !== undefined && copy.fit.groups.includes(chosen.group)
      ? { ...never, fact: 'noSuchFact', equals: 'x' }
      : { ...never, activity: 'campaign-responded' }
  if (chosen === undefined) return undefined
  chosen.group.rules = [...chosen.group.rules.filter((rule) => rule !== chosen.rule), idle]
  return copy
}

describe('for any model and any record', () => {
  test('reasons add up to fit, to engagement and to the score, and none of them is nothing', () => {
    fc.assert(
      fc.property(anyModel(MONTHS), anySubject(MONTHS), (model, subject) => {
        const score = model.evaluate(subject, NOW)

        expectAddsUp(score.reasons, score)
        expectAddsUp(model.linesInFull(subject, NOW), score)
      }),
      { numRuns: 100 },
    )
  })

  test('the score is a whole number from 0 to 100', () => {
    fc.assert(
      fc.property(anyModel(MONTHS), anySubject(MONTHS), (model, subject) => {
        const { score } = model.evaluate(subject, NOW)

        expect(Number.isInteger(score)).toBe(true)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
      }),
      { numRuns: 100 },
    )
  })

  test('the order of activities does not matter', () => {
    const shuffled = anySubject(MONTHS).chain((subject) => {
      const length = subject.activities.length
      return fc
        .shuffledSubarray([...subject.activities], { minLength: length, maxLength: length })
        .map((activities) => ({ subject, other: { ...subject, activities } }))
    })
    fc.assert(
      fc.property(anyModel(MONTHS), shuffled, (model, { subject, other }) => {
        const one = model.evaluate(subject, NOW)
        const two = model.evaluate(other, NOW)

        expect({ ...two }).toEqual({ ...one })
        expect(two.nextChangeAt).toBe(one.nextChangeAt)
      }),
      { numRuns: 100 },
    )
  })

  test('without activity the engagement never rises', () => {
    fc.assert(
      fc.property(
        anyModel(MONTHS),
        anySubject(MONTHS),
        fc.integer({ min: 1, max: 200 * DAY_MS }),
        fc.integer({ min: 1, max: 200 * DAY_MS }),
        (model, { facts, activities }, laterMs, evenLaterMs) => {
          const subject = { facts, activities: activities.filter(({ at }) => at <= NOW) }

          const [now, later, evenLater] = [0, laterMs, laterMs + evenLaterMs].map(
            (ms) => model.evaluate(subject, NOW + ms).engagement,
          )

          expect(later).toBeLessThanOrEqual(now ?? Number.NaN)
          expect(evenLater).toBeLessThanOrEqual(later ?? Number.NaN)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('one more activity that no rule takes points off for never lowers the score', () => {
    fc.assert(
      fc.property(
        anyModel(MONTHS),
        anySubject(MONTHS),
        anyActivity(MONTHS),
        (model, subject, activity) => {
          fc.pre(isPositive(model, activity))
          const more = { ...subject, activities: [...subject.activities, activity] }

          const before = model.evaluate(subject, NOW)
          const after = model.evaluate(more, NOW)

          expect(after.score).toBeGreaterThanOrEqual(before.score)
          expect(after.engagement).toBeGreaterThanOrEqual(before.engagement)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('taking away a rule that takes points off never lowers the score', () => {
    fc.assert(
      fc.property(
        anyWrittenModel(MONTHS),
        anySubject(MONTHS),
        fc.nat({ max: 20 }),
        (model, subject, which) => {
          const milder = withoutNegativeRule(model, which)
          fc.pre(milder !== undefined)

          const before = compiled(model).evaluate(subject, NOW).score
          const after = compiled(milder).evaluate(subject, NOW).score

          expect(after).toBeGreaterThanOrEqual(before)
        },
      ),
      { numRuns: 100 },
    )
  })
})
