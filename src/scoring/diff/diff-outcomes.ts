import { minutesInWords } from '../document/plain-words.ts'
import type { Model } from '../model.ts'
import { type Change, changed } from './change.ts'

/** Thresholds of grades and tiers, and what a rep is told in each. */
export function diffOutcomes(before: Model, after: Model): readonly Change[] {
  return [...diffGrades(before, after), ...diffTiers(before, after)]
}

function diffGrades({ grades: a }: Model, { grades: b }: Model): readonly Change[] {
  const from = (what: string, was: number, is: number): readonly Change[] =>
    changed('grades', what, String(was), String(is))
  return [
    ...from('Grade A from a fit of', a.fit.A, b.fit.A),
    ...from('Grade B from a fit of', a.fit.B, b.fit.B),
    ...from('Grade 1 from an engagement of', a.engagement[1], b.engagement[1]),
    ...from('Grade 2 from an engagement of', a.engagement[2], b.engagement[2]),
  ]
}

type Tiers = Model['tiers']
type AnyTier = Partial<Tiers['nurture']> & Tiers['unqualified']

function diffTiers({ tiers: a }: Model, { tiers: b }: Model): readonly Change[] {
  return (['sales-ready', 'nurture', 'unqualified'] as const).flatMap((tier) =>
    diffTier(tier, a[tier], b[tier]),
  )
}

function diffTier(tier: string, was: AnyTier, is: AnyTier): readonly Change[] {
  const needs = (['score', 'fit', 'engagement'] as const).flatMap((what) =>
    changed(tier, `${tier}, least ${what}`, String(was[what] ?? 0), String(is[what] ?? 0)),
  )
  const within = ({ respondWithinMinutes: minutes }: AnyTier): string =>
    minutes === undefined ? 'no time' : minutesInWords(minutes)
  return [
    ...needs,
    ...changed(tier, `${tier} is shown as`, `“${was.label}”`, `“${is.label}”`),
    ...changed(tier, `${tier}, next action`, was.nextAction, is.nextAction),
    ...changed(tier, `${tier}, answered within`, within(was), within(is)),
    ...changed(tier, `${tier}, theme`, was.theme ?? 'none', is.theme ?? 'none'),
  ]
}
