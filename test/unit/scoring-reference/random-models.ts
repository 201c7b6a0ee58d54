import fc from 'fast-check'
import { ACTIVITY_CATEGORIES, type Activity, type FactValue } from '#src/ports.ts'
import { SCORABLE_KINDS } from '#src/scoring/scorable-kinds.ts'
import { DAY_MS } from './activity-questions.ts'
import type { RecordGiven, WrittenModel } from './written-model.ts'

export const NOW = Date.UTC(2026, 2, 1, 12)

// Few names, so that rules and records meet; the kinds hold signs of life and what is none.
const KINDS = SCORABLE_KINDS.filter((_, index) => index % 4 === 0 || index >= 20)
const CATEGORIES = ACTIVITY_CATEGORIES.slice(0, 4)
const CODES = ['lead', 'buyer', 'vp benefits', 'Head, Bénéfits & HR', 'none']
const PHRASES = ['benefits', 'VP Benefits', 'benefits hr', 'buyer', 'hr benefits', 'bene']
const NUMBERS = [0, 5, 50, 199.5, 1_000]
const FACTS = ['role', 'size', 'lifecycle', 'createdAt', 'active']

const points = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: -60, max: -1 }))
const wholeDays = fc.integer({ min: 1, max: 120 })
const days = fc.oneof(wholeDays, fc.double({ min: 0.01, max: 120, noNaN: true }))
const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined })
const oneOrMore = <Value>(values: readonly Value[]): fc.Arbitrary<Value | Value[]> =>
  fc.oneof(fc.constantFrom(...values), fc.subarray([...values], { minLength: 1 }))

const codes = fc.uniqueArray(fc.constantFrom<string | number>(...CODES, ...NUMBERS), {
  minLength: 1,
  maxLength: 3,
})
const range = fc
  .tuple(fc.constantFrom(...NUMBERS), fc.constantFrom(...NUMBERS), fc.constantFrom(1, 2, 3))
  .map(([one, other, ends]) => ({
    ...(ends === 2 ? {} : { min: Math.min(one, other) }),
    ...(ends === 1 ? {} : { max: Math.max(one, other) }),
  }))

const factCondition = fc.oneof(
  fc.constantFrom<string | number | boolean>(...CODES, ...NUMBERS, true, false).map((equals) => ({
    equals,
  })),
  codes.map((listed) => ({ in: listed })),
  range.map((ends) => ({ range: ends })),
  fc.constantFrom('plain', 'titles', 'both').map((inList) => ({ inList })),
  oneOrMore(PHRASES).map((containsWord) => ({ containsWord })),
  fc.constant({ missing: true }),
  fc.constant({ present: true }),
  days.map((dateWithinDays) => ({ dateWithinDays })),
)

const fitRule = fc
  .tuple(points, fc.constantFrom(...FACTS), factCondition)
  .map(([worth, fact, condition]) => ({ points: worth, fact, ...condition }))

const selection = fc.record(
  { activity: oneOrMore(KINDS), category: oneOrMore(CATEGORIES) },
  { requiredKeys: ['activity'] },
)
const windowed = <Part extends object>(part: fc.Arbitrary<Part>): fc.Arbitrary<object> =>
  fc
    .tuple(part, optional(days))
    .map(([rest, withinDays]) => (withinDays === undefined ? rest : { ...rest, withinDays }))

const way = fc.oneof(
  fc.constant({}),
  windowed(fc.constant({})).map((latest) => ({ latest })),
  windowed(fc.record({ times: fc.integer({ min: 1, max: 4 }) })).map((atLeast) => ({ atLeast })),
  windowed(fc.record({ maxTimes: fc.integer({ min: 1, max: 4 }) })).map((repeated) => ({
    repeated,
  })),
  windowed(fc.record({ days: fc.integer({ min: 2, max: 4 }) })).map((distinctDays) => ({
    distinctDays,
  })),
  fc.tuple(selection, days).map(([first, withinDays]) => ({ after: { ...first, withinDays } })),
)

/** "A rule that gives points may say so only where it has a window." */
function mayKeep(worth: number, counted: object): boolean {
  if (worth < 0) return true
  return Object.entries(counted).some(
    ([name, args]: [string, object]) => name !== 'after' && 'withinDays' in args,
  )
}

const engagementRule = fc
  .tuple(points, selection, way, fc.boolean())
  .map(([worth, selected, counted, decays]) => ({
    points: worth,
    ...selected,
    ...counted,
    ...(!decays && mayKeep(worth, counted) ? { decays: false } : {}),
  }))

const limits = fc.record(
  { cap: fc.integer({ min: 0, max: 100 }), floor: fc.integer({ min: -100, max: 0 }) },
  { requiredKeys: [] },
)
const decay = fc.oneof(
  days.map((halfLifeDays) => ({ halfLifeDays })),
  fc.integer({ min: 1, max: 99 }).map((percentPerQuarter) => ({ percentPerQuarter })),
)
const said = { reason: 'A reason', because: 'For the test.' }

type Parts = readonly object[]
const rulesOf = (rule: fc.Arbitrary<object>): fc.Arbitrary<Parts> =>
  fc.array(rule, { minLength: 1, maxLength: 4 })
