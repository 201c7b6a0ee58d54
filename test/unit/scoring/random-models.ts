import fc from 'fast-check'
import type { Activity } from '#src/ports.ts'
import {
  type CompileOptions,
  compileModel,
  type ExplainableModel,
} from '#src/scoring/compile-model.ts'
import type { EngagementRule } from '#src/scoring/model-rules.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import type { Subject } from '#src/scoring/score.ts'
import { DAY_MS, NOW } from './sample-model.ts'

/** Lengths are parts of a day, so that a second-by-second search ends soon. */
export interface Scale {
  readonly longestDays: number
}

export type WrittenModel = Readonly<Record<string, unknown>>

const KINDS = [
  'page-viewed',
  'email-opened',
  'email-replied',
  'demo-attended',
  'unsubscribed',
] as const
const CATEGORIES = ['pricing', 'blog', 'careers', 'other'] as const

const anyPoints: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: -40, max: -1 }),
)

const days = ({ longestDays }: Scale): fc.Arbitrary<number> =>
  fc.integer({ min: 1, max: 1_000 }).map((part) => (part / 1_000) * longestDays)

const maybeDays = (scale: Scale) => fc.option(days(scale), { nil: undefined })

const someKinds = fc.subarray([...KINDS], { minLength: 1, maxLength: 2 })
const someCategories = fc.option(fc.subarray([...CATEGORIES], { minLength: 1 }), {
  nil: undefined,
})

const factCondition = (scale: Scale): fc.Arbitrary<object> =>
  fc.oneof(
    fc.constantFrom('a', 'b', 'c').map((equals) => ({ fact: 'role', equals })),
    fc.subarray(['a', 'b', 'c'], { minLength: 1 }).map((codes) => ({ fact: 'role', in: codes })),
    fc.constantFrom('codes', 'words').map((inList) => ({ fact: 'role', inList })),
    fc.constantFrom('a', 'vice b').map((containsWord) => ({ fact: 'role', containsWord })),
    fc.integer({ min: 0, max: 100 }).map((min) => ({ fact: 'size', range: { min } })),
    fc.constant({ fact: 'size', missing: true }),
    fc.constant({ fact: 'createdAt', present: true }),
    days(scale).map((dateWithinDays) => ({ fact: 'createdAt', dateWithinDays })),
  )

const activityOperator = (scale: Scale): fc.Arbitrary<object> =>
  fc.oneof(
    fc.constant({}),
    days(scale).map((withinDays) => ({ latest: { withinDays } })),
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), maybeDays(scale))
      .map(([times, withinDays]) => ({ atLeast: { times, withinDays } })),
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), maybeDays(scale))
      .map(([maxTimes, withinDays]) => ({ repeated: { maxTimes, withinDays } })),
    fc
      .tuple(fc.integer({ min: 2, max: 3 }), maybeDays(scale))
      .map(([number, withinDays]) => ({ distinctDays: { days: number, withinDays } })),
    fc
      .tuple(someKinds, someCategories, days(scale))
      .map(([activity, category, withinDays]) => ({ after: { activity, category, withinDays } })),
  )

const limits = fc.record(
  { cap: fc.integer({ min: 0, max: 60 }), floor: fc.integer({ min: -60, max: 0 }) },
  { requiredKeys: [] },
)

const said = { reason: 'A reason', because: 'For the test.' }
const advice = { label: 'Tier', nextAction: 'none' }

const decay = (scale: Scale): fc.Arbitrary<object> =>
  fc.oneof(
    days(scale).map((halfLifeDays) => ({ halfLifeDays })),
    // A quarter is long: only for models whose changes are not looked for second by second.
    ...(scale.longestDays < 1
      ? []
      : [fc.integer({ min: 1, max: 99 }).map((percentPerQuarter) => ({ percentPerQuarter }))]),
  )

const fitRule = (scale: Scale) =>
  fc.tuple(anyPoints, factCondition(scale)).map(([points, condition]) => ({
    ...said,
    points,
    ...condition,
  }))

const engagementRule = (scale: Scale) =>
  fc
    .tuple(anyPoints, someKinds, someCategories, activityOperator(scale), fc.boolean())
    .map(([points, activity, category, operator, decays]) => ({
      ...said,
      points,
      activity,
      category,
      ...operator,
      decays: decays || (points > 0 && !JSON.stringify(operator).includes('withinDays')),
    }))
    .map((rule) => ('after' in rule && rule.points > 0 ? { ...rule, decays: true } : rule))

const adjustments = (scale: Scale) =>
  fc.record(
    {
      recency: fc
        .tuple(
          days(scale),
          days(scale),
          fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3, maxLength: 3 }),
        )
        .map(([one, other, points]) => recency([one, other + one], points)),
      lifecycle: fc
        .array(fc.integer({ min: -10, max: 10 }), { minLength: 2, maxLength: 2 })
        .map(([researching, ready]) => ({
          fact: 'role',
          stages: {
            researching: { codes: ['a'], points: researching, ...said },
            ready: { codes: ['b', 'c'], points: ready, ...said },
          },
        })),
    },
    { requiredKeys: [] },
  )

