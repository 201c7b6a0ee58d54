import type { Activity, ActivityCategory, ActivityKind } from '../ports.ts'
import { ACTIVITY_CATEGORIES } from '../ports.ts'

/** Which activities a rule looks at; no categories means any. */
export interface Selector {
  readonly kinds: readonly ActivityKind[]
  readonly categories: readonly ActivityCategory[] | undefined
}

/** For each track the times of its latest activities, newest first; absent when there are none. */
export type Hits = readonly (readonly number[] | undefined)[]

type Routes = Partial<Record<ActivityKind, Partial<Record<ActivityCategory, number[]>>>>

/**
 * Sorts activities to the rules that look at them in one pass. A track is one selector; it keeps
 * only as many times as its most demanding rule reads.
 */
export class Tracks {
  readonly #known = new Map<string, number>()
  readonly #keep: number[] = []
  readonly #routes: Routes = {}

  /** The number of the track for this selector, kept at least `keep` long; Infinity keeps all. */
  open({ kinds, categories }: Selector, keep: number): number {
    const key = `${kinds.toSorted().join()}|${categories?.toSorted().join() ?? ''}`
    const known = this.#known.get(key)
    const track = known ?? this.#keep.length
    this.#keep[track] = Math.max(this.#keep[track] ?? 0, keep)
    if (known !== undefined) return known
    this.#known.set(key, track)
    for (const kind of new Set(kinds)) this.#route(kind, categories ?? ACTIVITY_CATEGORIES, track)
    return track
  }

  /** Activities after `nowMs` are ignored; the order of activities does not matter. */
  gather(activities: readonly Activity[], nowMs: number): Hits {
    const keep = this.#keep
    const routes = this.#routes
    const hits: (number[] | undefined)[] = []
    for (let track = 0; track < keep.length; track += 1) hits.push(undefined)
    for (const { kind, category, at } of activities) {
      const route = at > nowMs ? undefined : routes[kind]?.[category]
      if (route === undefined) continue
      for (const track of route) {
        const times = hits[track]
        if (times === undefined) hits[track] = [at]
        else insertNewestFirst(times, at, keep[track] ?? 1)
      }
    }
    return hits
  }

  #route(kind: ActivityKind, categories: readonly ActivityCategory[], track: number): void {
    const byCategory = this.#routes[kind] ?? {}
    this.#routes[kind] = byCategory
    for (const category of new Set(categories)) {
      byCategory[category] = [...(byCategory[category] ?? []), track]
    }
  }
}

function insertNewestFirst(times: number[], at: number, keep: number): void {
  let index = times.length
  while (index > 0 && (times[index - 1] ?? 0) < at) index -= 1
  if (index >= keep) return
  if (times.length < keep) times.push(at)
  for (let slot = times.length - 1; slot > index; slot -= 1) times[slot] = times[slot - 1] ?? at
  times[index] = at
}
