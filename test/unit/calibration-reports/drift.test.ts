import { describe, expect, it } from 'vitest'
import type { Maturity } from '#src/calibration/censoring.ts'
import { driftFindings } from '#src/calibration/drift.ts'
import { driftSnapshot, factNames } from '#src/calibration/drift-snapshot.ts'
import type { Finding } from '#src/calibration/figures.ts'
import type { OutcomeRecord } from '#src/calibration/outcome-record.ts'
import { DAY_MS, madeUpPortal, many, NOW } from './portal.ts'

const MATURITY: Maturity = {
  all: { ageMs: 60 * DAY_MS, from: 'all-audiences', watchedTooShort: false },
  byAudience: new Map(),
}
const scoredAt = NOW - 400 * DAY_MS
const won = { outcome: 'won', scoredAt, outcomeAt: scoredAt + 20 * DAY_MS } as const

describe('the close rate of a tier', () => {
  it('raises an alarm when it moves more than ten points and chance does not explain it', () => {
    const found = findingOf(portal(120, 300), portal(60, 300), 'close-rate-moved')

    expect(found?.level).toBe('alarm')
    expect(found?.what).toMatch(/^The close rate of sales-ready moved from 40 % to 20 %/)
    expect(found?.figures.difference).toBeCloseTo(-0.2, 9)
    expect(found?.figures.high).toBeLessThan(0)
    expect(found?.todo).toBeDefined()
  })

  it('is a note when it moved as far on few records', () => {
    const found = findingOf(portal(16, 40), portal(11, 40), 'close-rate-may-have-moved')

    expect(found?.level).toBe('note')
    expect(found?.what).toContain('sales-ready went from 40 % to 28 %')
  })

  it('is well when it moved by nine points, however surely', () => {
    const levels = drift(portal(1200, 3000), portal(930, 3000))
      .filter(({ code }) => code.startsWith('close-rate'))
      .map(({ level }) => level)

    expect(new Set(levels)).toEqual(new Set(['ok']))
  })

  it('raises its alarm without figures where too few were won to show them', () => {
    const findings = drift(portal(120, 300), portal(4, 300))

    const alarms = findings.filter(
      ({ code, level }) => code === 'close-rate-moved' && level === 'alarm',
    )
    const hidden = alarms.find(({ what }) => what.includes('sales-ready alone'))
    expect(hidden?.figures).toEqual({})
    expect(JSON.stringify(findings)).not.toMatch(/of sales-ready (moved|went|held)/)
  })

  it('says that it cannot tell of a portal too small to show', () => {
    expect(findingOf(portal(3, 8), portal(2, 8), 'close-rate-too-few-to-tell')?.level).toBe('note')
  })

  it('does not fall because the older cohort has had longer for late wins', () => {
    const lateWins = many(90, { ...won, tier: 'sales-ready', outcomeAt: scoredAt + 300 * DAY_MS })

    const found = drift(
      [...portal(60, 300), ...lateWins],
      [...portal(60, 300), ...many(90, { tier: 'sales-ready' })],
    )

    expect(found.filter(({ level }) => level === 'alarm')).toEqual([])
  })
})