function recency(withinDays: readonly number[], points: readonly number[]) {
  const falling = points.toSorted((a, b) => b - a)
  return {
    steps: withinDays.map((within, index) => ({
      withinDays: within,
      points: falling[index],
      ...said,
    })),
    otherwise: { points: falling[2], ...said },
  }
}

/** Any model the language can say, more or less, as it would be written. */
export function anyWrittenModel(scale: Scale): fc.Arbitrary<WrittenModel> {
  const groups = (rule: fc.Arbitrary<object>, fading: fc.Arbitrary<object>) =>
    fc.array(
      fc
        .tuple(limits, fc.array(rule, { minLength: 1, maxLength: 4 }), fading)
        .map(([limit, rules, fades]) => ({ ...limit, ...fades, rules })),
      { minLength: 1, maxLength: 3 },
    )
  return fc
    .tuple(
      groups(fitRule(scale), fc.constant({})),
      groups(engagementRule(scale), decay(scale)),
      limits,
      limits,
      adjustments(scale),
      fc.record({ score: fc.integer({ min: 1, max: 40 }), least: fc.integer({ min: 0, max: 20 }) }),
    )
    .map(([fit, engagement, fitLimits, engagementLimits, adjusted, tier]) => ({
      id: 'random',
      version: 1,
      audience: 'employer',
      description: 'For tests.',
      lists: { codes: ['a', 'b'], words: { words: ['a', 'vice b'] } },
      fit: { ...fitLimits, cap: Math.max(20, fitLimits.cap ?? 100), groups: named('f', fit) },
      engagement: {
        ...engagementLimits,
        cap: Math.max(20, engagementLimits.cap ?? 100),
        groups: named('e', engagement),
      },
      adjustments: adjusted,
      grades: { fit: { A: 40, B: 20 }, engagement: { 1: 30, 2: 12 } },
      tiers: {
        'sales-ready': { score: tier.score, fit: tier.least, engagement: tier.least, ...advice },
        nurture: { score: tier.score - 1, ...advice },
        unqualified: advice,
      },
    }))
}

/** Any model, ready to evaluate. */
export function anyModel(scale: Scale): fc.Arbitrary<ExplainableModel> {
  return anyWrittenModel(scale).map((model) => compiled(model))
}

/** YAML is a superset of JSON. */
export function compiled(model: WrittenModel, options?: CompileOptions): ExplainableModel {
  return compileModel(parseModel(JSON.stringify(model), 'random.yaml'), options)
}

function named(prefix: string, groups: readonly { readonly rules: readonly object[] }[]) {
  return groups.map((group, groupIndex) => {
    const id = `${prefix}${groupIndex}`
    const rules = group.rules.map((rule, index) => ({ ...rule, id: `${id}-${index}` }))
    return { ...group, id, rules }
  })
}

/** Whether no rule takes points off for an activity of this kind and category, now or later. */
export function isPositive(model: ExplainableModel, { kind, category }: Activity): boolean {
  const looksAt = ({
    activity,
    category: categories,
  }: Pick<EngagementRule, 'activity' | 'category'>) =>
    activity.includes(kind) && (categories?.includes(category) ?? true)
  return model.source.engagement.groups.every(({ rules }) =>
    rules.every((rule) => {
      if (rule.points > 0) return true
      const after = rule.after as Pick<EngagementRule, 'activity' | 'category'> | undefined
      return !looksAt(rule) && (after === undefined || !looksAt(after))
    }),
  )
}

export function anyActivity(scale: Scale, latestMs = 0): fc.Arbitrary<Activity> {
  const spanSeconds = Math.floor((scale.longestDays * DAY_MS) / 1_000)
  return fc.record({
    kind: fc.constantFrom(...KINDS),
    category: fc.constantFrom(...CATEGORIES),
    at: fc.integer({ min: -spanSeconds * 1_000, max: latestMs }).map((offset) => NOW + offset),
  })
}

export function anySubject(scale: Scale): fc.Arbitrary<Subject> {
  const spanMs = scale.longestDays * DAY_MS
  const facts = fc.record(
    {
      role: fc.oneof(
        fc.constantFrom('a', 'b', 'c', 'Vice-B, north'),
        fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
      ),
      size: fc.integer({ min: 0, max: 100 }),
      createdAt: fc
        .integer({ min: -Math.floor(spanMs), max: Math.floor(spanMs / 4) })
        .map((offset) => NOW + offset),
    },
    { requiredKeys: [] },
  )
  const activities = fc.array(anyActivity(scale, Math.floor(spanMs * 0.3)), { maxLength: 12 })
  return fc.record({ facts, activities })
}
