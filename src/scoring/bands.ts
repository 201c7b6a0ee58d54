import type { Grade, Tier } from '../ports.ts'
import { type Axes, scoreOf } from './clamp.ts'
import type { Model } from './model.ts'

/** How a model turns the two axes into a grade and a tier. */
export interface Bands {
  readonly gradeOf: (axes: Axes) => Grade
  readonly tierOf: (axes: Axes) => Tier
}

const GRADES = {
  A: { 1: 'A1', 2: 'A2', 3: 'A3' },
  B: { 1: 'B1', 2: 'B2', 3: 'B3' },
  C: { 1: 'C1', 2: 'C2', 3: 'C3' },
} as const

/** Reads the thresholds of a model once. */
export function createBands({ grades, tiers }: Pick<Model, 'grades' | 'tiers'>): Bands {
  return {
    gradeOf: ({ fit, engagement }) =>
      GRADES[letterOf(fit, grades.fit)][digitOf(engagement, grades.engagement)],
    tierOf: (axes) => {
      if (reaches(axes, tiers['sales-ready'])) return 'sales-ready'
      return reaches(axes, tiers.nurture) ? 'nurture' : 'unqualified'
    },
  }
}

/** What a tier asks for; an axis it does not ask for may be anything. */
export interface Minima {
  readonly score: number
  readonly fit?: number | undefined
  readonly engagement?: number | undefined
}

/** Whether a tier's minima are met. */
export function reaches(axes: Axes, minima: Minima): boolean {
  if (scoreOf(axes) < minima.score) return false
  if (minima.fit !== undefined && axes.fit < minima.fit) return false
  return minima.engagement === undefined || axes.engagement >= minima.engagement
}

function letterOf(fit: number, bands: Model['grades']['fit']): 'A' | 'B' | 'C' {
  if (fit >= bands.A) return 'A'
  return fit >= bands.B ? 'B' : 'C'
}

function digitOf(engagement: number, bands: Model['grades']['engagement']): 1 | 2 | 3 {
  if (engagement >= bands[1]) return 1
  return engagement >= bands[2] ? 2 : 3
}
