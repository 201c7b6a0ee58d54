import { type ThenAndNow, thenAndNow } from './drift-cells.ts'
import { FALSE_SHARE, hiddenShift, SHIFT_TODO } from './drift-hidden-shift.ts'
import type { Counts, DriftSnapshot } from './drift-snapshot.ts'
import type { Finding } from './figures.ts'
import { benjaminiHochberg } from './statistics/multiple-comparisons.ts'
import {
  LARGE_SHIFT,
  MODERATE_SHIFT,
  populationStability,
  type Stability,
} from './statistics/population-stability.ts'

interface Shift extends Stability {
  readonly code: 'score' | 'rule'
  readonly subject: string
}

/** Whether other people come now: the score's distribution, and how often and how much each rule counts. */
export function populationFindings(
  baseline: DriftSnapshot,
  current: DriftSnapshot,
): readonly Finding[] {
  const names = [...new Set([...Object.keys(baseline.rules), ...Object.keys(current.rules)])].sort()
  const rules = names.map((rule) => {
    const before = baseline.rules[rule] ?? { none: baseline.records }
    const after = current.rules[rule] ?? { none: current.records }
    const shifts = shiftOf('rule', `The points of rule ${rule}`, before, after)
    return { shifts, hidden: shifts.length > 0 ? [] : hiddenShift(rule, before, after) }
  })
  const shifts = [
    ...shiftOf('score', 'The score', baseline.scores, current.scores),
    ...rules.flatMap((rule) => rule.shifts),
  ]
  const adjusted = benjaminiHochberg(shifts.map(({ p }) => p))
  return [
    ...shifts.flatMap((shift, at) => findingOf(shift, adjusted[at] ?? 1)),
    ...rules.flatMap(({ hidden }) => hidden),
  ]
}

/** Nothing where too few records lie outside one band to be shown. */
function shiftOf(
  code: Shift['code'],
  subject: string,
  before: Counts,
  after: Counts,
): readonly Shift[] {
  const bands = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const cells: readonly ThenAndNow[] = bands.sort(byValue).map((band) => ({
    groups: [band],
    before: [before[band] ?? 0],
    after: [after[band] ?? 0],
  }))
  const blocks = thenAndNow(cells)
  if (blocks.length < 2) return []
  const counts = (when: 'before' | 'after') => blocks.map((block) => block[when][0] ?? 0)
  return [{ code, subject, ...populationStability(counts('before'), counts('after')) }]
}

/** Rules that held are not worth a line each. */
function findingOf({ code, subject, index }: Shift, p: number): readonly Finding[] {
  const real = p < FALSE_SHARE
  const figures = { index, p }
  if (index < MODERATE_SHIFT || !real) {
    const what = `${subject} held: stability index ${index.toFixed(2)}.`
    return code === 'score' ? [{ code: 'score-held', level: 'ok', what, figures }] : []
  }
  const large = index >= LARGE_SHIFT
  return [
    {
      code: `${code}-shifted`,
      level: large ? 'alarm' : 'note',
      what: `${subject} shifted ${large ? 'much' : 'somewhat'}: stability index ${index.toFixed(2)}.`,
      figures,
      todo: SHIFT_TODO,
    },
  ]
}

function byValue(one: string, two: string): number {
  return valueOf(one) - valueOf(two)
}

/** `-0` and `0` are the bands on either side of none. */
function valueOf(band: string): number {
  if (band === 'none') return 0
  return Number(band) + (band.startsWith('-') ? -0.5 : 0.5)
}
