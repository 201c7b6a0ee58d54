import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountScore } from '#src/scoring/account/account-score.ts'
import { compileAccountModel } from '#src/scoring/account/compile-account-model.ts'
import { acted, anyBuyer, anyFacts, anyModel, buyer, DAY, NOW, shipped } from './account-cases.ts'

const written = ({ score, tier, engagedContacts }: AccountScore) =>
  `${score} ${tier} ${engagedContacts}`

describe('the next change of an account score', () => {
  it('is the very second brute force finds, with short half-lives and acts still to come', () => {
    const soon = fc.integer({ min: NOW - 3 * 3_600_000, max: NOW + 2 * 3_600_000 })
    fc.assert(
      fc.property(
        anyModel,
        fc.array(anyBuyer, { minLength: 1, maxLength: 3 }),
        fc.array(soon, { minLength: 1, maxLength: 3 }),
        anyFacts,
        (drawn, list, times, facts) => {
          const scorer = compileAccountModel({
            ...drawn,
            recency: {
              ...drawn.recency,
              halfLifeDays: (drawn.recency.halfLifeDays % 1) / 24 + 0.001,
            },
          })
          const people = list.map((person, index) => ({
            ...person,
            activities: times
              .filter((_, turn) => turn % list.length === index)
              .map((at) => ({ kind: 'page-viewed' as const, category: 'pricing' as const, at })),
          }))

          const now = scorer.score({ people, facts }, NOW)

          const seconds = 4 * 3_600
          let found: number | undefined
          for (let second = 1; second <= seconds && found === undefined; second += 1) {
            const then = scorer.score({ people, facts }, NOW + second * 1_000)
            if (written(then) !== written(now)) found = NOW + second * 1_000
          }
          const told = now.nextChangeAt
          const within = told !== undefined && told <= NOW + seconds * 1_000
          expect(within ? told : undefined).toBe(found)
        },
      ),
      { numRuns: 12 },
    )
  })

  it('is the first second of change, to the second, over months', () => {
    fc.assert(
      fc.property(
        anyModel,
        fc.array(anyBuyer, { minLength: 1, maxLength: 4 }),
        anyFacts,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }),
        (model, people, facts, shares) => {
          const scorer = compileAccountModel(model)
          const at = (instant: number) => written(scorer.score({ people, facts }, instant))

          const now = scorer.score({ people, facts }, NOW)

          const until = now.nextChangeAt ?? NOW + 3_000 * DAY
          for (const share of shares) {
            const second = Math.floor((share * (until - NOW - 1)) / 1_000)
            expect(at(NOW + second * 1_000)).toBe(written(now))
          }
          const changes = now.nextChangeAt === undefined ? [] : [now.nextChangeAt]
          expect(changes.map((instant) => at(instant) !== written(now))).toEqual(
            changes.map(() => true),
          )
          expect(changes.map((instant) => at(instant - 1_000))).toEqual(
            changes.map(() => written(now)),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  it('never comes when nobody is engaged, or when nobody was in touch', () => {
    const silent = shipped.score({ people: [buyer()], facts: {} }, NOW)
    const nobody = shipped.score(
      { people: [buyer({ engagement: 0, activities: [acted(0)] })], facts: {} },
      NOW,
    )

    expect(silent.nextChangeAt).toBeUndefined()
    expect(nobody.nextChangeAt).toBeUndefined()
  })
})
