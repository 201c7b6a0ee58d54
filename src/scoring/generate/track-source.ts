import type { ActivityCategory, ActivityKind } from '../../ports.ts'
import { ACTIVITY_KINDS } from '../../ports.ts'
import type { Selector } from '../tracks.ts'
import { literal } from './scope.ts'

/** The times of one selector's latest activities, in one variable each. */
interface TrackVariables extends Selector {
  readonly id: number
  keep: number
}

/** Code that sorts the activities of a subject into variables, newest first, in one pass. */
export class TrackSource {
  readonly #tracks = new Map<string, TrackVariables>()

  /** Names of the variables; -Infinity stands where there is no such activity. */
  open({ kinds, categories }: Selector, keep: number): readonly string[] {
    const key = `${kinds.toSorted().join()}|${categories?.toSorted().join() ?? ''}`
    const track = this.#tracks.get(key) ?? { id: this.#tracks.size, kinds, categories, keep }
    track.keep = Math.max(track.keep, keep)
    this.#tracks.set(key, track)
    return variablesOf({ ...track, keep })
  }

  declarations(): string {
    const names = [...this.#tracks.values()].flatMap(variablesOf)
    return names.map((name) => `let ${name} = -Infinity;`).join('\n')
  }

  /** Code that reads `activities` up to `now`. */
  pass(): string {
    const byBody = Map.groupBy(ACTIVITY_KINDS, (kind) => this.#bodyOf(kind))
    byBody.delete('')
    if (byBody.size === 0) return ''
    const cases = [...byBody].map(([body, kinds]) => `${labels(kinds)} ${body} break;`)
    return `for (let index = 0; index < activities.length; index += 1) {
  const activity = activities[index];
  const at = activity.at;
  if (at > now) continue;
  switch (activity.kind) {
${cases.join('\n')}
  }
}`
  }

  #bodyOf(kind: ActivityKind): string {
    const own = [...this.#tracks.values()].filter(({ kinds }) => kinds.includes(kind))
    const anyCategory = own.filter(({ categories }) => categories === undefined).map(insertion)
    const named = own.filter(({ categories }) => categories !== undefined)
    return `${anyCategory.join(' ')}${byCategory(named)}`
  }
}

function byCategory(tracks: readonly TrackVariables[]): string {
  const categories = new Set(tracks.flatMap((track) => track.categories ?? []))
  const byBody = Map.groupBy(categories, (category: ActivityCategory) =>
    tracks
      .filter((track) => track.categories?.includes(category))
      .map(insertion)
      .join(' '),
  )
  if (byBody.size === 0) return ''
  const cases = [...byBody].map(([body, names]) => `${labels(names)} ${body} break;`)
  return `switch (activity.category) { ${cases.join(' ')} }`
}

const labels = (names: readonly string[]): string =>
  names.map((name) => `case ${literal(name)}:`).join(' ')

const variablesOf = ({ id, keep }: Pick<TrackVariables, 'id' | 'keep'>): readonly string[] =>
  Array.from({ length: keep }, (_, place) => `at${id}_${place}`)

/** `if (at > a) { c = b; b = a; a = at } else if (at > b) { c = b; b = at } else …` */
function insertion(track: TrackVariables): string {
  const names = variablesOf(track)
  return names
    .map((name, place) => {
      const later = names
        .slice(place + 1)
        .map((next, index) => `${next} = ${names[place + index]};`)
      return `if (at > ${name}) { ${later.toReversed().join(' ')} ${name} = at; }`
    })
    .join(' else ')
}
