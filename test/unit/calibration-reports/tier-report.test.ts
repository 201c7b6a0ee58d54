import { describe, expect, it } from 'vitest'
import { maturityOf } from '#src/calibration/censoring.ts'
import type { OutcomeRecord } from '#src/calibration/outcome-record.ts'
import { type TierReportOptions, type TierRow, tierReport } from '#src/calibration/tier-report.ts'
import { DAY_MS, many, NOW } from './portal.ts'

const MINUTE_MS = 60_000
const scoredAt = NOW - 400 * DAY_MS
const won = { outcome: 'won', outcomeAt: scoredAt + 10 * DAY_MS, scoredAt } as const
const ready = { tier: 'sales-ready', scoredAt, source: 'referral' } as const

/** 60 sales-ready (20 won), 200 nurture (20 won), 300 unqualified (3 won). */
const PORTAL: readonly OutcomeRecord[] = [
  ...many(20, {
    ...ready,
    ...won,
    firstContactAt: scoredAt + 3 * MINUTE_MS,
    bookedAt: scoredAt + DAY_MS,
  }),
  ...many(25, { ...ready, firstContactAt: scoredAt + 30 * MINUTE_MS }),
  ...many(15, ready),
  ...many(20, { ...won, source: 'search' }),
  ...many(180, { source: 'search' }),
  ...many(3, { ...won, tier: 'unqualified', source: 'event' }),
  ...many(293, { tier: 'unqualified', source: 'search' }),
  ...many(4, { tier: 'unqualified', source: 'podcast' }),
]

describe('the tier report', () => {
  it('counts contacts, bookings and wins of a tier, with the interval of its close rate', () => {
    const row = rowOf('tier', 'sales-ready')

    expect(row.records).toBe(60)
    expect(row.contacted).toMatchObject({ count: 45, of: 60 })
    expect(row.contactedInTime).toMatchObject({ count: 20, of: 45 })
    expect(row.medianMinutesToContact).toBe(30)
    expect(row.booked).toMatchObject({ count: 20, of: 60 })
    expect(row.won).toMatchObject({ count: 20, of: 60, over: ['sales-ready'] })
    expect(row.won?.low).toBeCloseTo(0.2273, 4)
    expect(row.won?.high).toBeCloseTo(0.4594, 4)
  })

  it('shows the close rate of two tiers together where one alone has three wins', () => {
    const [nurture, unqualified] = [rowOf('tier', 'nurture'), rowOf('tier', 'unqualified')]

    expect(unqualified.won).toMatchObject({ count: 23, of: 500, over: ['nurture', 'unqualified'] })
    expect(nurture.won).toEqual(unqualified.won)
    expect(unqualified.contacted).toMatchObject({ count: 0, of: 300, over: ['unqualified'] })
  })

  it('puts sources of a few records with the next smallest, as other groups', () => {
    const groups = tableOf('source').map(({ group, records }) => [group, records])

    expect(groups).toEqual([
      ['search', 493],
      ['other groups', 67],
    ])
  })

  it('tells what a lead, a qualified lead and a win cost where spend is given', () => {
    const spend = { search: 4930, referral: 600, event: 70, billboard: 100 }

    const other = rowOf('source', 'other groups', { spend })
    const all = rowOf('all', 'all records', { spend })

    expect(other.costPerLead).toBeCloseTo(770 / 67, 2)
    expect(rowOf('source', 'search', { spend }).costPerLead).toBe(10)
    expect(all.costPerQualified).toBe(95)
    expect(all.costPerWon).toBeCloseTo(5700 / 43, 2)
    expect(rowOf('all', 'all records').costPerLead).toBeUndefined()
  })

  it('leaves the young out of the close rate and says how many they are', () => {
    const young = many(50, {
      ...ready,
      scoredAt: NOW - 5 * DAY_MS,
      outcome: 'open',
      outcomeAt: undefined,
    })

    const row = rowOf('tier', 'sales-ready', {}, [...PORTAL, ...young])

    expect(row.records).toBe(110)
    expect(row.tooYoung).toBe(50)
    expect(row.won).toMatchObject({ count: 20, of: 60 })
  })

  it('divides by month, empty months between among them', () => {
    const later = many(40, { scoredAt: scoredAt + 70 * DAY_MS })

    const groups = tableOf('period', {}, [...PORTAL, ...later]).map(({ group, records }) => [
      group,
      records,
    ])

    expect(groups).toEqual([
      ['2025-09', 560],
      ['2025-10', 0],
      ['2025-11', 0],
      ['2025-12', 40],
    ])
  })

  it('shows nothing of ten records', () => {
    expect(tierReport(many(10, {}), options()).tables.every(({ rows }) => rows.length === 0)).toBe(
      true,
    )
  })

  it('gives ids of sales-ready records never won only when asked, spread over time', () => {
    const cases = Array.from({ length: 40 }, (_, at) =>
      many(1, { ...ready, scoredAt: scoredAt - at * DAY_MS }).map((one) => ({
        ...one,
        id: `case-${at}`,
      })),
    ).flat()

    expect(tierReport([...PORTAL, ...cases], options()).review).toBeUndefined()
    const review = tierReport(cases, { ...options(), reviewCases: 4 }).review
    expect(review).toEqual(['case-39', 'case-29', 'case-19', 'case-9'])
  })
})

function options(changes: Partial<TierReportOptions> = {}): TierReportOptions {
  return { maturity: maturityOf(PORTAL, NOW), now: NOW, ...changes }
}

function tableOf(
  by: string,
  changes: Partial<TierReportOptions> = {},
  records = PORTAL,
): readonly TierRow[] {
  return tierReport(records, options(changes)).tables.find((table) => table.by === by)?.rows ?? []
}

function rowOf(
  by: string,
  group: string,
  changes: Partial<TierReportOptions> = {},
  records = PORTAL,
): TierRow {
  const found = tableOf(by, changes, records).find((row) => row.group === group)
  if (found === undefined) throw new Error(`no row ${group}`)
  return found
}
