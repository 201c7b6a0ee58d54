import type { Reason } from './score.ts'

/** What each rule, adjustment, cap and floor came to; together the score before it is kept within 0–100. */
export function pointsByRule(reasons: readonly Reason[]): Readonly<Record<string, number>> {
  const points: Record<string, number> = {}
  for (const { axis, rule, points: own } of reasons) {
    if (axis !== 'total') points[rule] = (points[rule] ?? 0) + own
  }
  return points
}
