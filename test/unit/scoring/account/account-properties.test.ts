import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOLDS } from '#src/ports.ts'
import { compileAccountModel } from '#src/scoring/account/compile-account-model.ts'
import { anyBuyer, anyFacts, anyModel, anyPerson, DAY, NOW } from './account-cases.ts'

const RUNS = { numRuns: 400 }
const people = fc.array(anyPerson, { maxLength: 6 })

describe('every account score', () => {
  it('is what its reasons add up to, whole and within 0 to 100', () => {
    fc.assert(
      fc.property(anyModel, people, anyFacts, (model, list, facts) => {
        const result = compileAccountModel(model).score({ people: list, facts }, NOW)

        const sum = result.reasons.reduce((total, { points }) => total + points, 0)
        expect(sum).toBe(result.score)
        expect(Number.isInteger(result.score)).toBe(true)
        expect(result.score).toBeGreaterThanOrEqual(0)
        expect(result.score).toBeLessThanOrEqual(100)
      }),
      RUNS,
    )
  })

  it('is the same to the last detail with and without people who seek care', () => {
    fc.assert(
      fc.property(anyModel, people, anyPerson, anyFacts, (model, list, person, facts) => {
        const scorer = compileAccountModel(model)
        const seeker = { ...person, audience: 'individual' as const }

        const without = scorer.score({ people: list, facts }, NOW)
        const among = scorer.score({ people: [seeker, ...list, seeker], facts }, NOW)

        expect(among).toEqual(without)
      }),
      RUNS,
    )
  })

  it('is the same with and without people who are held, whatever the hold', () => {
    fc.assert(
      fc.property(
        anyModel,
        people,
        anyBuyer,
        fc.constantFrom(...HOLDS),
        (model, list, person, hold) => {
          const scorer = compileAccountModel(model)

          const without = scorer.score({ people: list, facts: {} }, NOW)
          const among = scorer.score({ people: [...list, { ...person, hold }], facts: {} }, NOW)

          expect(among).toEqual(without)
        },
      ),
      RUNS,
    )
  })

  it('never falls because one more person is engaged or somebody is in touch again', () => {
    fc.assert(
      fc.property(
        anyModel,
        fc.array(anyBuyer, { minLength: 1, maxLength: 5 }),
        anyBuyer,
        anyFacts,
        fc.integer({ min: 0, max: 100 }),
        (model, list, more, facts, days) => {
          const scorer = compileAccountModel(model)
          const [first, ...rest] = list
          const again = {
            kind: 'email-replied' as const,
            category: 'other' as const,
            at: NOW - days * DAY,
          }

          const before = scorer.score({ people: list, facts }, NOW)
          const joined = scorer.score({ people: [...list, more], facts }, NOW)
          const touched = scorer.score(
            {
              people: first
                ? [{ ...first, activities: [...first.activities, again] }, ...rest]
                : rest,
              facts,
            },
            NOW,
          )

          expect(joined.score).toBeGreaterThanOrEqual(before.score)
          expect(joined.engagedContacts).toBe(before.engagedContacts + 1)
          expect(touched.score).toBeGreaterThanOrEqual(before.score)
        },
      ),
      RUNS,
    )
  })

  it('never falls because a person becomes more engaged', () => {
    fc.assert(
      fc.property(
        anyModel,
        fc.array(anyBuyer, { minLength: 1, maxLength: 5 }),
        fc.nat(50),
        (model, list, more) => {
          const scorer = compileAccountModel(model)
          const [first, ...rest] = list
          const warmer = first && { ...first, engagement: (first.engagement ?? 0) + more }

          const before = scorer.score({ people: list, facts: {} }, NOW)
          const after = scorer.score({ people: warmer ? [...rest, warmer] : rest, facts: {} }, NOW)

          expect(after.score).toBeGreaterThanOrEqual(before.score)
        },
      ),
      RUNS,
    )
  })

  it('does not depend on the order of people or of what they did', () => {
    fc.assert(
      fc.property(anyModel, people, anyFacts, (model, list, facts) => {
        const scorer = compileAccountModel(model)
        const turned = list
          .map((person) => ({ ...person, activities: person.activities.toReversed() }))
          .toReversed()

        expect(scorer.score({ people: turned, facts }, NOW)).toEqual(
          scorer.score({ people: list, facts }, NOW),
        )
      }),
      RUNS,
    )
  })

  it('never rises while nobody does anything', () => {
    fc.assert(
      fc.property(
        anyModel,
        fc.array(anyBuyer, { maxLength: 4 }),
        fc.nat(100 * DAY),
        (model, list, later) => {
          const scorer = compileAccountModel(model)
          const past = list.map((person) => ({
            ...person,
            activities: person.activities.filter(({ at }) => at <= NOW),
          }))

          const now = scorer.score({ people: past, facts: {} }, NOW)
          const then = scorer.score({ people: past, facts: {} }, NOW + later)

          expect(then.score).toBeLessThanOrEqual(now.score)
        },
      ),
      RUNS,
    )
  })
})
