import type { Activity } from '../../ports.ts'
import type { AccountModel } from './account-model.ts'

const SECOND_MS = 1_000
const DAY_MS = 86_400_000

export type Recency = AccountModel['recency']

/** When these activities tell of somebody being in touch, oldest first; what is to come included. */
export function touches(recency: Recency, activities: readonly Activity[]): readonly number[] {
  return activities
    .filter(
      ({ kind, category }) =>
        recency.activity.includes(kind) && !recency.exceptCategories.includes(category),
    )
    .map(({ at }) => at)
    .toSorted((a, b) => a - b)
}

/** The latest of the times at or before `nowMs`, which are ordered oldest first. */
export function latestAt(times: readonly number[], nowMs: number): number | undefined {
  return times.findLast((at) => at <= nowMs)
}

/** Whole points for how lately somebody was in touch: halves with every half-life, continuously. */
export function recencyPoints(
  { points, halfLifeDays }: Recency,
  latest: number | undefined,
  nowMs: number,
): number {
  if (latest === undefined) return 0
  return Math.round(points * 2 ** ((latest - nowMs) / (halfLifeDays * DAY_MS)))
}

/**
 * The first whole second after `nowMs` whose recency points read otherwise than now; `undefined` for
 * never. Between two touches points only fall, so each such stretch is searched by halving.
 */
export function nextRecencyChange(
  recency: Recency,
  times: readonly number[],
  { nowMs, same }: { nowMs: number; same: (points: number) => boolean },
): number | undefined {
  const instant = (second: number): number => nowMs + second * SECOND_MS
  const sameAt = (second: number): boolean =>
    same(recencyPoints(recency, latestAt(times, instant(second)), instant(second)))
  let first = 1
  for (const cut of [...times.filter((at) => at > nowMs), Infinity]) {
    const last =
      cut === Infinity
        ? first + secondsToNothing(recency)
        : Math.ceil((cut - nowMs) / SECOND_MS) - 1
    if (last < first) continue
    if (!sameAt(first)) return instant(first)
    if (!sameAt(last)) return instant(firstOther(sameAt, first, last))
    first = last + 1
  }
  return undefined
}

/** Between a second that reads the same and a later one that does not. */
function firstOther(sameAt: (second: number) => boolean, from: number, to: number): number {
  if (to - from <= 1) return to
  const middle = Math.floor((from + to) / 2)
  return sameAt(middle) ? firstOther(sameAt, middle, to) : firstOther(sameAt, from, middle)
}

/** Long enough for the points to fall below a half, and so to nothing. */
function secondsToNothing({ points, halfLifeDays }: Recency): number {
  return Math.ceil((halfLifeDays * DAY_MS * Math.log2(points * 2)) / SECOND_MS) + 1
}
