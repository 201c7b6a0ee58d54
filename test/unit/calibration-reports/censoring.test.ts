import { describe, expect, it } from 'vitest'
import { maturityOf, standingByAge, standingOf } from '#src/calibration/censoring.ts'
import { DAY_MS, many, NOW, record } from './portal.ts'

/** A hundred wins, one after each of 1–100 days, of records scored 400 days ago, and the lost ones. */
const HISTORY = [
  ...Array.from({ length: 100 }, (_, at) => {
    const scoredAt = NOW - 400 * DAY_MS
    return record({
      id: `w-${at}`,
      outcome: 'won',
      scoredAt,
      outcomeAt: scoredAt + (at + 1) * DAY_MS,
    })
  }),
  ...many(200, { outcomeAt: NOW - 100 * DAY_MS }),
]

describe('the age from which an outcome is known', () => {
  it('is when nine of ten wins had come', () => {
    const { all } = maturityOf(HISTORY, NOW)

    expect(all).toEqual({ ageMs: 90 * DAY_MS, from: 'all-audiences', watchedTooShort: false })
  })

  it('does not grow shorter because many records are young and only quick wins of theirs are in', () => {
    const young = [
      ...many(60, { scoredAt: NOW - 12 * DAY_MS, outcome: 'won', outcomeAt: NOW - 6 * DAY_MS }),
      ...many(700, { scoredAt: NOW - 12 * DAY_MS, outcome: 'open', outcomeAt: undefined }),
    ]
    const naive = 90 * (100 / 160)

    const { all } = maturityOf([...HISTORY, ...young], NOW)

    expect(all.ageMs / DAY_MS).toBeGreaterThan(naive + 20)
  })

  it('is each audience’s own, else that of all, else ninety days', () => {
    const employers = Array.from({ length: 40 }, (_, at) =>
      record({
        audience: 'employer',
        outcome: 'won',
        outcomeAt: NOW - 400 * DAY_MS + (200 + at) * DAY_MS,
      }),
    )
    const few = many(5, { audience: 'health-plan', outcome: 'won' })

    const { byAudience } = maturityOf([...HISTORY, ...employers, ...few], NOW)

    expect(byAudience.get('individual')).toMatchObject({ ageMs: 90 * DAY_MS, from: 'audience' })
    expect(byAudience.get('employer')).toMatchObject({ ageMs: 235 * DAY_MS, from: 'audience' })
    expect(byAudience.get('health-plan')?.from).toBe('all-audiences')
    expect(maturityOf(few, NOW).all).toMatchObject({ ageMs: 90 * DAY_MS, from: 'default' })
  })

  it('says where records were not watched long enough to have seen later wins', () => {
    const fresh = HISTORY.map((one) => ({
      ...one,
      scoredAt: one.scoredAt + 290 * DAY_MS,
      outcomeAt: (one.outcomeAt ?? 0) + 290 * DAY_MS,
    }))

    expect(maturityOf(fresh, NOW).all.watchedTooShort).toBe(true)
  })
})

describe('how a record stands', () => {
  const maturity = maturityOf(HISTORY, NOW)

  it('is not told of a young record, open, lost or won', () => {
    const scoredAt = NOW - 89 * DAY_MS

    const standings = (['open', 'lost', 'won'] as const).map((outcome) =>
      standingOf(record({ scoredAt, outcome, outcomeAt: scoredAt + DAY_MS }), maturity, NOW),
    )

    expect(standings).toEqual(['too-young', 'too-young', 'too-young'])
  })

  it('is not won where it is open and old enough', () => {
    const open = record({ scoredAt: NOW - 90 * DAY_MS, outcome: 'open', outcomeAt: undefined })

    expect(standingOf(open, maturity, NOW)).toBe('not-won')
  })

  it('counts a late win as a win, but not where cohorts are compared at one age', () => {
    const scoredAt = NOW - 300 * DAY_MS
    const late = record({ scoredAt, outcome: 'won', outcomeAt: scoredAt + 91 * DAY_MS })

    expect(standingOf(late, maturity, NOW)).toBe('won')
    expect(standingByAge(late, maturity, NOW)).toBe('not-won')
    expect(standingByAge({ ...late, outcomeAt: scoredAt + 90 * DAY_MS }, maturity, NOW)).toBe('won')
  })
})
