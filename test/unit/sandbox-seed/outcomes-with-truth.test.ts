import { describe, expect, it } from 'vitest'
import { createPopulation } from '#sandbox/seed/create-population.ts'
import { outcomesWithTruth } from '#sandbox/seed/outcomes-with-truth.ts'

const population = createPopulation({ people: 4_000, seed: 5, baseTime: Date.UTC(2026, 0, 1) })
const outcomes = outcomesWithTruth(population, { seed: 1 })

describe('outcomes of made-up people', () => {
  it('are drawn with the chance the formula states', () => {
    const bands = Map.groupBy(outcomes, ({ logOdds }) => Math.floor(logOdds))
    for (const own of bands.values()) {
      if (own.length < 200) continue
      const promised = own.reduce((sum, { logOdds }) => sum + 1 / (1 + Math.exp(-logOdds)), 0)
      const came = own.filter(({ won }) => won).length
      expect(Math.abs(came - promised) / own.length).toBeLessThan(0.06)
    }
  })

  it('are what the stated weights add up to', () => {
    const [first] = population.people
    if (first === undefined) throw new Error('Nobody is there.')
    const person = {
      ...first,
      audience: 'individual' as const,
      companyIndex: undefined,
      createdAt: population.baseTime - 100 * 86_400_000,
      inquiry: 'self' as const,
      contactRequest: 'call_today' as const,
      source: 'referral' as const,
      activities: [
        { kind: 'email-replied' as const, at: population.baseTime - 99 * 86_400_000 },
        // After it was decided.
        { kind: 'page-viewed' as const, at: population.baseTime, url: 'https://a.example/pricing' },
      ],
    }

    const [outcome] = outcomesWithTruth({ ...population, people: [person] }, { seed: 1 })

    expect(outcome?.logOdds).toBeCloseTo(-3.1 + 0.9 + 1.2 + 1 + 0.7, 9)
  })

  it('are the same for the same seed, others for another, and leave people as they are', () => {
    const again = outcomesWithTruth(population, { seed: 1 })
    const other = outcomesWithTruth(population, { seed: 2 })

    expect(again).toEqual(outcomes)
    expect(other.map(({ won }) => won)).not.toEqual(outcomes.map(({ won }) => won))
    expect(other.map(({ person }) => person)).toEqual(population.people)
  })
})
