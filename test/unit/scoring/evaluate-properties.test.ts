import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Score } from '#src/scoring/score.ts'
import { anyModel, anySubject } from './random-models.ts'
import { DAY_MS, NOW } from './sample-model.ts'

const MONTHS = { longestDays: 120 }

const sumOf = (score: Score, axis: 'fit' | 'engagement'): number =>
  score.reasons.reduce((sum, reason) => sum + (reason.axis === axis ? reason.points : 0), 0)

describe('for any model and any record', () => {
  test('reasons add up to fit, to engagement and to the score, and none of them is nothing', () => {
    fc.assert(
      fc.property(anyModel(MONTHS), anySubject(MONTHS), (model, subject) => {
        const score = model.evaluate(subject, NOW)

        expect(sumOf(score, 'fit')).toBe(score.fit)
        expect(sumOf(score, 'engagement')).toBe(score.engagement)
        expect(score.fit + score.engagement).toBe(score.score)
        expect(score.reasons.every(({ points }) => Number.isInteger(points) && points !== 0)).toBe(
          true,
        )
      }),
      { numRuns: 500 },
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
      { numRuns: 500 },
    )
  })

  test('the order of activities does not matter', () => {
    const shuffled = anySubject(MONTHS).chain((subject) =>
      fc
        .shuffledSubarray([...subject.activities], {
          minLength: subject.activities.length,
          maxLength: subject.activities.length,
        })
        .map((activities) => ({ subject, other: { ...subject, activities } })),
    )
    fc.assert(
      fc.property(anyModel(MONTHS), shuffled, (model, { subject, other }) => {
        const one = model.evaluate(subject, NOW)
        const two = model.evaluate(other, NOW)

        expect(two).toEqual(one)
        expect(two.nextChangeAt).toBe(one.nextChangeAt)
      }),
    )
  })

  test('without activity the engagement never rises where every rule gives points', () => {
    fc.assert(
      fc.property(
        anyModel(MONTHS, { positiveOnly: true }),
        anySubject(MONTHS),
        fc.integer({ min: 1, max: 200 * DAY_MS }),
        (model, { facts, activities }, laterMs) => {
          const subject = { facts, activities: activities.filter(({ at }) => at <= NOW) }

          const now = model.evaluate(subject, NOW)
          const later = model.evaluate(subject, NOW + laterMs)

          expect(later.engagement).toBeLessThanOrEqual(now.engagement)
        },
      ),
    )
  })

  test('one more activity never lowers a score where every rule gives points', () => {
    fc.assert(
      fc.property(
        anyModel(MONTHS, { positiveOnly: true }),
        anySubject(MONTHS),
        anySubject(MONTHS),
        (model, subject, other) => {
          const more = { ...subject, activities: [...subject.activities, ...other.activities] }

          expect(model.evaluate(more, NOW).score).toBeGreaterThanOrEqual(
            model.evaluate(subject, NOW).score,
          )
        },
      ),
    )
  })
})
