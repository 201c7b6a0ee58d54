import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Activity, Facts } from '#src/ports.ts'
import { compileModel } from '#src/scoring/compile-model.ts'
import { explainScore, whatIf, withActivity, withFacts } from '#src/scoring/explain.ts'
import { missingFacts } from '#src/scoring/missing-facts.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import { pathToNextTier } from '#src/scoring/path-to-tier.ts'
import { anyModel, anySubject } from './random-models.ts'
import { DAY_MS, NOW, type SampleModel, sampleYaml } from './sample-model.ts'

const MONTHS = { longestDays: 120 }

const model = (sample: SampleModel) => compileModel(parseModel(sampleYaml(sample), 'sample.yaml'))
const act = (kind: Activity['kind'], daysAgo = 0): Activity => ({
  kind,
  category: 'other',
  at: NOW - daysAgo * DAY_MS,
})

describe('what faded', () => {
  test('is a line of its own after the line it faded from, with its date', () => {
    const activities = [act('demo-attended', 10), act('demo-attended', 30)]
    const sample = model({ engagementRules: [{ activity: 'demo-attended', points: 40 }] })

    const { lines } = explainScore(sample, { facts: {}, activities }, NOW)

    expect(lines.map(({ kind, points, at }) => [kind, points, at])).toEqual([
      ['rule', 40, NOW - 10 * DAY_MS],
      ['decay', -20, NOW - 10 * DAY_MS],
    ])
  })

  test('counts every repetition in full first', () => {
    const sample = model({
      engagementRules: [{ activity: 'email-replied', repeated: { maxTimes: 2 } }],
    })
    const activities = [act('email-replied'), act('email-replied', 10)]

    const { lines } = explainScore(sample, { facts: {}, activities }, NOW)

    expect(lines.map(({ points }) => points)).toEqual([20, -5])
  })
})

describe('missing facts', () => {
  const sized = {
    fitRules: [
      { fact: 'companySize', range: { min: 50, max: 499 }, points: 8 },
      { fact: 'companySize', range: { min: 200 }, points: 7 },
      { fact: 'industry', in: ['finance', 'retail'], points: 6 },
      { fact: 'role', equals: 'student', points: -20 },
    ],
  }

  test('say by how much they could raise the score, the most first', () => {
    const missing = missingFacts(model(sized), { facts: {}, activities: [] }, NOW)

    expect(missing.map(({ fact, upTo }) => [fact, upTo])).toEqual([
      ['companySize', 15],
      ['industry', 6],
    ])
  })

  test('count no more than a cap leaves room for', () => {
    const capped = model({ ...sized, fitGroup: { cap: 10 } })
    const subject = { facts: { industry: 'finance' }, activities: [] }

    expect(missingFacts(capped, subject, NOW)).toMatchObject([{ fact: 'companySize', upTo: 4 }])
  })

  test('are no more when they are known, whatever their value', () => {
    const facts = { companySize: 1, industry: 'other' }

    expect(missingFacts(model(sized), { facts, activities: [] }, NOW)).toEqual([])
  })

  test('never promise more than some value gives', () => {
    fc.assert(
      fc.property(anyModel(MONTHS), anySubject(MONTHS), (any, subject) => {
        const before = any.evaluate(subject, NOW).score
        for (const { fact, value, upTo } of missingFacts(any, subject, NOW)) {
          const known = withFacts(subject, { [fact]: value })

          expect(any.evaluate(known, NOW).score - before).toBe(upTo)
        }
      }),
    )
  })
})

