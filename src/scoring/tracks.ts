import type { Activity, ActivityCategory, ActivityKind } from '../ports.ts'
import { ACTIVITY_CATEGORIES } from '../ports.ts'

/** Which activities a rule looks at; no categories means any. */
export interface Selector {
  readonly kinds: readonly ActivityKind[]
  readonly categories: readonly ActivityCategory[] | undefined
}

/** What stands in a track for an activity that is not there: infinitely long ago. */
export const NEVER = -Infinity

/** The times of the activities of every track, newest first; one array holds all short tracks. */
export interface Hits {
  /** A short track starts at its number and is as long as it keeps, filled up with `NEVER`. */
  readonly newest: readonly number[]
  /** Tracks that keep everything, by their number. */
  readonly all: readonly (readonly number[])[]
}

interface Route {
  readonly track: number
  readonly keep: number
}

/**
 * Sorts activities to the rules that look at them in one pass. A track is one selector and how many of
 * its latest times are kept. Short tracks share one array, since an array for each is half the work.
 */
export class Tracks {
  readonly #known = new Map<string, number>()
  readonly #empty: number[] = []
  readonly #routes = new Map<ActivityKind, Map<ActivityCategory, Route[]>>()
  #unlimited = 0

  /** Where the `keep` latest times of this selector start in `newest`. */
  open(selector: Selector, keep: number): number {
    return this.#open(selector, keep, () => {
      const track = this.#empty.length
      for (let index = 0; index < keep; index += 1) this.#empty.push(NEVER)
      return track
    })
  }

  /** The number in `all` of the track that keeps every time of this selector. */
  openAll(selector: Selector): number {
    return this.#open(selector, Infinity, () => this.#unlimited++)
  }

  /** Activities after `nowMs` are ignored; the order of activities does not matter. */
  gather(activities: readonly Activity[], nowMs: number): Hits {
    const newest = this.#empty.slice()
    const all: number[][] = []
    for (let track = 0; track < this.#unlimited; track += 1) all.push([])
    for (const { kind, category, at } of activities) {
      if (at > nowMs) continue
      const routes = this.#routes.get(kind)?.get(category)
      if (routes === undefined) continue
      for (const { track, keep } of routes) {
        if (keep === Infinity) all[track]?.push(at)
        else insertNewestFirst(newest, track, keep, at)
      }
    }
    for (const times of all) times.sort(newestFirst)
    return { newest, all }
  }

  #open({ kinds, categories }: Selector, keep: number, make: () => number): number {
    const key = `${kinds.toSorted().join()}|${categories?.toSorted().join() ?? ''}|${keep}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const track = make()
    this.#known.set(key, track)
    for (const kind of new Set(kinds)) {
      const byCategory = this.#routes.get(kind) ?? new Map<ActivityCategory, Route[]>()
      this.#routes.set(kind, byCategory)
      for (const category of new Set(categories ?? ACTIVITY_CATEGORIES)) {
        byCategory.set(category, [...(byCategory.get(category) ?? []), { track, keep }])
      }
    }
    return track
  }
}

const newestFirst = (a: number, b: number): number => b - a

function insertNewestFirst(times: number[], track: number, keep: number, at: number): void {
  let slot = track + keep - 1
  if (at <= (times[slot] ?? at)) return
  for (; slot > track && (times[slot - 1] ?? at) < at; slot -= 1) {
    times[slot] = times[slot - 1] ?? at
  }
  times[slot] = at
}
