import type { Activity } from '#src/ports.ts'

/** Two sources tell of one reply: the property and the e-mail object. */
const SAME_ACT_MS = 60_000

/** An attendance may be logged as a meeting too, at whatever hour somebody typed in. */
const SAME_EVENT_MS = 24 * 3_600_000

/** Tellings of one contact, the most exact first. */
export interface Tellings {
  readonly objects: readonly Activity[]
  readonly signals: readonly Activity[]
  readonly attended: readonly Activity[]
}

/** One contact's timeline from several tellings: past acts only, oldest first, none twice. */
export function timelineOf({ objects, signals, attended }: Tellings, nowMs: number): Activity[] {
  const told = union(distinct(objects), distinct(signals), SAME_ACT_MS)
  return union(told, distinct(attended), SAME_EVENT_MS)
    .filter(({ at }) => at <= nowMs)
    .toSorted((a, b) => a.at - b.at || compare(a.kind, b.kind) || compare(a.category, b.category))
}

/** `first` and what of `second` is not told there already within `withinMs`. */
export function union(
  first: readonly Activity[],
  second: readonly Activity[],
  withinMs: number,
): Activity[] {
  const told = (act: Activity): boolean =>
    first.some(
      ({ kind, category, at }) =>
        kind === act.kind && category === act.category && Math.abs(at - act.at) <= withinMs,
    )
  return [...first, ...second.filter((act) => !told(act))]
}

function distinct(activities: readonly Activity[]): Activity[] {
  const byKey = new Map(activities.map((act) => [`${act.kind} ${act.category} ${act.at}`, act]))
  return [...byKey.values()]
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
