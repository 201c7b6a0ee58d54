import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CompiledModel, Score, Subject } from '#src/scoring/score.ts'
import { anySubject, anyWrittenModel, compiled } from './random-models.ts'
import { DAY_MS, NOW, sampleModel, sampleYaml } from './sample-model.ts'

/** Whether one reading visibly differs from another: beyond the tolerance, or in grade or tier. */
function differs(one: Score, other: Score, tolerance: number): boolean {
  const far = (['score', 'fit', 'engagement'] as const).some(
    (key) => Math.abs(one[key] - other[key]) > tolerance,
  )
  return far || one.grade !== other.grade || one.tier !== other.tier
}

/** Looks at every second in turn. */
function bruteForce(
  model: CompiledModel,
  subject: Subject,
  { seconds, tolerance = 0 }: { readonly seconds: number; readonly tolerance?: number },
): number | undefined {
  const before = model.evaluate(subject, NOW)
  for (let second = 1; second <= seconds; second += 1) {
    const at = NOW + second * 1_000
    if (differs(model.evaluate(subject, at), before, tolerance)) return at
  }
  return undefined
}

describe('the next change', () => {
  test('is the very second that looking at every second finds', () => {
    const minutes = { longestDays: 0.01 }
    // Ten times the longest half-life and window: by then everything has faded.
    const seconds = 10 * 864
    fc.assert(
      fc.property(
        anyWrittenModel(minutes),
        anySubject(minutes),
        fc.integer({ min: 0, max: 5 }),
        (written, subject, tolerance) => {
          const model = compiled(written, { tolerance })

          const { nextChangeAt } = model.evaluate(subject, NOW)

          expect(nextChangeAt).toBe(bruteForce(model, subject, { seconds, tolerance }))
        },
      ),
      { numRuns: 150 },
    )
  })

  test('is the same seconds after a window closes on a rule that does not fade', () => {
    const model = sampleModel({
      engagementRules: [
        { activity: 'email-opened', distinctDays: { days: 2, withinDays: 3 }, decays: false },
      ],
    })
    const at = (hoursAgo: number) => NOW - hoursAgo * 3_600_000
    const opened = [20, 40].map(
      (hours) => ({ kind: 'email-opened', category: 'other', at: at(hours) }) as const,
    )
    const subject = { facts: {}, activities: opened }

    const { nextChangeAt } = model.evaluate(subject, NOW)

    expect(nextChangeAt).toBe(bruteForce(model, subject, { seconds: 3 * 86_400 }))
    expect(nextChangeAt).toBe(at(40) + 3 * DAY_MS + 1_000)
  })

  test('waits until the score moves by more than the tolerance', () => {
    const subject = {
      facts: {},
      activities: [{ kind: 'demo-attended', category: 'demo', at: NOW }] as const,
    }
    const [exact, lenient] = [0, 4].map((tolerance) => {
      const model = compiled(JSON.parse(sampleYaml()), { tolerance })
      const at = model.evaluate(subject, NOW).nextChangeAt ?? 0
      return model.evaluate(subject, at).engagement
    })

    expect([exact, lenient]).toEqual([9, 5])
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
