import type { Activity, ActivityCategory, ActivityKind } from '../ports.ts'

/** Which activities a rule looks at; no categories means any. */
export interface Selector {
  readonly kinds: readonly ActivityKind[]
  readonly categories: readonly ActivityCategory[] | undefined
}

/** For each track the times of its latest activities, newest first; absent when there are none. */
export type Hits = readonly (readonly number[] | undefined)[]

type ByCategory = Map<ActivityCategory | 'any', number[]>

/**
 * Sorts activities to the rules that look at them in one pass. A track is one selector; it keeps
 * only as many times as its most demanding rule reads.
 */
export class Tracks {
  readonly #keys = new Map<string, number>()
  readonly #keep: number[] = []
  readonly #byKind = new Map<ActivityKind, ByCategory>()
  readonly #routes = new Map<ActivityKind, Map<ActivityCategory, readonly number[]>>()

  /** The number of the track for this selector, kept at least `keep` long; Infinity keeps all. */
  open(selector: Selector, keep: number): number {
    const kinds = selector.kinds.toSorted()
    const categories = selector.categories?.toSorted() ?? ['any' as const]
    const key = `${kinds.join()}|${categories.join()}`
    const known = this.#keys.get(key)
    const track = known ?? this.#keep.length
    this.#keep[track] = Math.max(this.#keep[track] ?? 0, keep)
    if (known !== undefined) return known
    this.#keys.set(key, track)
    for (const kind of new Set(kinds)) {
      for (const category of new Set(categories)) this.#add(kind, category, track)
    }
    return track
  }

  /** Activities after `nowMs` are ignored; the order of activities does not matter. */
  gather(activities: readonly Activity[], nowMs: number): Hits {
    const hits: (number[] | undefined)[] = new Array(this.#keep.length).fill(undefined)
    for (const { kind, category, at } of activities) {
      if (at > nowMs) continue
      for (const track of this.#route(kind, category)) {
        const times = hits[track]
        if (times === undefined) hits[track] = [at]
        else insertNewestFirst(times, at, this.#keep[track] ?? 1)
      }
    }
    return hits
  }

  #add(kind: ActivityKind, category: ActivityCategory | 'any', track: number): void {
    const byCategory: ByCategory = this.#byKind.get(kind) ?? new Map()
    this.#byKind.set(kind, byCategory)
    byCategory.set(category, [...(byCategory.get(category) ?? []), track])
    this.#routes.clear()
  }

  #route(kind: ActivityKind, category: ActivityCategory): readonly number[] {
    const known = this.#routes.get(kind)?.get(category)
    if (known !== undefined) return known
    const byCategory = this.#byKind.get(kind)
    const route = [...(byCategory?.get('any') ?? []), ...(byCategory?.get(category) ?? [])]
    const routes = this.#routes.get(kind) ?? new Map<ActivityCategory, readonly number[]>()
    this.#routes.set(kind, routes.set(category, route))
    return route
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
