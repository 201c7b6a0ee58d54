import { stringify } from 'yaml'
import type { ActivityCategory, ActivityKind, NextAction } from '#src/ports.ts'

/** One condition of the model language on a fact. */
export interface FitCondition {
  readonly fact: string
  readonly equals?: string | boolean
  readonly in?: readonly string[]
  readonly inList?: 'seniors' | 'targets'
  readonly missing?: true
  readonly present?: true
  readonly range?: { readonly min?: number; readonly max?: number }
  readonly dateWithinDays?: number
}

/** One condition of the model language on activities. */
export interface ActivityCondition {
  readonly activity: readonly ActivityKind[]
  readonly category?: readonly ActivityCategory[]
  readonly atLeast?: { readonly times: number; readonly withinDays: number }
  readonly repeated?: { readonly maxTimes: number }
  readonly decays?: boolean
}

export interface BenchRule<Condition> {
  readonly id: string
  readonly points: number
  readonly reason: string
  readonly condition: Condition
}

export interface BenchGroup<Condition> {
  readonly id: string
  readonly cap: number
  readonly floor: number
  readonly halfLifeDays: number
  readonly rules: readonly BenchRule<Condition>[]
}

export const LISTS = {
  seniors: ['executive', 'finance-leader'],
  targets: ['healthcare', 'education'],
} as const

const FACTS: readonly FitCondition[] = [
  { fact: 'role', equals: 'benefits-leader' },
  { fact: 'role', in: ['hr-manager', 'eap-manager'] },
  { fact: 'role', inList: 'seniors' },
  { fact: 'role', equals: 'student' },
  { fact: 'role', missing: true },
  { fact: 'industry', in: ['technology', 'finance'] },
  { fact: 'industry', equals: 'retail' },
  { fact: 'industry', inList: 'targets' },
  { fact: 'industry', present: true },
  { fact: 'industry', missing: true },
  { fact: 'companySize', range: { max: 49 } },
  { fact: 'companySize', range: { min: 50, max: 199 } },
  { fact: 'companySize', range: { min: 200, max: 999 } },
  { fact: 'companySize', range: { min: 1_000 } },
  { fact: 'companySize', missing: true },
  { fact: 'selfInsured', equals: true },
  { fact: 'selfInsured', equals: false },
  { fact: 'createdAt', dateWithinDays: 30 },
  { fact: 'createdAt', dateWithinDays: 180 },
  { fact: 'source', equals: 'referral' },
]

const ACTIVITIES: readonly (ActivityCondition & { readonly points?: number })[] = [
  { activity: ['page-viewed'], category: ['pricing'] },
  { activity: ['page-viewed'], category: ['demo', 'case-study'] },
  { activity: ['page-viewed'], category: ['blog'], repeated: { maxTimes: 3 } },
  { activity: ['page-viewed'], category: ['careers'], points: -15 },
  { activity: ['email-opened'], atLeast: { times: 3, withinDays: 30 } },
  { activity: ['email-clicked'], repeated: { maxTimes: 3 } },
  { activity: ['email-clicked'], category: ['newsletter'] },
  { activity: ['email-replied'], repeated: { maxTimes: 2 } },
  { activity: ['form-submitted'], category: ['contact', 'callback'] },
  { activity: ['form-submitted'], category: ['demo'] },
  { activity: ['form-submitted'], category: ['careers'], points: -20, decays: false },
  { activity: ['email-opened', 'email-clicked'], atLeast: { times: 5, withinDays: 60 } },
]

function groupsOf<Condition>(
  axis: string,
  conditions: readonly (Condition & { readonly points?: number })[],
  size: number,
): readonly BenchGroup<Condition>[] {
  const starts = Array.from({ length: conditions.length / size }, (_, index) => index * size)
  return starts.map((from) => ({
    id: `${axis}-${from}`,
    cap: 40,
    floor: -40,
    halfLifeDays: 20 + from,
    rules: conditions.slice(from, from + size).map(({ points, ...condition }, index) => ({
      id: `${axis}-${from}-${index}`,
      points: points ?? 5 + index,
      reason: `Counts in the bench as ${axis} ${from + index}`,
      // Rest of an object of type `Condition & …` without the one key that is not a condition.
      condition: condition as unknown as Condition,
    })),
  }))
}

export const FIT_GROUPS = groupsOf('fit', FACTS, 5)
export const ENGAGEMENT_GROUPS = groupsOf('engagement', ACTIVITIES, 4)
/** What the rules ask, in the order of the model. */
export const FIT_CONDITIONS = FIT_GROUPS.flatMap(({ rules }) =>
  rules.map(({ condition }) => condition),
)
export const ACTIVITY_CONDITIONS = ENGAGEMENT_GROUPS.flatMap(({ rules }) =>
  rules.map(({ condition }) => condition),
)

export const AXIS_CAP = 60
export const GRADES = { fit: { A: 40, B: 20 }, engagement: { 1: 30, 2: 12 } } as const
export const READY = { score: 60, fit: 25, engagement: 15 } as const
export const NURTURE_SCORE = 25

const none: NextAction = 'none'
const advice = { label: 'Tier', nextAction: none }
const written = ({ condition, ...rule }: BenchRule<object>): object => ({
  ...rule,
  because: 'Measured.',
  ...condition,
})

/** 20 fit rules in 4 groups and 12 engagement rules in 3, as YAML. */
export const BENCH_MODEL = stringify({
  id: 'bench',
  version: 1,
  audience: 'employer',
  description: 'For measuring only.',
  lists: LISTS,
  fit: {
    cap: AXIS_CAP,
    groups: FIT_GROUPS.map(({ halfLifeDays: _halfLifeDays, ...group }) => ({
      ...group,
      rules: group.rules.map(written),
    })),
  },
  engagement: {
    cap: AXIS_CAP,
    groups: ENGAGEMENT_GROUPS.map((group) => ({ ...group, rules: group.rules.map(written) })),
  },
  grades: GRADES,
  tiers: {
    'sales-ready': { ...READY, ...advice },
    nurture: { score: NURTURE_SCORE, ...advice },
    unqualified: advice,
  },
})
