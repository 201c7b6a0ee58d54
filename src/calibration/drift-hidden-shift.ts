import type { Counts } from './drift-snapshot.ts'
import type { Finding } from './figures.ts'
import { MOST_HIDDEN, SMALLEST_CELL } from './small-cells.ts'
import { LARGE_SHIFT, populationStability } from './statistics/population-stability.ts'

/** Of shifts called real, at most this share by chance: little, as somebody looks every day. */
export const FALSE_SHARE = 0.01
export const SHIFT_TODO =
  'Look whether a form, a source or a field changed; if people did, calibrate again.'

/**
 * A rule that counts for all but a few, or for nearly nobody, then or now, has too few on one side for
 * figures, and must still raise its alarm. It does so only if every number from none to ten would: nobody
 * can be told from it.
 */
export function hiddenShift(rule: string, before: Counts, after: Counts): readonly Finding[] {
  const [then, now] = [sidesOf(before), sidesOf(after)]
  if ([then, now].some((sides) => sides.every((count) => count < SMALLEST_CELL))) return []
  const { index, p } = populationStability(then.map(nearest), now.map(nearest))
  if (index < LARGE_SHIFT || p >= FALSE_SHARE) return []
  return [
    {
      code: 'rule-shifted',
      level: 'alarm',
      what: `The points of rule ${rule} shifted much; fewer than ${SMALLEST_CELL} are left for whom it counts, or for whom it does not, so no figures are shown.`,
      figures: {},
      todo: SHIFT_TODO,
    },
  ]
}

/** For whom it does not count, and for whom it does, with whatever points. */
function sidesOf(counts: Counts): readonly number[] {
  const { none = 0, ...told } = counts
  return [none, Object.values(told).reduce((sum, count) => sum + count, 0)]
}

const nearest = (count: number): number => Math.max(count, MOST_HIDDEN)