const fitGroups = fc.array(
  fc.tuple(limits, rulesOf(fitRule)).map(([limit, rules]) => ({ ...limit, rules })),
  { minLength: 1, maxLength: 3 },
)
const engagementGroups = fc.array(
  fc
    .tuple(limits, decay, rulesOf(engagementRule))
    .map(([limit, fading, rules]) => ({ ...limit, ...fading, rules })),
  { maxLength: 3 },
)

/** Steps from fewer days to more and from more points to fewer, with an `otherwise` not above them. */
const recency = fc
  .tuple(
    fc.uniqueArray(wholeDays, { minLength: 1, maxLength: 3 }),
    fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 4 }),
    fc.record(
      { activity: oneOrMore(KINDS), category: oneOrMore(CATEGORIES) },
      { requiredKeys: [] },
    ),
    fc.boolean(),
  )
  .map(([widths, worths, selected, hasOtherwise]) => {
    const falling = worths.toSorted((a, b) => b - a)
    const steps = widths
      .toSorted((a, b) => a - b)
      .map((withinDays, index) => ({ withinDays, points: falling[index] ?? 0, ...said }))
    const last = steps.at(-1)?.points ?? 0
    const otherwise = { points: Math.min(last, falling[3] ?? 0), ...said }
    return { ...selected, steps, ...(hasOtherwise || last < 0 ? { otherwise } : {}) }
  })

const stage = (some: readonly string[]): fc.Arbitrary<object | undefined> =>
  optional(
    fc
      .tuple(fc.integer({ min: -20, max: 20 }), fc.subarray([...some], { minLength: 1 }))
      .map(([worth, means]) => ({ codes: means, points: worth, ...said })),
  )
const lifecycle = fc
  .record({
    researching: stage(['none', 'lead']),
    evaluating: stage(['buyer']),
    ready: stage(['vp benefits']),
  })
  .map((stages) => ({ fact: 'lifecycle', stages: defined(stages) }))

const adjustments = fc
  .record({ recency: optional(recency), lifecycle: optional(lifecycle) })
  .map(defined)

const tiers = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 30 }), optional(fc.boolean()))
  .map(([score, axis, nurtureAsks]) => {
    const advice = { label: 'Tier', nextAction: 'none' }
    const asked =
      nurtureAsks === undefined ? {} : { [nurtureAsks ? 'fit' : 'engagement']: axis >> 1 }
    return {
      'sales-ready': { score, fit: axis, engagement: axis, ...advice },
      nurture: { score: score >> 1, ...asked, ...advice },
      unqualified: advice,
    }
  })

/** Any model that the guide allows, as it would be written. */
export const anyModel: fc.Arbitrary<WrittenModel> = fc
  .record({
    fitLimits: limits,
    engagementLimits: limits,
    fit: fitGroups,
    engagement: engagementGroups,
    adjustments,
    tiers,
  })
  .map(({ fitLimits, engagementLimits, fit, engagement, adjustments: added, tiers: asked }) => ({
    id: 'random',
    version: 1,
    audience: 'employer',
    description: 'For the test.',
    lists: {
      plain: ['lead', 5],
      titles: { words: ['VP benefits', 'HR'] },
      both: { codes: ['buyer', 50], words: ['benefits'] },
    },
    fit: { ...reachable(fitLimits), groups: named('fit', fit) },
    engagement: { ...reachable(engagementLimits), groups: named('engaged', engagement) },
    adjustments: added,
    grades: { fit: { A: 40, B: 20 }, engagement: { 1: 30, 2: 12 } },
    tiers: asked,
  }))
  // Every part is an arbitrary of plain objects; that they fit is what parsing the model proves.
  .map((written) => written as unknown as WrittenModel)

/** "No tier may ask for more than the model can give." */
function reachable({ cap, floor }: { cap?: number; floor?: number }): object {
  return defined({ cap: cap === undefined ? undefined : Math.max(30, cap), floor })
}

function defined(parts: object): object {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
}

function named(prefix: string, groups: readonly { readonly rules: Parts }[]): Parts {
  return groups.map((group, place) => ({
    ...group,
    id: `${prefix}-${place}`,
    rules: group.rules.map((rule, index) => ({
      ...said,
      ...rule,
      id: `${prefix}-${place}-${index}`,
    })),
  }))
}

/** Near now and far, at the ends of windows to the millisecond, and some still to come. */
const instant = fc.oneof(
  fc.integer({ min: 0, max: 130 * DAY_MS }).map((age) => NOW - age),
  fc.integer({ min: -3, max: 130 }).map((age) => NOW - age * DAY_MS),
  fc.integer({ min: 0, max: 5 * DAY_MS }).map((age) => NOW - age),
)

const activity: fc.Arbitrary<Activity> = fc.record({
  kind: fc.constantFrom(...KINDS),
  category: fc.constantFrom(...CATEGORIES),
  at: instant,
})

const fact: fc.Arbitrary<FactValue> = fc.oneof(
  fc.constantFrom<FactValue>(...CODES, ...NUMBERS, true, false),
  fc.subarray(CODES, { minLength: 1 }),
  instant,
)

/** Any record: facts of every kind, activities in any order. */
export const anyRecord: fc.Arbitrary<RecordGiven> = fc.record({
  facts: fc.dictionary(fc.constantFrom(...FACTS), fact, { maxKeys: FACTS.length }),
  activities: fc.array(activity, { maxLength: 14 }),
})
