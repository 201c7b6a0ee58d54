import type { Activity, FactValue, Grade, Tier } from '#src/ports.ts'

/**
 * A model as its YAML says it, before anything of Leadwell has read it: the reference evaluator takes
 * defaults and short forms from docs/guides/model-language.md by itself.
 */
export interface WrittenModel {
  readonly lists?: Readonly<Record<string, WrittenList>>
  readonly fit: { readonly groups: readonly FitGroup[] } & Limits
  readonly engagement: { readonly groups?: readonly EngagementGroup[] } & Limits
  readonly adjustments?: { readonly recency?: Recency; readonly lifecycle?: Lifecycle }
  readonly grades: {
    readonly fit: { readonly A: number; readonly B: number }
    readonly engagement: { readonly 1: number; readonly 2: number }
  }
  readonly tiers: {
    readonly 'sales-ready': Asked & { readonly fit: number; readonly engagement: number }
    readonly nurture: Asked
  }
}

export type WrittenList =
  | readonly (string | number)[]
  | { readonly codes?: readonly (string | number)[]; readonly words?: readonly string[] }

export interface Limits {
  readonly cap?: number | undefined
  readonly floor?: number | undefined
}

export interface Asked {
  readonly score: number
  readonly fit?: number
  readonly engagement?: number
}

export interface FactQuestion {
  readonly fact: string
  readonly equals?: string | number | boolean
  readonly in?: readonly (string | number)[]
  readonly range?: { readonly min?: number; readonly max?: number }
  readonly inList?: string
  readonly containsWord?: string | readonly string[]
  readonly missing?: true
  readonly present?: true
  readonly dateWithinDays?: number
}

export interface Selection {
  readonly activity?: string | readonly string[]
  readonly category?: string | readonly string[]
}

export interface ActivityQuestion extends Selection {
  readonly latest?: { readonly withinDays?: number }
  readonly atLeast?: { readonly times: number; readonly withinDays?: number }
  readonly repeated?: { readonly maxTimes: number; readonly withinDays?: number }
  readonly distinctDays?: { readonly days: number; readonly withinDays?: number }
  readonly after?: Selection & { readonly withinDays: number }
  readonly decays?: boolean
}

export interface Said {
  readonly points: number
  readonly reason: string
}

type FitRule = Said & FactQuestion & { readonly id: string }
type EngagementRule = Said & ActivityQuestion & { readonly id: string }

interface FitGroup extends Limits {
  readonly id: string
  readonly rules: readonly FitRule[]
}

export interface EngagementGroup extends Limits {
  readonly id: string
  readonly halfLifeDays?: number
  readonly percentPerQuarter?: number
  readonly rules: readonly EngagementRule[]
}

export interface Recency extends Selection {
  readonly steps: readonly (Said & { readonly withinDays: number })[]
  readonly otherwise?: Said
}

export interface Lifecycle {
  readonly fact: string
  readonly stages: Readonly<Partial<Record<'researching' | 'evaluating' | 'ready', Stage>>>
}

type Stage = Said & { readonly codes: readonly (string | number)[] }

export interface RecordGiven {
  readonly facts: Readonly<Record<string, FactValue>>
  readonly activities: readonly Activity[]
}

/** One line of a score; `at` only for rules over activities. */
export interface ReferenceLine {
  readonly axis: 'fit' | 'engagement' | 'total'
  readonly kind: 'rule' | 'cap' | 'floor' | 'adjustment'
  readonly group: string
  readonly rule: string
  readonly points: number
  readonly at: number | undefined
}

export interface ReferenceScore {
  readonly score: number
  readonly fit: number
  readonly engagement: number
  readonly grade: Grade
  readonly tier: Tier
  readonly lines: readonly ReferenceLine[]
}

export type Known = FactValue | undefined
