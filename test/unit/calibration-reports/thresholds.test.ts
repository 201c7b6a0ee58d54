import { describe, expect, it } from 'vitest'
import { maturityOf } from '#src/calibration/censoring.ts'
import type { OutcomeRecord } from '#src/calibration/outcome-record.ts'
import { proposeThresholds } from '#src/calibration/thresholds.ts'
import { madeUpPortal, many, NOW, seeded, successes } from './portal.ts'

const PORTAL = madeUpPortal({ seed: 7, size: 6000 })

describe('cut-offs by close rate', () => {
  it('begin sales-ready at the lowest score at which one in five closes', () => {
    const { salesReadyByRate: choice, choices, findings } = propose(PORTAL)

    // In truth 20 % close at a score of 64, and of all from there up 44 %.
    expect(choice?.atLeast).toBeGreaterThanOrEqual(61)
    expect(choice?.atLeast).toBeLessThanOrEqual(67)
    const [at, above] = [choice?.closeRateAt, choice?.closeRate]
    expect(at?.rate).toBeGreaterThanOrEqual(0.2)
    expect(above?.low).toBeLessThan(meanChance(choice?.atLeast ?? 0))
    expect(above?.high).toBeGreaterThan(meanChance(choice?.atLeast ?? 0))
    const lower = choices.find(({ atLeast }) => atLeast < (choice?.atLeast ?? 0))
    expect(lower?.closeRateAt.rate).toBeLessThan(0.2)
    expect(findings[0]?.code).toBe('cut-off-by-rate')
  })

  it('say what each choice means: fewer records a week, a higher close rate, fewer of the wins', () => {
    const { choices } = propose(PORTAL)

    expect(choices.length).toBeGreaterThan(50)
    choices.slice(1).forEach((choice, at) => {
      const higher = choices[at]
      expect(choice.recordsAWeek).toBeGreaterThan(higher?.recordsAWeek ?? 0)
      expect(choice.closeRate.rate).toBeLessThan(higher?.closeRate.rate ?? 1)
      expect(choice.shareOfWins).toBeGreaterThan(higher?.shareOfWins ?? 1)
      expect(choice.expectedWinsAWeek).toBeCloseTo(choice.recordsAWeek * choice.closeRate.rate, 9)
    })
    expect(choices.at(-1)).toMatchObject({ atLeast: 0, shareOfWins: 1 })
  })

  it('count beside the line what was observed, and the two agree', () => {
    const observed = propose(PORTAL).choices.filter((choice) => choice.observed !== undefined)

    expect(observed.length).toBeGreaterThan(5)
    for (const { closeRate, observed: counted } of observed) {
      expect(Math.abs(closeRate.rate - (counted?.rate ?? 0))).toBeLessThan(0.06)
    }
  })

  it('keep nineteen of twenty wins in nurture and above', () => {
    const { nurture, salesReadyByRate } = propose(PORTAL)

    expect(nurture?.shareOfWins).toBeGreaterThanOrEqual(0.95)
    expect(nurture?.atLeast).toBeLessThan(salesReadyByRate?.atLeast ?? 0)
  })

  it('are not proposed where no score reaches the wanted rate, and the best is told', () => {
    const { salesReadyByRate, findings } = propose(
      madeUpPortal({ seed: 8, size: 6000, chanceAt: (score) => 0.02 + score / 1500 }),
    )

    expect(salesReadyByRate).toBeUndefined()
    expect(findings[0]?.code).toBe('no-cut-off-reaches')
    expect(findings[0]?.what).toMatch(/even the highest scores close at \d+ %/)
  })

  it('are not needed where everybody closes as wanted', () => {
    const { findings } = propose(
      madeUpPortal({ seed: 9, size: 3000, chanceAt: (score) => 0.3 + score / 500 }),
    )

    expect(findings[0]?.code).toBe('everyone-reaches')
  })

  it('are refused on fewer than 35 wins', () => {
    const { choices, findings } = propose(
      madeUpPortal({ seed: 10, size: 300, chanceAt: () => 0.06 }),
    )

    expect(choices).toEqual([])
    expect(findings.map(({ code }) => code)).toEqual(['too-few-wins'])
  })

  it('are refused where a higher score is not won more often', () => {
    const { choices, findings } = propose(
      madeUpPortal({ seed: 11, size: 4000, chanceAt: (score) => 0.3 - score / 500 }),
    )

    expect(choices).toEqual([])
    expect(findings.map(({ code }) => code)).toEqual(['score-does-not-order'])
  })

  it('come with a doubt where the close rate does not rise along one line', () => {
    const { findings } = propose(
      madeUpPortal({
        seed: 12,
        size: 8000,
        chanceAt: (score) => (score > 45 && score < 70 ? 0.6 : score / 400),
      }),
    )

    expect(findings.map(({ code }) => code)).toContain('close-rate-not-a-line')
  })

  it('have intervals that cover the true close rate in about 95 of 100 portals', () => {
    const random = seeded(21)
    const chanceAt = (score: number) => 1 / (1 + Math.exp(-(score - 80) / 20))
    let covered = 0
    for (let round = 0; round < 200; round += 1) {
      const records = steppedPortal(random, chanceAt)
      const choice = propose(records).choices.find(({ atLeast }) => atLeast === 60)
      const truth = [60, 70, 80, 90].reduce((sum, score) => sum + chanceAt(score) / 4, 0)
      if (choice && choice.closeRate.low <= truth && truth <= choice.closeRate.high) covered += 1
    }

    expect(covered).toBeGreaterThan(182)
    expect(covered).toBeLessThan(199)
  })
})

describe('cut-offs by capacity', () => {
  it('fill eighteen conversations a week and no more', () => {
    const { salesReadyByCapacity: choice, choices } = propose(PORTAL, 18)

    expect(choice?.recordsAWeek).toBeLessThanOrEqual(18)
    const next = choices.find(({ atLeast }) => atLeast < (choice?.atLeast ?? 0))
    expect(next?.recordsAWeek).toBeGreaterThan(18)
  })

  it('are not proposed where even the highest scores are more than that', () => {
    const { salesReadyByCapacity, findings } = propose(PORTAL, 0.1)

    expect(salesReadyByCapacity).toBeUndefined()
    expect(findings.map(({ code }) => code)).toContain('capacity-too-small')
  })
})

function propose(records: readonly OutcomeRecord[], conversationsAWeek?: number) {
  const maturity = maturityOf(records, NOW)
  return proposeThresholds(records, {
    maturity,
    now: NOW,
    ...(conversationsAWeek === undefined ? {} : { conversationsAWeek }),
  })
}

/** The true close rate at and above a score, scores being even. */
function meanChance(from: number): number {
  const scores = Array.from({ length: 101 - from }, (_, at) => from + at)
  const chances = scores.map((score) => 1 / (1 + Math.exp(-(score - 85) / 15)))
  return chances.reduce((sum, chance) => sum + chance, 0) / scores.length
}

/** A hundred old records at each of ten scores. */
function steppedPortal(
  random: () => number,
  chanceAt: (score: number) => number,
): readonly OutcomeRecord[] {
  return [0, 10, 20, 30, 40, 50, 60, 70, 80, 90].flatMap((score) => {
    const won = successes(100, chanceAt(score), random)
    return [...many(won, { score, outcome: 'won' }), ...many(100 - won, { score })]
  })
}
