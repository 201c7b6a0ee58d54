import { compileModel } from '#src/scoring/compile-model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import type { CompiledModel } from '#src/scoring/score.ts'

export const NOW = Date.UTC(2026, 2, 1, 12)
export const DAY_MS = 86_400_000

export interface SampleModel {
  readonly fitCap?: number
  readonly fitRules?: readonly object[]
  readonly fitGroup?: object
  readonly engagementCap?: number
  readonly engagementRules?: readonly object[]
  readonly engagementGroup?: object
  readonly moreEngagementGroups?: readonly {
    readonly halfLifeDays: number
    readonly rules: readonly object[]
  }[]
  readonly lists?: object
}

const advice = { label: 'Tier', nextAction: 'none' }
const named = (prefix: string, rules: readonly object[]): object[] =>
  rules.map((rule, index) => ({
    id: `${prefix}-${index}`,
    points: 10,
    reason: `Reason of ${prefix} ${index}`,
    because: 'For the test.',
    ...rule,
  }))

/** YAML is a superset of JSON, so a model can be put together as an object. */
export function sampleYaml(sample: SampleModel = {}): string {
  return JSON.stringify({
    id: 'sample',
    version: 1,
    audience: 'employer',
    description: 'For tests.',
    lists: sample.lists ?? {},
    fit: {
      cap: sample.fitCap ?? 100,
      groups: [
        {
          id: 'who',
          cap: 100,
          floor: -100,
          rules: named('fit', sample.fitRules ?? [{ fact: 'role', present: true }]),
          ...sample.fitGroup,
        },
      ],
    },
    engagement: {
      cap: sample.engagementCap ?? 100,
      groups: [
        {
          id: 'acts',
          cap: 100,
          floor: -100,
          halfLifeDays: 10,
          rules: named('engagement', sample.engagementRules ?? [{ activity: 'demo-attended' }]),
          ...sample.engagementGroup,
        },
        ...(sample.moreEngagementGroups ?? []).map((group, index) => ({
          id: `more-${index}`,
          cap: 100,
          floor: -100,
          ...group,
          rules: named(`more-${index}`, group.rules),
        })),
      ],
    },
    grades: { fit: { A: 40, B: 20 }, engagement: { 1: 30, 2: 12 } },
    tiers: {
      'sales-ready': { score: 60, fit: 20, engagement: 20, ...advice },
      nurture: { score: 25, ...advice },
      unqualified: advice,
    },
  })
}

export function sampleModel(sample: SampleModel = {}): CompiledModel {
  return compileModel(parseModel(sampleYaml(sample), 'sample.yaml'))
}
