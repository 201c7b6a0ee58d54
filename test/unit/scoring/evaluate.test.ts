import { describe, expect, test } from 'vitest'
import type { Activity, ActivityCategory, ActivityKind } from '#src/ports.ts'
import { DAY_MS, NOW, sampleModel } from './sample-model.ts'

const act = (
  kind: ActivityKind,
  daysAgo: number,
  category: ActivityCategory = 'other',
): Activity => ({
  kind,
  category,
  at: NOW - daysAgo * DAY_MS,
})

/** Engagement under one rule of 10 points with a half-life of 10 days. */
function engagementOf(rule: object, activities: readonly Activity[]): number {
  return sampleModel({ engagementRules: [rule] }).evaluate({ facts: {}, activities }, NOW)
    .engagement
}

describe('a rule over activities', () => {
  test('counts in full on the day and by half after one half-life', () => {
    const rule = { activity: 'demo-attended' }

    expect(engagementOf(rule, [act('demo-attended', 0)])).toBe(10)
    expect(engagementOf(rule, [act('demo-attended', 10)])).toBe(5)
    expect(engagementOf(rule, [act('demo-attended', 20)])).toBe(3)
  })

  test('decays from the latest of several', () => {
    const activities = [act('demo-attended', 30), act('demo-attended', 10)]

    expect(engagementOf({ activity: 'demo-attended' }, activities)).toBe(5)
  })

  test('looks only at the kinds and categories it names', () => {
    const rule = { activity: ['page-viewed', 'content-downloaded'], category: 'pricing' }

    expect(engagementOf(rule, [act('content-downloaded', 0, 'pricing')])).toBe(10)
    expect(engagementOf(rule, [act('page-viewed', 0, 'blog')])).toBe(0)
    expect(engagementOf(rule, [act('email-opened', 0, 'pricing')])).toBe(0)
  })

  test('waits for enough of them within the window', () => {
    const rule = { activity: 'email-opened', atLeast: { times: 3, withinDays: 30 } }
    const opened = [act('email-opened', 0), act('email-opened', 10)]

    expect(engagementOf(rule, opened)).toBe(0)
    expect(engagementOf(rule, [...opened, act('email-opened', 31)])).toBe(0)
    expect(engagementOf(rule, [...opened, act('email-opened', 30)])).toBe(10)
  })

  test('counts every occurrence up to the most, each from its own day', () => {
    const rule = { activity: 'email-replied', repeated: { maxTimes: 2 } }
    const replies = [act('email-replied', 10), act('email-replied', 0), act('email-replied', 20)]

    expect(engagementOf(rule, replies)).toBe(15)
  })

  test('does not see what lies in the future', () => {
    expect(engagementOf({ activity: 'demo-attended' }, [act('demo-attended', -1)])).toBe(0)
  })

  test('keeps its negative points for good where they do not decay', () => {
    const model = sampleModel({
      engagementRules: [{ activity: 'unsubscribed', points: -10, decays: false }],
    })

    const score = model.evaluate(
      { facts: { role: 'x' }, activities: [act('unsubscribed', 300)] },
      NOW,
    )

    expect(score.reasons.map(({ points }) => points)).toEqual([10, -10])
    expect(score.nextChangeAt).toBeUndefined()
  })
})

describe('the lines of a score', () => {
  test('show the cap of a group and of an axis as lines of their own', () => {
    const model = sampleModel({
      fitRules: [
        { fact: 'role', present: true, points: 30 },
        { fact: 'role', equals: 'x', points: 20 },
      ],
      fitGroup: { cap: 45 },
      fitCap: 40,
    })

    const { fit, reasons } = model.evaluate({ facts: { role: 'x' }, activities: [] }, NOW)

    expect(fit).toBe(40)
    expect(reasons.map(({ kind, rule, points }) => [kind, rule, points])).toEqual([
      ['rule', 'fit-0', 30],
      ['rule', 'fit-1', 20],
      ['cap', 'who', -5],
      ['cap', 'fit', -5],
    ])
  })

  test('show the floor of a group', () => {
    const model = sampleModel({
      fitRules: [{ fact: 'role', present: true, points: -30 }],
      fitGroup: { floor: -20 },
      engagementRules: [{ activity: 'demo-attended', points: 50 }],
    })
    const activities = [act('demo-attended', 0)]

    const { score, reasons } = model.evaluate({ facts: { role: 'x' }, activities }, NOW)

    expect(score).toBe(30)
    expect(reasons.map(({ kind, points }) => [kind, points])).toEqual([
      ['rule', -30],
      ['floor', 10],
      ['rule', 50],
    ])
  })

  test('show what is above 100 as a line of neither axis', () => {
    const model = sampleModel({
      fitRules: [{ fact: 'role', present: true, points: 70 }],
      engagementRules: [{ activity: 'demo-attended', points: 50 }],
    })
    const activities = [act('demo-attended', 0)]

    const { score, fit, engagement, reasons } = model.evaluate(
      { facts: { role: 'x' }, activities },
      NOW,
    )

    expect([score, fit, engagement]).toEqual([100, 70, 50])
    expect(reasons.at(-1)).toMatchObject({ axis: 'total', kind: 'cap', points: -20 })
  })

  test('show what is below 0 as a line of neither axis', () => {
    const model = sampleModel({
      fitRules: [{ fact: 'role', present: true, points: -30 }],
      engagementRules: [{ activity: 'demo-attended', points: 10 }],
    })
    const activities = [act('demo-attended', 0)]

    const { score, fit, engagement, reasons } = model.evaluate(
      { facts: { role: 'x' }, activities },
      NOW,
    )

    expect([score, fit, engagement]).toEqual([0, -30, 10])
    expect(reasons.at(-1)).toMatchObject({ axis: 'total', kind: 'floor', points: 20 })
  })

  test('say when the latest activity behind them happened', () => {
    const activities = [act('demo-attended', 4), act('demo-attended', 2)]

    const { reasons } = sampleModel().evaluate({ facts: {}, activities }, NOW)

    expect(reasons[0]?.at).toBe(NOW - 2 * DAY_MS)
  })

  test('leave out what has faded to nothing', () => {
    const activities = [act('demo-attended', 300)]

    const { engagement, reasons } = sampleModel().evaluate({ facts: {}, activities }, NOW)

    expect(engagement).toBe(0)
    expect(reasons).toEqual([])
  })
})

describe('grade and tier', () => {
  const model = sampleModel({
    fitRules: [{ fact: 'role', equals: 'buyer', points: 45 }],
    engagementRules: [{ activity: 'demo-attended', points: 80 }],
  })

  test('a person who matches and takes part is sales-ready', () => {
    const score = model.evaluate(
      { facts: { role: 'buyer' }, activities: [act('demo-attended', 0)] },
      NOW,
    )

    expect([score.grade, score.tier]).toEqual(['A1', 'sales-ready'])
  })

  test('no amount of activity makes somebody who does not match sales-ready', () => {
    const score = model.evaluate({ facts: {}, activities: [act('demo-attended', 0)] }, NOW)

    expect([score.score, score.grade, score.tier]).toEqual([80, 'C1', 'nurture'])
  })

  test('a match nobody heard from is not sales-ready', () => {
    const score = model.evaluate({ facts: { role: 'buyer' }, activities: [] }, NOW)

    expect([score.grade, score.tier]).toEqual(['A3', 'nurture'])
  })
})
