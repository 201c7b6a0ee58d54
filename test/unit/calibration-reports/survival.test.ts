import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { survivalSteps, type Watched } from '#src/calibration/statistics/survival.ts'

describe('Kaplan and Meier', () => {
  // Weeks in remission on 6-MP, Freireich and others, Blood 21 (1963); the table is in Kleinbaum and
  // Klein, Survival Analysis, chapter 2, and in scipy's ecdf of the same censored data.
  const RELAPSED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
  const CENSORED = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
  const watched: readonly Watched<'relapse'>[] = [
    ...RELAPSED.map((time) => ({ time, cause: 'relapse' as const })),
    ...CENSORED.map((time) => ({ time, cause: undefined })),
  ]

  it('follows the 6-MP patients of Freireich as published', () => {
    const steps = survivalSteps(watched, ['relapse'])

    const rounded = steps.map(({ time, atRisk, events, survival }) => [
      time,
      atRisk,
      events,
      Math.round(survival * 1e4) / 1e4,
    ])
    expect(rounded).toEqual([
      [6, 21, 3, 0.8571],
      [7, 17, 1, 0.8067],
      [10, 15, 1, 0.7529],
      [13, 12, 1, 0.6902],
      [16, 11, 1, 0.6275],
      [22, 7, 1, 0.5378],
      [23, 6, 1, 0.4482],
    ])
  })

  it('has Greenwood’s errors for them', () => {
    const errors = survivalSteps(watched, ['relapse']).map(({ standardError }) => standardError)

    const published = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]
    errors.forEach((error, at) => expect(error).toBeCloseTo(published[at] ?? 0, 4))
  })
})

describe('Aalen and Johansen', () => {
  const watchedSets = fc.array(
    fc.record({
      time: fc.integer({ min: 1, max: 12 }),
      cause: fc.constantFrom('won' as const, 'lost' as const, undefined),
    }),
    { minLength: 1, maxLength: 40 },
  )

  it('gives what passing each watched one’s weight on to those still watched gives (Efron 1967)', () => {
    fc.assert(
      fc.property(watchedSets, (watched) => {
        const steps = survivalSteps(watched, ['won', 'lost'])

        for (const { time, incidence } of steps) {
          expect(incidence.get('won')).toBeCloseTo(redistributed(watched, 'won', time), 9)
        }
      }),
    )
  })

  it('shares out all that Kaplan and Meier’s curve loses', () => {
    fc.assert(
      fc.property(watchedSets, (watched) => {
        for (const { survival, incidence } of survivalSteps(watched, ['won', 'lost'])) {
          const both = (incidence.get('won') ?? 0) + (incidence.get('lost') ?? 0)
          expect(survival + both).toBeCloseTo(1, 9)
        }
      }),
    )
  })
})

/** Redistribution to the right: an independent way to the same estimate. */
function redistributed(watched: readonly Watched<string>[], cause: string, until: number): number {
  const order = (one: Watched<string>) => one.time * 2 + (one.cause === undefined ? 1 : 0)
  const sorted = watched.toSorted((a, b) => order(a) - order(b))
  const weights = sorted.map(() => 1 / sorted.length)
  let sum = 0
  sorted.forEach((one, at) => {
    const weight = weights[at] ?? 0
    if (one.cause === cause && one.time <= until) sum += weight
    if (one.cause !== undefined) return
    const later = sorted.length - at - 1
    for (let next = at + 1; next < sorted.length; next += 1) {
      weights[next] = (weights[next] ?? 0) + weight / later
    }
  })
  return sum
}
