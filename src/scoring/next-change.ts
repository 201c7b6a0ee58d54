import type { Activity } from '../ports.ts'
import type { Bands } from './bands.ts'
import { scoreOf } from './clamp.ts'
import { type CompiledAxis, totalOf, type View } from './compiled-axis.ts'
import type { FactSlots } from './fact-slots.ts'
import { firstReached } from './first-reached.ts'
import type { Score, Subject } from './score.ts'
import type { Tracks } from './tracks.ts'
import { wholeTotal } from './whole-points.ts'

const SECOND_MS = 1_000

// A thousand years: the slowest half-life is 17 years, so by then all that fades has long gone.
const FOREVER_SECONDS = 31_557_600_000

interface Parts {
  readonly tracks: Tracks
  readonly slots: FactSlots
  readonly bands: Bands
  readonly fit: CompiledAxis
  readonly engagement: CompiledAxis
  readonly tolerance: number
}

type Seen = Omit<Score, 'reasons' | 'nextChangeAt'>

/**
 * The first whole second after `nowMs` at which the reading visibly differs from what was seen, if
 * nothing happens; `undefined` for never.
 *
 * Time is cut where a date ages out or a dated activity comes due. Between two cuts fit stands still
 * and engagement only falls, so the end of a stretch tells whether anything changes in it.
 */
export function nextChangeAt(
  parts: Parts,
  { facts, activities }: Subject,
  { nowMs, seen }: { nowMs: number; seen: Seen },
): number | undefined {
  const instant = (second: number): number => nowMs + second * SECOND_MS
  const values = parts.slots.gather(facts)
  let second = 1
  for (;;) {
    const from = instant(second)
    const view = { values, nowMs: from, hits: parts.tracks.gather(activities, from) }
    const cut = nextCut(parts.fit, view, activities)
    const fit = totalOf(parts.fit, view)
    const curve = (at: number): number => totalOf(parts.engagement, { ...view, nowMs: instant(at) })
    const visible = (engagement: number): boolean => isVisible(parts, seen, fit, engagement)
    const last = cut === Infinity ? FOREVER_SECONDS : Math.ceil((cut - nowMs) / SECOND_MS) - 1
    const found = firstVisible(curve, visible, second, Math.max(second, last))
    if (found !== undefined) return instant(found)
    if (cut === Infinity) return undefined
    second = Math.max(second, last) + 1
  }
}

function isVisible(
  { bands, tolerance }: Parts,
  seen: Seen,
  fit: number,
  engagement: number,
): boolean {
  const axes = { fit, engagement }
  return (
    Math.abs(engagement - seen.engagement) > tolerance ||
    Math.abs(fit - seen.fit) > tolerance ||
    Math.abs(scoreOf(axes) - seen.score) > tolerance ||
    bands.gradeOf(axes) !== seen.grade ||
    bands.tierOf(axes) !== seen.tier
  )
}

/** The first second of a stretch in which engagement stands where it shows; it only falls meanwhile. */
function firstVisible(
  curve: (second: number) => number,
  visible: (engagement: number) => boolean,
  first: number,
  last: number,
): number | undefined {
  const value = curve(first)
  if (visible(wholeTotal(value))) return first
  const lowest = wholeTotal(curve(last))
  if (!visible(lowest)) return undefined
  let engagement = wholeTotal(value) - 1
  while (engagement > lowest && !visible(engagement)) engagement -= 1
  const goal = {
    at: engagement + 0.5,
    isReached: (total: number) => wholeTotal(total) <= engagement,
  }
  return firstReached(curve, goal, { second: first, value }, last)
}

/** The first instant after the view's at which something other than fading happens. */
function nextCut(fit: CompiledAxis, view: View, activities: readonly Activity[]): number {
  let cut = Infinity
  for (const { at } of activities) if (at > view.nowMs && at < cut) cut = at
  for (const group of fit.groups) {
    for (const { breaksAt } of group.rules) {
      if (breaksAt !== undefined) cut = Math.min(cut, breaksAt(view))
    }
  }
  return cut
}
