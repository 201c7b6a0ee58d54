import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CompiledModel, Score, Subject } from '#src/scoring/score.ts'
import { anyModel, anySubject } from './random-models.ts'
import { DAY_MS, NOW, sampleModel } from './sample-model.ts'

const visible = ({ score, fit, engagement, grade, tier }: Score): string =>
  [score, fit, engagement, grade, tier].join()

/** Looks at every second in turn. */
function bruteForce(model: CompiledModel, subject: Subject, seconds: number): number | undefined {
  const before = visible(model.evaluate(subject, NOW))
  for (let second = 1; second <= seconds; second += 1) {
    const at = NOW + second * 1_000
    if (visible(model.evaluate(subject, at)) !== before) return at
  }
  return undefined
}

describe('the next change', () => {
  test('is the very second that looking at every second finds', () => {
    const minutes = { longestDays: 0.01 }
    // Ten times the longest half-life and window: by then everything has faded.
    const seconds = 10 * 864
    fc.assert(
      fc.property(anyModel(minutes), anySubject(minutes), (model, subject) => {
        expect(model.evaluate(subject, NOW).nextChangeAt).toBe(bruteForce(model, subject, seconds))
      }),
      { numRuns: 300 },
    )
  })

  test('is found where one group fades while another recovers and the sum turns round', () => {
    const model = sampleModel({
      engagementGroup: { halfLifeDays: 1 },
      engagementRules: [{ activity: 'email-bounced', points: -4 }],
      moreEngagementGroups: [
        { halfLifeDays: 20, rules: [{ activity: 'demo-attended', points: 30 }] },
      ],
    })
    const activities = (['email-bounced', 'demo-attended'] as const).map((kind) => ({
      kind,
      category: 'other' as const,
      at: NOW - DAY_MS / 2,
    }))
    const subject = { facts: {}, activities }

    const { engagement, nextChangeAt } = model.evaluate(subject, NOW)

    expect(model.evaluate(subject, NOW + DAY_MS).engagement).toBe(engagement)
    expect(nextChangeAt).toBe(bruteForce(model, subject, 5 * 86_400))
  })

  test('is the end of a window when that comes before decay shows', () => {
    const model = sampleModel({
      engagementGroup: { halfLifeDays: 3_000 },
      engagementRules: [{ activity: 'email-opened', atLeast: { times: 2, withinDays: 30 } }],
    })
    const opened = (daysAgo: number) =>
      ({ kind: 'email-opened', category: 'other', at: NOW - daysAgo * DAY_MS }) as const

    const { nextChangeAt } = model.evaluate({ facts: {}, activities: [opened(29), opened(1)] }, NOW)

    expect(nextChangeAt).toBe(NOW + DAY_MS + 1_000)
  })

  test('is never for a record that nothing dated counts for', () => {
    const score = sampleModel().evaluate({ facts: { role: 'x' }, activities: [] }, NOW)

    expect(score.score).toBe(10)
    expect(score.nextChangeAt).toBeUndefined()
  })

  test('sees an activity that is dated in the future come due', () => {
    const at = NOW + 5 * DAY_MS
    const activities = [{ kind: 'demo-attended', category: 'demo', at }] as const

    const score = sampleModel().evaluate({ facts: {}, activities }, NOW)

    expect(score.engagement).toBe(0)
    expect(score.nextChangeAt).toBe(at)
  })
})