describe('the people who come', () => {
  const before = madeUpPortal({ seed: 31, size: 3000 })

  it('are found unchanged in another sample of the same portal', () => {
    const findings = drift(before, madeUpPortal({ seed: 32, size: 3000 }))

    expect(findings.filter(({ level }) => level === 'alarm')).toEqual([])
    expect(findings.some(({ code }) => code === 'score-held')).toBe(true)
  })

  it('are found changed where a rule stops counting, and the rule is named', () => {
    const after = madeUpPortal({ seed: 33, size: 3000 }).map((one) => ({
      ...one,
      score: Math.max(0, one.score - (one.points.visited ?? 0)),
      points: { ...one.points, visited: 0 },
    }))

    const shifted = drift(before, after).filter(({ code }) => code === 'rule-shifted')

    expect(shifted.map(({ what }) => what)).toEqual([
      expect.stringContaining('rule visited shifted much'),
    ])
    expect(shifted[0]?.level).toBe('alarm')
  })

  it('are found changed without figures where all but a few have what a third had', () => {
    const countingFor = (share: (at: number) => boolean) =>
      madeUpPortal({ seed: 35, size: 3000 }).map((one, at) => ({
        ...one,
        points: { ...one.points, visited: share(at) ? 10 : 0 },
      }))
    const third = countingFor((at) => at % 3 === 0)
    const nearlyAll = countingFor((at) => at >= 4)

    const hidden = [drift(third, nearlyAll), drift(nearlyAll, third)].map((findings) =>
      findings.filter(({ what }) => what.includes('rule visited')),
    )

    for (const [alarm, ...more] of hidden) {
      expect(alarm).toMatchObject({ code: 'rule-shifted', level: 'alarm', figures: {} })
      expect(more).toEqual([])
    }
    const unmoved = drift(
      nearlyAll,
      countingFor((at) => at >= 9),
    )
    expect(unmoved.filter(({ what }) => what.includes('rule visited'))).toEqual([])
  })

  it('are not called changed by the accidents of forty records', () => {
    const few = madeUpPortal({ seed: 34, size: 40 })

    expect(drift(before, few).filter(({ code }) => /shifted/.test(code))).toEqual([])
  })
})

describe('missing facts', () => {
  it('raise an alarm that names the fact', () => {
    const before = madeUpPortal({ seed: 41, size: 800 })
    const after = before.map((one, at) => ({
      ...one,
      facts: at % 2 === 0 ? { ...one.facts, insurance: undefined } : one.facts,
    }))

    const found = findingOf(before, after, 'missing-facts-moved')

    expect(found?.level).toBe('alarm')
    expect(found?.what).toContain('Facts missing in other numbers than before: insurance.')
  })

  it('are seen where a fact is gone from every record', () => {
    const before = madeUpPortal({ seed: 42, size: 800 })
    const after = before.map(({ facts, ...one }) => ({
      ...one,
      facts: { insurance: facts.insurance },
    }))

    expect(findingOf(before, after, 'missing-facts-moved')?.what).toContain('state')
  })
})

describe('what reps say', () => {
  it('is one note where nobody said anything', () => {
    const notes = drift(portal(60, 300), portal(60, 300)).filter(({ code }) =>
      code.startsWith('feedback'),
    )

    expect(notes.map(({ code }) => code)).toEqual(['feedback-too-few-to-tell'])
  })

  it('raises an alarm when fewer call the scores of a tier useful', () => {
    const said = (useful: number, not: number) => [
      ...many(useful, { tier: 'sales-ready', feedback: 'useful' }),
      ...many(not, { tier: 'sales-ready', feedback: 'not-useful' }),
    ]

    const found = findingOf(said(160, 40), said(90, 110), 'feedback-moved')

    expect(found?.level).toBe('alarm')
    expect(found?.what).toContain('useful in sales-ready moved from 80 % to 45 %')
  })
})

/** Sales-ready records as told, and nurture and unqualified ones that hold still. */
function portal(wonReady: number, ready: number): readonly OutcomeRecord[] {
  const scale = ready / 300
  const rest = (tier: 'nurture' | 'unqualified', share: number) => [
    ...many(Math.round(400 * share * scale), { ...won, tier }),
    ...many(Math.round(400 * (1 - share) * scale), { tier }),
  ]
  return [
    ...many(wonReady, { ...won, tier: 'sales-ready' }),
    ...many(ready - wonReady, { tier: 'sales-ready' }),
    ...rest('nurture', 0.25),
    ...rest('unqualified', 0.25),
  ]
}

function drift(
  before: readonly OutcomeRecord[],
  after: readonly OutcomeRecord[],
): readonly Finding[] {
  const options = { maturity: MATURITY, now: NOW }
  return driftFindings(
    driftSnapshot(before, options),
    driftSnapshot(after, options, factNames(before)),
  )
}

function findingOf(
  before: readonly OutcomeRecord[],
  after: readonly OutcomeRecord[],
  code: string,
): Finding | undefined {
  return drift(before, after).find((finding) => finding.code === code)
}
