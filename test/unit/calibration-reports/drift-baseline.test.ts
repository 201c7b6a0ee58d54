import { describe, expect, it } from 'vitest'
import { type DriftBaseline, sinceBaseline, takeBaseline } from '#src/calibration/drift-baseline.ts'
import type { Arrival } from '#src/calibration/drift-cohort.ts'
import type { Finding } from '#src/calibration/figures.ts'
import type { Tier } from '#src/ports.ts'
import { DAY_MS, seeded } from './portal.ts'

const START = Date.UTC(2025, 0, 1)
const at = (day: number): number => START + day * DAY_MS

interface Person {
  readonly scoredAt: number
  readonly score: number
  readonly risesAt: number
  readonly won: boolean
  readonly endsAt: number
}

interface World {
  readonly seed: number
  readonly days: number
  readonly aDay: number
  /** By the day they come in. */
  readonly closing?: (day: number) => number
  readonly moreScore?: (day: number) => number
}

/** Some come in high, some rise within four months; half of the wins take longer than three weeks. */
function people({ seed, days, aDay, closing = () => 1, moreScore = () => 0 }: World) {
  const random = seeded(seed)
  return Array.from({ length: days * aDay }, (_, index): Person => {
    const day = Math.floor(index / aDay)
    const scoredAt = at(day + random())
    const score = Math.min(100, Math.floor(random() * 80) + moreScore(day))
    const rises = score >= 70 || random() < 0.35
    const risesAt = rises ? scoredAt + (score >= 70 ? 0 : random() * 120 * DAY_MS) : Infinity
    const won = random() < (rises ? 0.35 : 0.08) * closing(day)
    const endsAt = Math.max(scoredAt, rises ? risesAt : 0) - Math.log(1 - random()) * 30 * DAY_MS
    return { scoredAt, score, risesAt, won, endsAt }
  })
}

/** As they stand on a day: who came after another day, and what is known of them. */
function seen(all: readonly Person[], day: number, after = -1): readonly Arrival[] {
  return all
    .filter(({ scoredAt }) => scoredAt > at(after) && scoredAt <= at(day))
    .map(({ scoredAt, score, risesAt, won, endsAt }, index) => {
      const isKnown = endsAt <= at(day)
      const ended = won ? 'won' : 'lost'
      const first: Tier = score >= 70 ? 'sales-ready' : 'nurture'
      const risen = { tier: 'sales-ready', at: risesAt } as const
      return {
        record: {
          id: `p-${index}`,
          audience: 'employer',
          score,
          scoredAt,
          outcome: isKnown ? ended : 'open',
          outcomeAt: isKnown ? endsAt : undefined,
          facts: { role: 'hr' },
          points: { role: score },
        },
        reached: [{ tier: first, at: scoredAt }, ...(risesAt <= at(day) ? [risen] : [])],
      }
    })
}

function baselineOn(all: readonly Person[], day: number): DriftBaseline {
  const { baseline } = takeBaseline(seen(all, day), at(day))
  if (baseline === undefined) throw new Error('no baseline yet')
  return baseline
}

const alarmsOn = (all: readonly Person[], taken: number, day: number): readonly Finding[] =>
  sinceBaseline(seen(all, day, taken), baselineOn(all, taken), at(day)).findings.filter(
    ({ level }) => level === 'alarm',
  )

describe('a baseline', () => {
  const all = people({ seed: 1, days: 400, aDay: 4 })

  it('waits for outcomes that are known, and for a quarter of them', () => {
    expect(takeBaseline([], at(0))).toEqual({ known: 0, baseline: undefined })
    expect(takeBaseline(seen(all, 100), at(100)).baseline).toBeUndefined()
    expect(takeBaseline(seen(all, 300), at(300)).known).toBeGreaterThan(200)
    expect(baselineOn(all, 300).snapshot.records).toBe(4 * 300)
  })

  it('of a busy portal does not wait for the quarter', () => {
    const busy = people({ seed: 2, days: 200, aDay: 40 })

    expect(takeBaseline(seen(busy, 190), at(190)).baseline).toBeDefined()
    expect(takeBaseline(seen(busy, 190, 180), at(190)).baseline).toBeUndefined()
  })

  it('counts people by the tier they reached by the known age, however long ago they came', () => {
    const { ageMs, snapshot } = baselineOn(all, 300)
    const early = all.filter(({ scoredAt, risesAt, endsAt }) => {
      const reached = risesAt <= Math.min(scoredAt + ageMs, endsAt)
      return reached && scoredAt <= at(300) - ageMs
    })

    const { won, 'not-won': lost } = snapshot.outcomes['sales-ready']
    expect(won + lost).toBe(early.length)
  })
})

describe('what has moved since a baseline', () => {
  it('is nothing in most portals in which nothing moves, whenever somebody looks', () => {
    const portals = Array.from({ length: 12 }, (_, seed) =>
      people({ seed: seed + 10, days: 640, aDay: 5 }),
    )

    const alarmed = portals.filter((all) =>
      [310, 400, 500, 600].some((day) => alarmsOn(all, 300, day).length > 0),
    )
    // Each look may be wrong about one in a hundred of the shares that are compared.
    expect(alarmed.length).toBeLessThanOrEqual(1)
  })

  it('is the close rate where it falls by more than ten points, told with its interval', () => {
    const closing = (day: number) => (day > 320 ? 0.3 : 1)
    const all = people({ seed: 40, days: 640, aDay: 5, closing })

    const found = alarmsOn(all, 300, 630).find(({ code }) => code === 'close-rate-moved')

    expect(found?.what).toMatch(/^The close rate of sales-ready.*95 % interval/)
    expect(found?.figures['difference']).toBeLessThan(-0.1)
    expect(found?.figures['high']).toBeLessThan(0)
    expect(found?.todo).toBeDefined()
  })

  it('is the score and the rule where other people come, long before their outcomes are known', () => {
    const moreScore = (day: number) => (day > 300 ? 25 : 0)
    const all = people({ seed: 50, days: 340, aDay: 5, moreScore })

    expect(alarmsOn(all, 300, 330).map(({ code }) => code)).toEqual([
      'score-shifted',
      'rule-shifted',
    ])
  })

  it('is told of the newest people: what went wrong of late is not hidden by good years', () => {
    const closing = (day: number) => (day > 1300 ? 0.2 : 1)
    const all = people({ seed: 60, days: 1640, aDay: 5, closing })

    expect(alarmsOn(all, 300, 1290)).toEqual([])
    expect(alarmsOn(all, 300, 1620).map(({ code }) => code)).toContain('close-rate-moved')
  })

  it('is a note, never an alarm, where too few came to tell', () => {
    const all = people({ seed: 70, days: 310, aDay: 5 })
    const { records, findings } = sinceBaseline(seen(all, 301, 300), baselineOn(all, 300), at(301))

    expect(records).toBe(5)
    expect(new Set(findings.map(({ level }) => level))).toEqual(new Set(['note']))
  })
})
