import fc from 'fast-check'
import type { Activity } from '#src/ports.ts'
import { compileModel } from '#src/scoring/compile-model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import type { CompiledModel, Subject } from '#src/scoring/score.ts'
import { DAY_MS, NOW } from './sample-model.ts'

/** Lengths are parts of a day, so that a second-by-second search ends soon. */
export interface Scale {
  readonly longestDays: number
}

const KINDS = ['page-viewed', 'email-opened', 'email-replied', 'demo-attended'] as const
const CATEGORIES = ['pricing', 'blog', 'careers', 'other'] as const

const points = (positiveOnly: boolean): fc.Arbitrary<number> =>
  positiveOnly
    ? fc.integer({ min: 1, max: 40 })
    : fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: -40, max: -1 }))

const factCondition = (scale: Scale): fc.Arbitrary<object> =>
  fc.oneof(
    fc.constantFrom('a', 'b', 'c').map((equals) => ({ fact: 'role', equals })),
    fc.subarray(['a', 'b', 'c'], { minLength: 1 }).map((codes) => ({ fact: 'role', in: codes })),
    fc.integer({ min: 0, max: 100 }).map((min) => ({ fact: 'size', range: { min } })),
    fc.constant({ fact: 'size', missing: true }),
    days(scale).map((dateWithinDays) => ({ fact: 'createdAt', dateWithinDays })),
  )

const days = ({ longestDays }: Scale): fc.Arbitrary<number> =>
  fc.integer({ min: 1, max: 1_000 }).map((part) => (part / 1_000) * longestDays)

const activityCondition = (scale: Scale): fc.Arbitrary<object> =>
  fc
    .tuple(
      fc.subarray([...KINDS], { minLength: 1, maxLength: 2 }),
      fc.option(fc.subarray([...CATEGORIES], { minLength: 1 }), { nil: undefined }),
      fc.oneof(
        fc.constant({}),
        days(scale).map((withinDays) => ({ latest: { withinDays } })),
        fc
          .tuple(fc.integer({ min: 1, max: 4 }), days(scale))
          .map(([times, withinDays]) => ({ atLeast: { times, withinDays } })),
        fc
          .tuple(fc.integer({ min: 1, max: 4 }), fc.option(days(scale), { nil: undefined }))
          .map(([maxTimes, withinDays]) => ({ repeated: { maxTimes, withinDays } })),
      ),
    )
    .map(([activity, category, operator]) => ({ activity, category, ...operator }))

const limits = fc.record({
  cap: fc.integer({ min: 0, max: 60 }),
  floor: fc.integer({ min: -60, max: 0 }),
})

const text = { reason: 'A reason', because: 'For the test.' }
const advice = { label: 'Tier', nextAction: 'none' }

/** Any model the language can say, more or less. */
export function anyModel(
  scale: Scale,
  { positiveOnly = false }: { positiveOnly?: boolean } = {},
): fc.Arbitrary<CompiledModel> {
  const fitRule = fc
    .tuple(points(positiveOnly), factCondition(scale))
    .map(([worth, condition]) => ({ ...text, points: worth, ...condition }))
  const engagementRule = fc
    .tuple(points(positiveOnly), activityCondition(scale), fc.boolean())
    .map(([worth, condition, decays]) => ({
      ...text,
      points: worth,
      decays: worth > 0 || decays,
      ...condition,
    }))
  const groups = (rule: fc.Arbitrary<object>): fc.Arbitrary<object[]> =>
    fc.array(
      fc
        .tuple(limits, fc.array(rule, { minLength: 1, maxLength: 4 }), days(scale))
        .map(([limit, rules, halfLifeDays]) => ({ ...limit, rules, halfLifeDays })),
      { minLength: 1, maxLength: 3 },
    )
  return fc
    .tuple(groups(fitRule), groups(engagementRule), limits, limits)
    .map(([fit, engagement, fitLimits, engagementLimits]) =>
      compile({ fit, engagement, fitCap: fitLimits.cap, engagementCap: engagementLimits.cap }),
    )
}

function compile(parts: {
  fit: readonly object[]
  engagement: readonly object[]
  fitCap: number
  engagementCap: number
}): CompiledModel {
  const fit = named('f', parts.fit).map(({ halfLifeDays: _halfLifeDays, ...group }) => group)
  const most = Math.min(100, parts.fitCap + parts.engagementCap)
  const model = {
    id: 'random',
    version: 1,
    audience: 'employer',
    description: 'For tests.',
    fit: { cap: parts.fitCap, groups: fit },
    engagement: { cap: parts.engagementCap, groups: named('e', parts.engagement) },
    grades: { fit: { A: 40, B: 20 }, engagement: { 1: 30, 2: 12 } },
    tiers: {
      'sales-ready': { score: Math.max(1, Math.floor(most / 2)), fit: 0, engagement: 0, ...advice },
      nurture: { score: 0, ...advice },
      unqualified: advice,
    },
  }
  // A model that can score nothing at all cannot have a reachable tier; keep the caps above 1.
  if (most < 1) model.fit.cap = 1
  return compileModel(parseModel(JSON.stringify(model), 'random.yaml'))
}

function named(prefix: string, groups: readonly object[]): Record<string, unknown>[] {
  return groups.map((group, groupIndex) => {
    const rules = Reflect.get(group, 'rules') as readonly object[]
    const id = `${prefix}${groupIndex}`
    return { ...group, id, rules: rules.map((rule, index) => ({ ...rule, id: `${id}-${index}` })) }
  })
}

function anyActivities(scale: Scale): fc.Arbitrary<Activity[]> {
  const spanSeconds = Math.floor((scale.longestDays * DAY_MS) / 1_000)
  return fc.array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      category: fc.constantFrom(...CATEGORIES),
      at: fc
        .integer({ min: -spanSeconds * 1_000, max: spanSeconds * 300 })
        .map((offset) => NOW + offset),
    }),
    { maxLength: 12 },
  )
}

export function anySubject(scale: Scale): fc.Arbitrary<Subject> {
  const spanMs = scale.longestDays * DAY_MS
  const facts = fc.record(
    {
      role: fc.constantFrom('a', 'b', 'c'),
      size: fc.integer({ min: 0, max: 100 }),
      createdAt: fc
        .integer({ min: -Math.floor(spanMs), max: Math.floor(spanMs / 4) })
        .map((offset) => NOW + offset),
    },
    { requiredKeys: [] },
  )
  return fc.record({ facts, activities: anyActivities(scale) })
}
