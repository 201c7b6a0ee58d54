import type { Activity } from '../ports.ts'
import { type Axes, clampAxes } from './clamp.ts'
import { axisOf, type CompiledAxis, groupTotals, type View } from './compiled-axis.ts'
import type { Subject } from './score.ts'
import type { Tracks } from './tracks.ts'
import { wholeTotal } from './whole-points.ts'

const SECOND_MS = 1_000

interface Parts {
  readonly tracks: Tracks
  readonly fit: CompiledAxis
  readonly engagement: CompiledAxis
}

/** One stretch of time in which nothing but decay moves: seconds from now, and how to look at one. */
interface Stretch {
  readonly last: number
  readonly totalsAt: (second: number) => readonly number[]
  /** Whether engagement from low to high, group by group, always reads as it does now. */
  readonly same: (from: readonly number[], to: readonly number[]) => boolean
}

/**
 * The first whole second after `nowMs` at which fit or engagement — and so score, grade or tier —
 * read otherwise than `axes`, if nothing happens; `undefined` for never.
 *
 * Time is cut where a window ends, a date ages out or a dated activity comes due. Between two cuts
 * every group only falls or only rises (its rules share one half-life), so its values at both ends
 * bound it, and the sum of the bounds tells which halves need looking into. The sum itself may turn.
 */
export function nextChangeAt(
  parts: Parts,
  { facts, activities }: Subject,
  { nowMs, axes }: { nowMs: number; axes: Axes },
): number | undefined {
  const instant = (second: number): number => nowMs + second * SECOND_MS
  let second = 1
  for (;;) {
    const view = {
      facts,
      nowMs: instant(second),
      hits: parts.tracks.gather(activities, instant(second)),
    }
    const cut = nextCut(parts, view, activities)
    const stretch = stretchFrom(parts, view, { cut, second, nowMs, axes })
    const first = stretch.totalsAt(second)
    if (!stretch.same(first, first)) return instant(second)
    const end = stretch.totalsAt(stretch.last)
    const found = firstOther(
      stretch,
      { at: second, totals: first },
      { at: stretch.last, totals: end },
    )
    if (found !== undefined) return instant(found)
    if (cut === Infinity) return undefined
    second = stretch.last + 1
  }
}

function stretchFrom(
  { fit, engagement }: Parts,
  view: View,
  { cut, second, nowMs, axes }: { cut: number; second: number; nowMs: number; axes: Axes },
): Stretch {
  const fitNow = wholeTotal(axisOf(fit, groupTotals(fit, view)))
  const reads = (totals: readonly number[]): boolean => {
    const seen = clampAxes({ fit: fitNow, engagement: wholeTotal(axisOf(engagement, totals)) })
    return seen.fit === axes.fit && seen.engagement === axes.engagement
  }
  const last =
    cut === Infinity
      ? second + Math.ceil(fadesWithinMs(engagement, view) / SECOND_MS)
      : Math.ceil((cut - nowMs) / SECOND_MS) - 1
  return {
    last: Math.max(second, last),
    totalsAt: (at) => groupTotals(engagement, { ...view, nowMs: nowMs + at * SECOND_MS }),
    same: (from, to) =>
      reads(from.map((low, index) => Math.min(low, to[index] ?? low))) &&
      reads(from.map((high, index) => Math.max(high, to[index] ?? high))),
  }
}

interface Point {
  readonly at: number
  readonly totals: readonly number[]
}

/** The first second after `from`, which reads as now, that does not; looks left before right. */
function firstOther(stretch: Stretch, from: Point, to: Point): number | undefined {
  if (stretch.same(from.totals, to.totals)) return undefined
  if (to.at - from.at <= 1) return stretch.same(to.totals, to.totals) ? undefined : to.at
  const at = Math.floor((from.at + to.at) / 2)
  const middle = { at, totals: stretch.totalsAt(at) }
  return firstOther(stretch, from, middle) ?? firstOther(stretch, middle, to)
}

/** The first instant after the view's at which something other than decay happens. */
function nextCut({ fit, engagement }: Parts, view: View, activities: readonly Activity[]): number {
  let cut = Infinity
  for (const { at } of activities) if (at > view.nowMs && at < cut) cut = at
  for (const axis of [fit, engagement]) {
    for (const group of axis.groups) {
      for (const rule of group.rules) cut = Math.min(cut, rule.breaksAt(view))
    }
  }
  return cut
}

/**
 * How long until all that decays is together worth less than 0.4 points. What stays is whole, so
 * from then on nothing crosses a half and the reading is final.
 */
function fadesWithinMs({ groups }: CompiledAxis, view: View): number {
  const share = 0.4 / Math.max(1, groups.length)
  let longest = 0
  for (const { rules, halfLifeMs } of groups) {
    let most = 0
    for (const rule of rules) most += Math.abs(rule.points(view))
    if (most > share) longest = Math.max(longest, halfLifeMs * Math.log2(most / share))
  }
  return longest
}