describe('the path to the next tier', () => {
  const stepsOf = (sample: SampleModel, facts: Facts, activities: readonly Activity[] = []) => {
    const path = pathToNextTier(model(sample), { facts, activities }, NOW)
    return path?.reachable === true ? path.steps : path
  }

  test('takes one large step rather than two small ones', () => {
    const sample = {
      engagementRules: [
        { activity: 'email-clicked', points: 13 },
        { activity: 'email-replied', points: 14 },
        { activity: 'demo-attended', points: 26 },
      ],
    }

    expect(stepsOf(sample, {})).toMatchObject([{ acts: [{ kind: 'demo-attended' }], times: 1 }])
  })

  test('says how often something is done', () => {
    const sample = {
      fitRules: [{ fact: 'role', present: true, points: 5 }],
      engagementRules: [{ activity: 'email-replied', repeated: { maxTimes: 3 }, points: 10 }],
    }

    expect(stepsOf(sample, { role: 'x' })).toMatchObject([
      { kind: 'activity', times: 2, text: 'Reason of engagement 0' },
    ])
  })

  test('counts what was done already', () => {
    const sample = {
      engagementRules: [
        { activity: 'email-opened', atLeast: { times: 3, withinDays: 30 }, points: 30 },
      ],
    }
    const opened = [act('email-opened', 1), act('email-opened', 2)]

    expect(stepsOf(sample, {}, opened)).toMatchObject([{ kind: 'activity', times: 1 }])
  })

  test('knows that one thing has to come after another', () => {
    const sample = {
      engagementRules: [
        {
          activity: 'page-viewed',
          after: { activity: 'webinar-attended', withinDays: 7 },
          points: 30,
        },
      ],
    }

    expect(stepsOf(sample, {})).toMatchObject([
      { acts: [{ kind: 'webinar-attended' }, { kind: 'page-viewed' }], times: 1 },
    ])
  })

  test('asks for fit where activity alone is not enough', () => {
    const sample = {
      fitRules: [{ fact: 'role', equals: 'executive', points: 25 }],
      engagementRules: [{ activity: 'demo-attended', points: 90 }],
    }

    expect(stepsOf(sample, {}, [act('demo-attended')])).toMatchObject([
      { kind: 'fact', fact: 'role', value: 'executive' },
    ])
  })

  test('says why there is none', () => {
    const sample = { fitRules: [{ fact: 'role', equals: 'executive', points: 45 }] }
    const activities = [act('demo-attended')]
    const strong = { ...sample, engagementRules: [{ activity: 'demo-attended', points: 30 }] }

    expect(stepsOf(strong, { role: 'student' }, activities)).toEqual({
      tier: 'sales-ready',
      reachable: false,
      why: 'Fit can reach 0 and sales-ready starts at 20',
    })
  })

  test('is none for who is sales-ready', () => {
    const sample = {
      fitRules: [{ fact: 'role', present: true, points: 40 }],
      engagementRules: [{ activity: 'demo-attended', points: 40 }],
    }

    expect(stepsOf(sample, { role: 'x' }, [act('demo-attended')])).toBeUndefined()
  })

  test('leads there whenever it says so, and a step fewer does not', () => {
    fc.assert(
      fc.property(anyModel(MONTHS), anySubject(MONTHS), (any, subject) => {
        const path = pathToNextTier(any, subject, NOW)
        fc.pre(path?.reachable === true)
        const follow = (steps: typeof path.steps) =>
          steps.reduce((before, step) => {
            if (step.kind === 'fact') return withFacts(before, { [step.fact]: step.value })
            const acts = Array.from({ length: step.times }, () => step.acts).flat()
            return acts.reduce(
              (one, { kind, category }, index) =>
                withActivity(one, kind, category, NOW - (acts.length - 1 - index) * 1_000),
              before,
            )
          }, subject)

        expect(reached(any.evaluate(follow(path.steps), NOW).tier, path.tier)).toBe(true)
        for (const step of path.steps) {
          const fewer = follow(path.steps.filter((other) => other !== step))
          expect(reached(any.evaluate(fewer, NOW).tier, path.tier)).toBe(false)
        }
      }),
    )
  })
})

const ORDER = ['unqualified', 'nurture', 'sales-ready']
const reached = (tier: string, goal: string): boolean => ORDER.indexOf(tier) >= ORDER.indexOf(goal)

test('a what-if shows each line that would count otherwise', () => {
  const sample = model({
    engagementRules: [
      { activity: 'webinar-attended', points: 12 },
      { activity: 'demo-attended', points: 10 },
    ],
  })
  const subject = { facts: {}, activities: [act('demo-attended')] }

  const { before, after, changes } = whatIf(
    sample,
    subject,
    withActivity(subject, 'webinar-attended', 'webinar', NOW),
    NOW,
  )

  expect([before.score, after.score]).toEqual([10, 22])
  expect(changes).toMatchObject([{ rule: 'engagement-0', before: 0, after: 12 }])
})
